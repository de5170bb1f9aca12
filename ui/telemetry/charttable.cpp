// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/charttable.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ChartTable::ChartTable(const telemetry::TextTable &texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_texts(texts)
{
}

QString ChartTable::cell(const ChartLine &line, std::size_t from, std::size_t to) const
{
    const auto columns = line.data->columns();
    quint64 count = 0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double last = 0;
    for (std::size_t i = from; i < std::min(to, columns.size()); ++i) {
        if (columns[i].count == 0)
            continue;
        count += columns[i].count;
        low = std::min(low, columns[i].min);
        high = std::max(high, columns[i].max);
        last = columns[i].last;
    }
    if (count == 0)
        return {};
    if (line.type == telemetry::ValueType::Text)
        return base::visibleText(
            QString::fromStdString(m_texts.text(static_cast<telemetry::TextCode>(last))));
    if (line.type == telemetry::ValueType::Bool)
        return low != high ? tr("on and off") : last != 0 ? tr("on") : tr("off");
    if (count == 1 || low == high)
        return format::value(last, line.unit);
    return tr("%1 … %2 (%3 samples)")
        .arg(format::number(low), format::value(high, line.unit), format::count(count));
}

void ChartTable::take(const TimeChart &chart)
{
    beginResetModel();
    m_rows.clear();
    m_headers = {tr("Time")};
    const PlotState &state = chart.plotState();
    m_length = state.end() - state.start();
    for (const ChartLine &line : chart.lines())
        m_headers += line.device + u" / "_s + line.name;
    const auto columns = static_cast<std::size_t>(state.columns);
    const std::size_t step = std::max<std::size_t>(1, (columns + 199) / 200);
    for (std::size_t from = 0; from < columns; from += step) {
        Row row{state.start() + static_cast<TimeNs>(from) * state.width, {}};
        for (const ChartLine &line : chart.lines())
            row.cells += cell(line, from, from + step);
        if (std::any_of(row.cells.begin(), row.cells.end(),
                        [](const QString &text) { return !text.isEmpty(); }))
            m_rows.push_back(std::move(row));
    }
    std::reverse(m_rows.begin(), m_rows.end());
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == rawRole && index.column() == 0)
        return static_cast<qlonglong>(row.time);
    if (role == Qt::DisplayRole || role == rawRole)
        return index.column() == 0 ? preciseTime(row.time, m_length)
                                   : row.cells.value(index.column() - 1);
    return {};
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::DisplayRole && orientation == Qt::Horizontal
        ? QVariant(m_headers.value(section))
        : QVariant();
}

} // namespace ui
