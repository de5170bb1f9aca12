// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"
#include "models/telemetry/series.h"
#include "models/telemetry/texttable.h"

#include <QAbstractTableModel>

namespace ui {

/// All signals with their newest values. Grows with the catalogue; values are read when a cell is
/// painted, so what is not in sight costs nothing. GUI thread.
class SignalModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnName { Signal, Value, Unit, Device, Model, Topic, ColumnCount };

    SignalModel(const telemetry::Catalogue &catalogue, const telemetry::SeriesStore &series,
                const telemetry::TextTable &texts, const devices::Registry &devices,
                QObject *parent = nullptr);

    /// Takes new signals and new names; true when there were any.
    bool refresh();
    telemetry::SignalId signalAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    QString nameOf(telemetry::SignalId signal) const; ///< "device / signal", made visible
    /// The device's name as short as it can be told from the others, made visible.
    QString deviceName(telemetry::DeviceId device) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    struct Row
    {
        telemetry::SignalId id;
        QString device;
        QString name;
        QString unit;
        QString topic;
        telemetry::DeviceId deviceId;
    };
    Row rowOf(const telemetry::SignalInfo &info) const;
    QString valueText(telemetry::SignalId signal, double *raw) const;

    const telemetry::Catalogue &m_catalogue;
    const telemetry::SeriesStore &m_series;
    const telemetry::TextTable &m_texts;
    const devices::Registry &m_devices;
    void nameDevices();

    std::vector<Row> m_rows;
    QStringList m_deviceNames; ///< short, by id
    std::uint64_t m_revision = 0;
};

} // namespace ui
