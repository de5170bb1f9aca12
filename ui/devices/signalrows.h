// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/catalogue.h"
#include "models/telemetry/series.h"
#include "models/telemetry/texttable.h"

#include <QAbstractTableModel>

#include <vector>

namespace ingest {
class Pipeline;
}

namespace ui {

/// The signals of one device with their newest value, age, quality and the trend of the last ten
/// minutes. Values are taken for the rows on screen only.
class SignalRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Unit, Age, Quality, Trend, ColumnCount };
    static constexpr base::TimeNs trendSpan = 10 * base::nsPerMinute;

    explicit SignalRows(ingest::Pipeline *pipeline, QObject *parent = nullptr);

    void setDevice(telemetry::DeviceId device); ///< resets the model
    void takeNew(); ///< signals that appeared since
    void refreshRows(int first, int last);
    telemetry::SignalId signalOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        telemetry::SignalInfo info;
        telemetry::Point last;
        bool has = false;
        QList<float> trend;
    };
    QString value(const Row &row) const;

    ingest::Pipeline *m_pipeline;
    telemetry::DeviceId m_device = telemetry::noId;
    std::vector<Row> m_rows;
    base::TimeNs m_now = 0;
};

} // namespace ui
