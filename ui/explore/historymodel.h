// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/topictable.h"

#include <QAbstractTableModel>

#include <deque>

namespace ui {

/// Messages of one topic, newest first, as far as the ring and the bounds of this list keep them.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr std::size_t maxMessages = 500;
    static constexpr std::size_t maxBytes = 32u << 20;
    enum Column { Time, Size, Flags, Preview, ColumnCount };

    explicit HistoryModel(const ingest::TopicTable *table, QObject *parent = nullptr);

    void setTopic(ingest::TopicId topic); ///< resets the model
    ingest::TopicId topic() const { return m_topic; }
    /// Takes what came since the last call: one insertion at the top, one removal at the end.
    void refresh();
    /// Messages that came and went between two calls, or that the ring no longer had.
    std::uint64_t missed() const { return m_missed; }
    const ingest::KeptMessage *message(int row) const; ///< null outside

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void trim();

    const ingest::TopicTable *m_table;
    ingest::TopicId m_topic = ingest::noTopic;
    std::deque<ingest::KeptMessage> m_messages;
    std::size_t m_bytes = 0;
    std::uint64_t m_newest = 0;
    std::uint64_t m_missed = 0;
};

} // namespace ui
