// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/historymodel.h"

#include "ui/explore/topictree.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

HistoryModel::HistoryModel(const ingest::TopicTable *table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
{
}

void HistoryModel::setTopic(ingest::TopicId topic)
{
    beginResetModel();
    m_topic = topic;
    m_messages.clear();
    m_bytes = 0;
    m_newest = 0;
    m_missed = 0;
    endResetModel();
    refresh();
}

void HistoryModel::refresh()
{
    if (m_topic == ingest::noTopic)
        return;
    const std::uint64_t count = m_table->figures({m_topic}).front().messages;
    if (count <= m_newest)
        return;
    // Large payloads are copied out under the table's lock: take few of them at a time.
    const bool first = m_newest == 0;
    std::size_t wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(count - m_newest, maxMessages));
    std::vector<ingest::KeptMessage> fresh =
        m_table->history(m_topic, std::min<std::size_t>(wanted, 8));
    std::size_t bytes = 1;
    for (const ingest::KeptMessage &message : fresh)
        bytes += static_cast<std::size_t>(message.payload.size());
    if (fresh.size() == 8 && wanted > 8) {
        wanted = std::min(wanted, 8 * (8u << 20) / bytes);
        if (wanted > 8)
            fresh = m_table->history(m_topic, wanted);
    }
    std::erase_if(
        fresh, [this](const ingest::KeptMessage &message) { return message.number <= m_newest; });
    if (fresh.empty())
        return;
    if (!first)
        m_missed += fresh.back().number - m_newest - 1;
    m_newest = fresh.front().number;
    beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
    for (auto message = fresh.rbegin(); message != fresh.rend(); ++message) {
        m_bytes += static_cast<std::size_t>(message->payload.size());
        m_messages.push_front(std::move(*message));
    }
    endInsertRows();
    trim();
}

void HistoryModel::trim()
{
    std::size_t keep = m_messages.size();
    std::size_t bytes = m_bytes;
    while (keep > 1 && (keep > maxMessages || bytes > maxBytes))
        bytes -= static_cast<std::size_t>(m_messages[--keep].payload.size());
    if (keep == m_messages.size())
        return;
    beginRemoveRows({}, static_cast<int>(keep), static_cast<int>(m_messages.size()) - 1);
    m_messages.resize(keep);
    m_bytes = bytes;
    endRemoveRows();
}

const ingest::KeptMessage *HistoryModel::message(int row) const
{
    return row >= 0 && row < rowCount() ? &m_messages[static_cast<std::size_t>(row)] : nullptr;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ingest::KeptMessage &message = m_messages[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (index.column() == Size ? Qt::AlignRight : Qt::AlignLeading));
    if (role == Qt::ForegroundRole)
        return index.column() == Time ? QVariant() : QVariant(colour(Role::TextSecond));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(message.received / base::nsPerMs)
            .toString(u"HH:mm:ss.zzz"_s);
    case Size:
        return format::bytes(message.fullSize);
    case Flags: {
        QStringList flags{tr("QoS %1").arg(message.qos)};
        if (message.retain)
            flags << tr("retained");
        if (message.duplicate)
            flags << tr("repeated");
        if (message.properties)
            flags << tr("properties");
        if (message.fullSize > static_cast<std::uint64_t>(message.payload.size()))
            flags << tr("cut");
        return flags.join(u", "_s);
    }
    default:
        return previewText(
            {message.payload.constData(),
             static_cast<std::size_t>(std::min<qsizetype>(120, message.payload.size()))});
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Size ? Qt::AlignRight : Qt::AlignLeading));
    const QString names[] = {tr("Received"), tr("Size"), tr("Flags"), tr("Payload")};
    return role == Qt::DisplayRole && section >= 0 && section < ColumnCount
        ? QVariant(names[section])
        : QVariant();
}

} // namespace ui
