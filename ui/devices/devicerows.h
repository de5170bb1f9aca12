// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/rows/rowtree.h"
#include "ui/widgets/scopeddevices.h"

#include <QHash>

#include <vector>

namespace ui {

/// Word and mark of a state: shape, brightness and text say the same.
QString stateText(devices::DeviceState state);
Mark stateMark(devices::DeviceState state);
QIcon stateIcon(devices::DeviceState state);

/// All devices as rows; groups are sites.
class DeviceRows final : public RowTree
{
    Q_OBJECT

public:
    enum Column {
        Name,
        State,
        LastSeen,
        Interval,
        Kind,
        Site,
        Protocol,
        Firmware,
        Models,
        Samples,
        Gaps,
        ColumnCount
    };

    explicit DeviceRows(QObject *parent = nullptr);

    /// Takes the registry's records: new rows, changed rows, and once a second filter and groups.
    void update(const std::vector<devices::DeviceRecord> &devices, base::TimeNs now,
                bool lookAgain);

    /// Shows these devices only.
    void setScope(const ScopedDevices &scope);

    int count() const { return records(); }
    const devices::DeviceRecord &device(int record) const
    {
        return m_devices[static_cast<std::size_t>(record)];
    }
    int recordOf(telemetry::DeviceId device) const { return m_places.value(device, -1); }

    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    int records() const override { return static_cast<int>(m_devices.size()); }
    QVariant cell(int record, int column, int role) const override;
    QVariant sortKey(int record, int column) const override;
    QString groupOf(int record) const override;
    QString fieldText(int record, const QString &field) const override;
    QVariant groupCell(const QString &group, const std::vector<int> &records, int column,
                       int role) const override;

    bool wanted(int record) const override;

private:
    QString text(int record, int column) const;

    std::vector<devices::DeviceRecord> m_devices;
    QHash<telemetry::DeviceId, int> m_places;
    ScopedDevices m_scope;
    base::TimeNs m_now = 0;
};

} // namespace ui
