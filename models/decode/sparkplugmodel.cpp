// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplugmodel.h"

namespace decode::sparkplug {

void TagTable::clear()
{
    m_tags = {};
    m_byAlias = {};
    m_byName = {};
}

Tag &TagTable::learn(std::string_view name)
{
    if (const auto it = m_byName.find(name); it != m_byName.end())
        return m_tags[it->second];
    m_byName.emplace(name, static_cast<std::uint32_t>(m_tags.size()));
    return m_tags.emplace_back(Tag{.name = std::string(name), .unit = {}, .datatype = 0});
}

bool TagTable::setAlias(std::uint64_t alias, const Tag &tag)
{
    const auto index = static_cast<std::uint32_t>(&tag - m_tags.data());
    const auto [it, added] = m_byAlias.emplace(alias, index);
    if (added || it->second == index)
        return true;
    it->second = ambiguous;
    return false;
}

const Tag *TagTable::byName(std::string_view name) const
{
    const auto it = m_byName.find(name);
    return it == m_byName.end() ? nullptr : &m_tags[it->second];
}

const Tag *TagTable::byAlias(std::uint64_t alias) const
{
    const auto it = m_byAlias.find(alias);
    return it == m_byAlias.end() || it->second == ambiguous ? nullptr : &m_tags[it->second];
}

Node *Model::find(std::string_view nodeName)
{
    const auto it = m_nodes.find(nodeName);
    return it == m_nodes.end() ? nullptr : &it->second;
}

Node *Model::findOrAdd(std::string_view nodeName)
{
    if (Node *node = find(nodeName))
        return node;
    if (m_nodes.size() >= maxNodes)
        return nullptr;
    Node &node = m_nodes[std::string(nodeName)];
    node.name = nodeName;
    return &node;
}

Device *Model::findOrAdd(Node &node, std::string_view deviceId)
{
    if (const auto it = node.devices.find(deviceId); it != node.devices.end())
        return &it->second;
    if (m_devices >= maxDevices)
        return nullptr;
    ++m_devices;
    Device &device = node.devices[std::string(deviceId)];
    device.name = node.name + "/" + std::string(deviceId);
    return &device;
}

void Model::clearTags(TagTable &table)
{
    m_tags -= table.size();
    table.clear();
}

void Model::reset(Node &node)
{
    clearTags(node.tags);
    for (auto &[id, device] : node.devices) {
        clearTags(device.tags);
        device.born = false;
    }
    node.born = false;
}

Tag *Model::learn(TagTable &table, std::string_view name)
{
    const std::size_t before = table.size();
    if (m_tags >= maxTags && table.byName(name) == nullptr)
        return nullptr;
    Tag &tag = table.learn(name);
    m_tags += table.size() - before;
    return &tag;
}

} // namespace decode::sparkplug
