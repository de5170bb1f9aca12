// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/topictable.h"

#include <QAbstractItemModel>
#include <QHash>

#include <string>
#include <unordered_map>
#include <vector>

namespace ui {

/// Topics as a tree, level by level under their connection. Grows with the table, some thousand
/// topics a tick; children stand in natural order. Below a row that nobody opened, children are not
/// told to views (fetchMore tells them), so 50,000 topics cost what is open. Figures are taken for
/// the rows on screen only.
class TopicTree final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Rate, Messages, ColumnCount };
    enum Roles { TopicRole = Qt::UserRole, PathRole, SourceRole, OutcomeRole };
    using NodeId = std::uint32_t;

    explicit TopicTree(const ingest::TopicTable *table, QObject *parent = nullptr);

    void setSourceName(telemetry::SourceId source, const QString &name);
    /// Takes in at most `limit` new topics; true when more wait.
    bool grow(std::size_t limit = 4'000);
    /// Sums of messages and rates over subtrees, from the table.
    void sumUp();
    /// Takes the figures of these rows (in the order of the view) and tells what changed: one
    /// dataChanged per run of neighbours.
    void refreshRows(const QModelIndexList &rows);

    ingest::TopicId topicOf(const QModelIndex &index) const; ///< noTopic for levels in between
    /// The row of a topic, its parents fetched; invalid when it is not in the tree yet.
    QModelIndex indexOf(ingest::TopicId topic);
    std::size_t topicCount() const { return m_nodeOfTopic.size(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr NodeId root = 0;
    struct Node
    {
        std::string name; ///< one level
        std::vector<NodeId> children;
        NodeId parent = root;
        ingest::TopicId topic = ingest::noTopic;
        telemetry::SourceId source = 0;
        std::uint32_t row = 0; ///< a hint, put right by rowOf()
        bool fetched = false; ///< views know the children
    };
    struct Shown ///< what a row on screen shows
    {
        std::uint64_t messages = 0;
        float rate = 0;
        std::uint8_t outcome = 0;
        std::string preview;
        bool operator==(const Shown &) const = default;
    };

    NodeId find(NodeId parent, std::string_view name); ///< root: there is none
    NodeId make(NodeId parent, std::string_view name, telemetry::SourceId source);
    NodeId nodeFor(const ingest::TopicTable::Name &name);
    void place(NodeId parent, NodeId child);
    bool isShown(NodeId node) const; ///< views know its row
    int rowOf(NodeId node) const;
    QModelIndex indexOfNode(NodeId node, int column = 0) const;
    NodeId nodeOf(const QModelIndex &index) const
    {
        return index.isValid() ? static_cast<NodeId>(index.internalId()) : root;
    }
    QVariant display(const Node &node, NodeId id, int column) const;
    QString path(NodeId node) const;

    const ingest::TopicTable *m_table;
    std::vector<Node> m_nodes;
    std::unordered_map<std::string, NodeId> m_index; ///< parent id and name
    std::string m_key;
    std::vector<NodeId> m_nodeOfTopic;
    std::vector<ingest::TopicTable::Name> m_waiting;
    std::size_t m_waitingFrom = 0;
    std::vector<std::uint64_t> m_messages; ///< by node, subtree sums
    std::vector<float> m_rates; ///< by node, subtree sums
    std::vector<std::uint64_t> m_topicMessages;
    std::vector<float> m_topicRates;
    QHash<NodeId, Shown> m_shown;
    QHash<telemetry::SourceId, NodeId> m_sources;
    QHash<telemetry::SourceId, QString> m_sourceNames;
};

/// Natural order of topic levels: digits as numbers, ASCII letters without case. < 0, 0, > 0.
int compareLevels(std::string_view a, std::string_view b);

/// A payload's beginning in one line, made safe to show; binary as hex.
QString previewText(std::string_view payload);

} // namespace ui
