// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/topictree.h"

#include "models/base/visibletext.h"
#include "models/decode/output.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using ingest::TopicId;

TopicTree::TopicTree(const ingest::TopicTable *table, QObject *parent)
    : QAbstractItemModel(parent)
    , m_table(table)
{
    m_nodes.emplace_back();
    m_nodes[root].fetched = true;
    m_messages.push_back(0);
    m_rates.push_back(0);
}

void TopicTree::setSourceName(telemetry::SourceId source, const QString &name)
{
    if (m_sourceNames.value(source) == name)
        return;
    m_sourceNames.insert(source, name);
    if (const auto it = m_sources.constFind(source); it != m_sources.constEnd()) {
        const QModelIndex index = indexOfNode(*it);
        Q_EMIT dataChanged(index, index);
    }
}

TopicTree::NodeId TopicTree::find(NodeId parent, std::string_view name)
{
    m_key.assign(reinterpret_cast<const char *>(&parent), sizeof(parent));
    m_key.append(name);
    const auto it = m_index.find(m_key);
    return it == m_index.end() ? root : it->second;
}

TopicTree::NodeId TopicTree::make(NodeId parent, std::string_view name, telemetry::SourceId source)
{
    const auto id = static_cast<NodeId>(m_nodes.size());
    Node &node = m_nodes.emplace_back();
    node.name = name;
    node.parent = parent;
    node.source = source;
    m_key.assign(reinterpret_cast<const char *>(&parent), sizeof(parent));
    m_key.append(name);
    m_index.emplace(m_key, id);
    m_messages.push_back(0);
    m_rates.push_back(0);
    return id;
}

/// New levels are hung on each other first and on the tree last: views learn of one row, which has
/// its children already and tells them when it is opened.
TopicTree::NodeId TopicTree::nodeFor(const ingest::TopicTable::Name &name)
{
    NodeId node = m_sources.value(name.source, root);
    NodeId branch = root; // the topmost new node
    if (node == root) {
        node = branch = make(root, std::to_string(name.source), name.source);
        m_sources.insert(name.source, node);
    }
    std::string_view rest = name.topic;
    for (bool more = true; more;) {
        const std::size_t slash = rest.find('/');
        const std::string_view level = rest.substr(0, slash);
        NodeId next = branch == root ? find(node, level) : root;
        if (next == root) {
            next = make(node, level, name.source);
            if (branch == root)
                branch = next;
            else
                m_nodes[node].children.push_back(next);
        }
        node = next;
        more = slash != std::string_view::npos;
        rest = more ? rest.substr(slash + 1) : std::string_view();
    }
    if (branch != root)
        place(m_nodes[branch].parent, branch);
    return node;
}

void TopicTree::place(NodeId parent, NodeId id)
{
    std::vector<NodeId> &children = m_nodes[parent].children;
    const auto at =
        std::upper_bound(children.begin(), children.end(), id, [this](NodeId a, NodeId b) {
            return compareLevels(m_nodes[a].name, m_nodes[b].name) < 0;
        });
    const auto row = static_cast<int>(at - children.begin());
    m_nodes[id].row = static_cast<std::uint32_t>(row);
    // A row on screen that gets its first child must show its arrow: that child is told at once.
    if (children.empty() && isShown(parent))
        m_nodes[parent].fetched = true;
    const bool told = m_nodes[parent].fetched && (parent == root || isShown(parent));
    if (told)
        beginInsertRows(indexOfNode(parent), row, row);
    children.insert(at, id);
    if (told)
        endInsertRows();
}

bool TopicTree::isShown(NodeId node) const
{
    for (; node != root; node = m_nodes[node].parent) {
        if (!m_nodes[m_nodes[node].parent].fetched)
            return false;
    }
    return true;
}

bool TopicTree::grow(std::size_t limit)
{
    if (m_waitingFrom >= m_waiting.size()) {
        m_waiting.clear();
        m_waitingFrom = 0;
        if (m_table->size() > m_nodeOfTopic.size())
            m_waiting = m_table->namesFrom(static_cast<TopicId>(m_nodeOfTopic.size()));
    }
    const std::size_t end = std::min(m_waiting.size(), m_waitingFrom + limit);
    for (; m_waitingFrom < end; ++m_waitingFrom) {
        const ingest::TopicTable::Name &name = m_waiting[m_waitingFrom];
        const NodeId node = nodeFor(name);
        m_nodes[node].topic = name.id;
        m_nodeOfTopic.push_back(node);
    }
    return m_waitingFrom < m_waiting.size();
}

void TopicTree::sumUp()
{
    m_table->counts(m_topicMessages);
    m_table->rates(m_topicRates);
    m_messages.assign(m_nodes.size(), 0);
    m_rates.assign(m_nodes.size(), 0);
    for (std::size_t topic = 0; topic < m_nodeOfTopic.size(); ++topic) {
        m_messages[m_nodeOfTopic[topic]] += m_topicMessages[topic];
        m_rates[m_nodeOfTopic[topic]] += m_topicRates[topic];
    }
    // Parents are made before their children: one pass from the end sums all subtrees.
    for (std::size_t node = m_nodes.size() - 1; node > root; --node) {
        m_messages[m_nodes[node].parent] += m_messages[node];
        m_rates[m_nodes[node].parent] += m_rates[node];
    }
}

void TopicTree::refreshRows(const QModelIndexList &rows)
{
    std::vector<TopicId> topics;
    for (const QModelIndex &row : rows)
        topics.push_back(m_nodes[nodeOf(row)].topic);
    const std::vector<ingest::TopicFigures> figures = m_table->figures(topics);
    QHash<NodeId, Shown> shown;
    QModelIndex first;
    QModelIndex last;
    const auto tell = [&] {
        if (first.isValid())
            Q_EMIT dataChanged(first.siblingAtColumn(Value), last.siblingAtColumn(ColumnCount - 1));
        first = last = {};
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const NodeId node = nodeOf(rows[i]);
        const ingest::TopicFigures &own = figures[static_cast<std::size_t>(i)];
        Shown now{m_messages[node], m_rates[node], own.outcome,
                  own.id == ingest::noTopic ? std::string() : own.preview};
        const bool changed = !(m_shown.value(node) == now);
        shown.insert(node, std::move(now));
        if (!changed)
            continue;
        const bool neighbour = last.isValid() && last.row() + 1 == rows[i].row()
            && m_nodes[nodeOf(last)].parent == m_nodes[node].parent;
        if (!neighbour)
            tell();
        if (!first.isValid())
            first = rows[i];
        last = rows[i];
        m_shown.insert(node, shown.value(node));
    }
    m_shown = std::move(shown);
    tell();
}

TopicId TopicTree::topicOf(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[nodeOf(index)].topic : ingest::noTopic;
}

QModelIndex TopicTree::indexOf(TopicId topic)
{
    if (topic >= m_nodeOfTopic.size())
        return {};
    std::vector<NodeId> way;
    for (NodeId node = m_nodeOfTopic[topic]; node != root; node = m_nodes[node].parent)
        way.push_back(node);
    for (auto node = way.rbegin(); node != way.rend(); ++node) {
        const NodeId above = m_nodes[*node].parent;
        if (above != root && !m_nodes[above].fetched)
            fetchMore(indexOfNode(above));
    }
    return indexOfNode(m_nodeOfTopic[topic]);
}

int TopicTree::rowOf(NodeId id) const
{
    const std::vector<NodeId> &siblings = m_nodes[m_nodes[id].parent].children;
    const std::uint32_t hint = m_nodes[id].row;
    if (hint < siblings.size() && siblings[hint] == id)
        return static_cast<int>(hint);
    auto at = std::lower_bound(siblings.begin(), siblings.end(), id, [this](NodeId a, NodeId b) {
        return compareLevels(m_nodes[a].name, m_nodes[b].name) < 0;
    });
    at = std::find(at, siblings.end(), id); // names that compare alike ("a1", "A1") stand together
    const_cast<Node &>(m_nodes[id]).row = static_cast<std::uint32_t>(at - siblings.begin());
    return static_cast<int>(at - siblings.begin());
}

QModelIndex TopicTree::indexOfNode(NodeId node, int column) const
{
    return node == root ? QModelIndex()
                        : createIndex(rowOf(node), column, static_cast<quintptr>(node));
}

QModelIndex TopicTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const NodeId id = m_nodes[nodeOf(parent)].children[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(id));
}

QModelIndex TopicTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(m_nodes[nodeOf(index)].parent) : QModelIndex();
}

int TopicTree::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node &node = m_nodes[nodeOf(parent)];
    return node.fetched ? static_cast<int>(node.children.size()) : 0;
}

bool TopicTree::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && !m_nodes[nodeOf(parent)].children.empty();
}

bool TopicTree::canFetchMore(const QModelIndex &parent) const
{
    const Node &node = m_nodes[nodeOf(parent)];
    return parent.column() <= 0 && !node.fetched && !node.children.empty();
}

void TopicTree::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const NodeId id = nodeOf(parent);
    beginInsertRows(parent, 0, static_cast<int>(m_nodes[id].children.size()) - 1);
    m_nodes[id].fetched = true;
    endInsertRows();
}

QString TopicTree::path(NodeId node) const
{
    std::string out;
    for (; node != root && m_nodes[node].parent != root; node = m_nodes[node].parent)
        out = out.empty() ? m_nodes[node].name : m_nodes[node].name + '/' + out;
    return QString::fromStdString(out);
}

QVariant TopicTree::display(const Node &node, NodeId id, int column) const
{
    switch (column) {
    case Name:
        if (node.parent == root)
            return base::visibleText(
                m_sourceNames.value(node.source, tr("connection %1").arg(node.source)));
        return node.name.empty() ? tr("(empty level)")
                                 : base::visibleText(std::string_view(node.name));
    case Value:
        return previewText(m_shown.value(id).preview);
    case Rate:
        return m_rates[id] > 0 ? format::rateNumber(static_cast<double>(m_rates[id]))
                               : format::none;
    default:
        return format::count(m_messages[id]);
    }
}

QVariant TopicTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NodeId id = nodeOf(index);
    const Node &node = m_nodes[id];
    switch (role) {
    case Qt::DisplayRole:
        return display(node, id, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter
                        | (index.column() >= Rate ? Qt::AlignRight : Qt::AlignLeading));
    case Qt::ForegroundRole:
        if (index.column() == Value) {
            const bool broken = m_shown.value(id).outcome
                == static_cast<std::uint8_t>(decode::Outcome::Undecodable);
            return colour(broken ? Role::High : Role::TextSecond);
        }
        return index.column() >= Rate ? QVariant(colour(Role::TextSecond)) : QVariant();
    case Qt::ToolTipRole:
        return base::visibleText(path(id)).toHtmlEscaped();
    case TopicRole:
        return node.topic;
    case PathRole:
        return path(id);
    case SourceRole:
        return node.source;
    default:
        return {};
    }
}

QVariant TopicTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section >= Rate ? Qt::AlignRight : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Topic"), tr("Last value"), tr("msg/s"), tr("Messages")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace ui
