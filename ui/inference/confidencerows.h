// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/predictionbook.h"
#include "ui/widgets/rows/rowtree.h"
#include "ui/widgets/scopeddevices.h"

#include <QDeadlineTimer>
#include <QHash>

#include <functional>
#include <vector>

namespace ui {

/// Every device x model x version as a row; groups are models with their versions.
class ConfidenceRows final : public RowTree
{
    Q_OBJECT

public:
    enum Column {
        Device,
        Model,
        Now,
        Trend,
        Recent,
        Run,
        Share,
        Longest,
        Answers,
        Label,
        ColumnCount
    };
    using DeviceName = std::function<QString(telemetry::DeviceId)>;

    /// The trend of a record by its id in the book; asked for rows in sight, at most every 5 s.
    using TrendOf = std::function<QList<float>(std::uint32_t)>;

    ConfidenceRows(DeviceName deviceName, TrendOf trend, QObject *parent = nullptr);

    void update(const std::vector<telemetry::ConfidenceRecord> &records, double limit,
                bool lookAgain);
    /// Shows the models of these devices only.
    void setScope(const ScopedDevices &scope);
    bool covers(int record) const { return wanted(record); }
    const telemetry::ConfidenceRecord &at(int record) const
    {
        return m_records[static_cast<std::size_t>(record)];
    }
    int count() const { return records(); }

    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    int records() const override { return static_cast<int>(m_records.size()); }
    QVariant cell(int record, int column, int role) const override;
    QVariant sortKey(int record, int column) const override;
    QString groupOf(int record) const override;
    QString fieldText(int record, const QString &field) const override;
    QVariant groupCell(const QString &group, const std::vector<int> &records, int column,
                       int role) const override;

    bool wanted(int record) const override
    {
        return !m_scope || m_scope->contains(at(record).device);
    }

private:
    QString text(int record, int column) const;

    QList<float> trend(int record) const;

    struct Sparks
    {
        QList<float> values;
        std::uint64_t answers = 0;
        QDeadlineTimer due{0};
    };
    ScopedDevices m_scope;
    DeviceName m_deviceName;
    TrendOf m_trendOf;
    mutable QHash<int, Sparks> m_trends;
    std::vector<telemetry::ConfidenceRecord> m_records;
    double m_limit = 0.85;
};

} // namespace ui
