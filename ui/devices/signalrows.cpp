// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/signalrows.h"

#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "ui/widgets/format.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

SignalRows::SignalRows(ingest::Pipeline *pipeline, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pipeline(pipeline)
{
}

void SignalRows::setDevice(telemetry::DeviceId device)
{
    if (device == m_device)
        return;
    beginResetModel();
    m_device = device;
    m_rows.clear();
    endResetModel();
    takeNew();
}

void SignalRows::takeNew()
{
    if (m_device == telemetry::noId)
        return;
    const std::vector<telemetry::SignalInfo> all = m_pipeline->catalogue().signalsOf(m_device);
    for (std::size_t i = 0; i < std::min(all.size(), m_rows.size()); ++i)
        m_rows[i].info = all[i];
    if (all.size() <= m_rows.size())
        return;
    beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(all.size()) - 1);
    for (std::size_t i = m_rows.size(); i < all.size(); ++i) {
        Row row;
        row.info = all[i];
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void SignalRows::refreshRows(int first, int last)
{
    m_now = m_pipeline->clock().now();
    first = std::max(0, first);
    last = std::min(last, rowCount() - 1);
    constexpr int points = 60;
    for (int i = first; i <= last; ++i) {
        Row &row = m_rows[static_cast<std::size_t>(i)];
        const auto series = m_pipeline->series().find(row.info.id);
        row.has = series && series->last(row.last);
        if (!row.has || row.last.type == telemetry::ValueType::Text)
            continue;
        std::vector<telemetry::Column> columns(points);
        series->columns({m_now - trendSpan, m_now + 1, points}, columns);
        row.trend.clear();
        for (const telemetry::Column &column : columns)
            row.trend.append(column.count > 0 ? static_cast<float>(column.last)
                                              : std::numeric_limits<float>::quiet_NaN());
    }
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

telemetry::SignalId SignalRows::signalOf(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].info.id
                           : telemetry::noId;
}

int SignalRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SignalRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SignalRows::value(const Row &row) const
{
    if (!row.has || row.last.quality == telemetry::Quality::Missing)
        return format::none;
    switch (row.last.type) {
    case telemetry::ValueType::Text:
        return base::visibleText(std::string_view(
            m_pipeline->texts().text(static_cast<telemetry::TextCode>(row.last.bits))));
    case telemetry::ValueType::Bool:
        return row.last.bits ? tr("true") : tr("false");
    case telemetry::ValueType::Int64:
        return QString::number(static_cast<qint64>(row.last.bits));
    case telemetry::ValueType::UInt64:
        return QString::number(row.last.bits);
    case telemetry::ValueType::Double:
        break;
    }
    return format::number(row.last.number());
}

QVariant SignalRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const bool bad = row.has && row.last.quality != telemetry::Quality::Good;
    if (role == SparkRole && column == Trend)
        return QVariant::fromValue(row.trend);
    if (role == rawRole)
        return column == Value ? QVariant(row.last.number())
            : column == Age    ? QVariant(static_cast<double>(row.last.time))
                               : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (column == Value || column == Age ? Qt::AlignRight : Qt::AlignLeading));
    if (role == Qt::ForegroundRole) {
        if (column == Quality && bad)
            return colour(Role::High);
        return column == Name || (column == Value && !bad) ? QVariant()
                                                           : QVariant(colour(Role::TextSecond));
    }
    if (role == Qt::ToolTipRole && column == Name)
        return base::visibleText(
                   tr("%1\nfrom %2 by %3").arg(row.info.name, row.info.topic, row.info.decoder))
            .toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return base::visibleText(row.info.name);
    case Value:
        return value(row);
    case Unit:
        return base::visibleText(format::unit(row.info.unit));
    case Age:
        return row.has ? format::age(row.last.time, m_now) : format::none;
    case Quality:
        return row.has ? QString::fromLatin1(telemetry::qualityName(row.last.quality).data())
                       : QString();
    default:
        return {};
    }
}

QVariant SignalRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (section == Value || section == Age ? Qt::AlignRight : Qt::AlignLeading));
    const QString names[] = {tr("Signal"), tr("Value"),   tr("Unit"),
                             tr("Age"),    tr("Quality"), tr("Last 10 min")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace ui
