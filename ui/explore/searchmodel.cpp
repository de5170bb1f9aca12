// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/searchmodel.h"

#include "models/base/visibletext.h"
#include "ui/explore/topictree.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace ui {

SearchModel::SearchModel(const ingest::TopicTable *table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
{
}

void SearchModel::search(const QString &words)
{
    beginResetModel();
    m_topics = m_table->search(words, limit);
    m_figures = m_table->figures(m_topics);
    endResetModel();
}

void SearchModel::refreshRows(int first, int last)
{
    first = std::max(0, first);
    last = std::min(last, rowCount() - 1);
    if (first > last)
        return;
    const std::vector<ingest::TopicId> shown(m_topics.begin() + first, m_topics.begin() + last + 1);
    std::vector<ingest::TopicFigures> figures = m_table->figures(shown);
    int run = -1;
    for (int row = first; row <= last + 1; ++row) {
        bool changed = false;
        if (row <= last) {
            ingest::TopicFigures &now = figures[static_cast<std::size_t>(row - first)];
            ingest::TopicFigures &old = m_figures[static_cast<std::size_t>(row)];
            changed = now.messages != old.messages || now.rate != old.rate;
            old = std::move(now);
        }
        if (changed && run < 0)
            run = row;
        if (!changed && run >= 0) {
            Q_EMIT dataChanged(index(run, Value), index(row - 1, Messages));
            run = -1;
        }
    }
}

ingest::TopicId SearchModel::topicOf(const QModelIndex &index) const
{
    return index.isValid() ? m_topics[static_cast<std::size_t>(index.row())] : ingest::noTopic;
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_topics.size());
}

int SearchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ingest::TopicFigures &topic = m_figures[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column >= Rate ? Qt::AlignRight : Qt::AlignLeading));
    if (role == Qt::ForegroundRole)
        return column == Topic ? QVariant() : QVariant(colour(Role::TextSecond));
    if (role == rawRole && column == Rate)
        return topic.rate;
    if (role == rawRole && column == Messages)
        return QVariant::fromValue<qulonglong>(topic.messages);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Topic:
        return base::visibleText(std::string_view(topic.topic));
    case Value:
        return previewText(topic.preview);
    case Rate:
        return topic.rate > 0 ? format::rateNumber(topic.rate) : format::none;
    default:
        return format::count(topic.messages);
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section >= Rate ? Qt::AlignRight : Qt::AlignLeading));
    const QString names[] = {tr("Topic"), tr("Last value"), tr("msg/s"), tr("Messages")};
    return role == Qt::DisplayRole && section >= 0 && section < ColumnCount
        ? QVariant(names[section])
        : QVariant();
}

} // namespace ui
