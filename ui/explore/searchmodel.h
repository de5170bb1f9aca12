// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/topictable.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// Topics whose name contains all words, in order of appearance; the first 2,000.
class SearchModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr std::size_t limit = 2'000;
    enum Column { Topic, Value, Rate, Messages, ColumnCount };

    explicit SearchModel(const ingest::TopicTable *table, QObject *parent = nullptr);

    void search(const QString &words); ///< resets the model; a few ms for 50,000 topics
    bool cut() const { return m_topics.size() >= limit; } ///< there may be more
    /// Takes new figures for rows [first, last] and tells runs that changed.
    void refreshRows(int first, int last);
    ingest::TopicId topicOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ingest::TopicTable *m_table;
    std::vector<ingest::TopicId> m_topics;
    std::vector<ingest::TopicFigures> m_figures;
};

} // namespace ui
