// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"
#include "models/telemetry/series.h"
#include "models/telemetry/texttable.h"
#include "ui/widgets/rows/rowtree.h"
#include "ui/widgets/scopeddevices.h"

namespace ui {

/// All signals under their devices, with their newest values. The record of a signal is its id.
/// Grows with the catalogue; values are read when a cell is painted, so what is not in sight costs
/// nothing. GUI thread.
class SignalModel final : public RowTree
{
    Q_OBJECT

public:
    enum ColumnName { Signal, Value, Unit, Device, Model, Topic, ColumnCount };

    SignalModel(const telemetry::Catalogue &catalogue, const telemetry::SeriesStore &series,
                const telemetry::TextTable &texts, const devices::Registry &devices,
                QObject *parent = nullptr);

    /// Takes new signals and new names; true when there were any.
    bool refresh();
    int count() const { return records(); }
    QString nameOf(telemetry::SignalId signal) const; ///< "device / signal", made visible
    /// The device's name as short as it can be told from the others, made visible.
    QString deviceName(telemetry::DeviceId device) const;
    /// Shows the signals of these devices only.
    void setScope(const ScopedDevices &scope);

    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

protected:
    int records() const override { return static_cast<int>(m_rows.size()); }
    QVariant cell(int record, int column, int role) const override;
    QVariant sortKey(int record, int column) const override;
    QString groupOf(int record) const override;
    QString fieldText(int record, const QString &field) const override;
    QVariant groupCell(const QString &group, const std::vector<int> &records, int column,
                       int role) const override;
    bool wanted(int record) const override;

private:
    struct Row
    {
        telemetry::SignalId id;
        QString device; ///< whole name
        QString name;
        QString unit;
        QString topic;
        telemetry::DeviceId deviceId;
    };
    const Row &at(int record) const { return m_rows[static_cast<std::size_t>(record)]; }
    Row rowOf(const telemetry::SignalInfo &info) const;
    QString valueText(telemetry::SignalId signal, double *raw) const;
    QString text(int record, int column) const;
    bool nameDevices();

    const telemetry::Catalogue &m_catalogue;
    const telemetry::SeriesStore &m_series;
    const telemetry::TextTable &m_texts;
    const devices::Registry &m_devices;
    std::vector<Row> m_rows;
    QStringList m_deviceNames; ///< short, by id
    ScopedDevices m_scope;
    std::uint64_t m_revision = 0;
};

} // namespace ui
