// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/outline.h"

#include "models/base/visibletext.h"
#include "ui/widgets/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString shown(const QByteArray &text)
{
    constexpr qsizetype most = 4'000;
    const auto size = static_cast<std::size_t>(std::min(text.size(), most));
    const QString out = base::visibleText(std::string_view(text.constData(), size));
    return text.size() > most ? out + u'…' : out;
}

QByteArray indent(int depth)
{
    return QByteArray(2 * depth, ' ');
}

} // namespace

std::uint32_t Outline::add(std::uint32_t parent, Kind kind, QByteArray name, QByteArray value)
{
    const auto id = static_cast<std::uint32_t>(nodes.size());
    Node node;
    node.name = std::move(name);
    node.value = std::move(value);
    node.kind = kind;
    node.parent = parent;
    if (id > 0) {
        node.row = static_cast<std::uint32_t>(nodes[parent].children.size());
        nodes[parent].children.push_back(id);
    }
    nodes.push_back(std::move(node));
    return id;
}

void Outline::writeLines()
{
    struct Frame
    {
        std::uint32_t node;
        std::size_t next;
    };
    if (nodes.empty())
        return;
    const auto isOpen = [this](std::uint32_t id) {
        return nodes[id].kind == Kind::Object || nodes[id].kind == Kind::Array;
    };
    const auto head = [this](std::uint32_t id) {
        const Node &node = nodes[id];
        const bool named = id > 0 && nodes[node.parent].kind == Kind::Object;
        return named ? '"' + node.name + "\": " : QByteArray();
    };
    std::vector<Frame> stack;
    const auto write = [&](std::uint32_t id) {
        const Node &node = nodes[id];
        const QByteArray start = indent(static_cast<int>(stack.size())) + head(id);
        if (!isOpen(id))
            lines.append(start + (node.kind == Kind::Text ? '"' + node.value + '"' : node.value));
        else if (node.children.empty())
            lines.append(start + (node.kind == Kind::Object ? "{}" : "[]"));
        else
            lines.append(start + (node.kind == Kind::Object ? '{' : '['));
        if (isOpen(id) && !node.children.empty())
            stack.push_back({id, 0});
    };
    write(0);
    while (!stack.empty()) {
        Frame &frame = stack.back();
        const Node &node = nodes[frame.node];
        if (frame.next < node.children.size()) {
            write(node.children[frame.next++]);
            continue;
        }
        stack.pop_back();
        lines.append(indent(static_cast<int>(stack.size()))
                     + (node.kind == Kind::Object ? '}' : ']'));
    }
}

void OutlineModel::setOutline(std::shared_ptr<const Outline> outline)
{
    beginResetModel();
    m_outline = std::move(outline);
    endResetModel();
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto id = static_cast<std::uint32_t>(parent.isValid() ? parent.internalId() : 0);
    return createIndex(
        row, column,
        static_cast<quintptr>(m_outline->nodes[id].children[static_cast<std::size_t>(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const std::uint32_t above = m_outline->nodes[index.internalId()].parent;
    return above == 0 ? QModelIndex()
                      : createIndex(static_cast<int>(m_outline->nodes[above].row), 0,
                                    static_cast<quintptr>(above));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!m_outline || m_outline->nodes.empty() || parent.column() > 0)
        return 0;
    return static_cast<int>(
        m_outline->nodes[parent.isValid() ? parent.internalId() : 0].children.size());
}

QString OutlineModel::pointer(const QModelIndex &index) const
{
    QString out;
    for (std::uint32_t id = index.isValid() ? static_cast<std::uint32_t>(index.internalId()) : 0;
         id != 0; id = m_outline->nodes[id].parent) {
        QString part = QString::fromUtf8(m_outline->nodes[id].name);
        part.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
        out = u'/' + part + out;
    }
    return out;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Outline::Node &node = m_outline->nodes[index.internalId()];
    const bool open = node.kind == Outline::Kind::Object || node.kind == Outline::Kind::Array;
    if (role == Qt::DisplayRole && index.column() == 0)
        return shown(node.name);
    if (role == Qt::DisplayRole) {
        if (!open)
            return shown(node.value);
        const int count = static_cast<int>(node.children.size());
        return node.kind == Outline::Kind::Object ? tr("{ %n }", nullptr, count)
                                                  : tr("[ %n ]", nullptr, count);
    }
    if (role == Qt::ForegroundRole)
        return open || index.column() == 0 ? QVariant(colour(Role::TextSecond)) : QVariant();
    return {};
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace ui
