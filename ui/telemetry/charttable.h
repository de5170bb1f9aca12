// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timechart/timechart.h"

#include <QAbstractTableModel>

namespace ui {

/// What a chart shows, as rows of a table: the window in up to 200 steps, newest first. A snapshot:
/// rows do not move while somebody reads them.
class ChartTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTable(const telemetry::TextTable &texts, QObject *parent = nullptr);

    void take(const TimeChart &chart);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        TimeNs time;
        QStringList cells;
    };
    QString cell(const ChartLine &line, std::size_t from, std::size_t to) const;

    const telemetry::TextTable &m_texts;
    QStringList m_headers;
    std::vector<Row> m_rows;
    TimeNs m_length = 0;
};

} // namespace ui
