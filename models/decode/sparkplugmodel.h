// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/learned.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace decode::sparkplug {

/// What a birth says about one metric.
struct Tag
{
    std::string name; ///< path, '/' between levels; members of templates included
    std::string unit;
    std::uint32_t datatype = 0;
};

/// The metrics of one node or device, from its last birth.
class TagTable
{
public:
    void clear();
    std::size_t size() const { return m_tags.size(); }

    /// Learns a tag; one that is there already under this name is replaced.
    Tag &learn(std::string_view name);
    /// False when the alias already stands for another tag: it then stands for none.
    bool setAlias(std::uint64_t alias, const Tag &tag);
    const Tag *byName(std::string_view name) const;
    const Tag *byAlias(std::uint64_t alias) const;

private:
    static constexpr std::uint32_t ambiguous = UINT32_MAX;

    std::vector<Tag> m_tags;
    std::unordered_map<std::uint64_t, std::uint32_t> m_byAlias;
    decode::ByName<std::uint32_t> m_byName;
};

/// A device below an edge node.
struct Device
{
    std::string name; ///< "group/edge/device"
    TagTable tags;
    bool born = false;
};

/// An edge node and what hangs on it.
struct Node
{
    static constexpr std::uint64_t noBdSeq = UINT64_MAX;

    std::string name; ///< "group/edge"
    TagTable tags;
    ByName<Device> devices; ///< by device id
    std::uint64_t bdSeq = noBdSeq;
    bool born = false;
    bool dead = false; ///< an NDEATH was taken, no NBIRTH since
};

/// All edge nodes that one chain has seen. Bounded: when full, births are decoded but not learned.
class Model
{
public:
    static constexpr std::size_t maxNodes = 20'000;
    static constexpr std::size_t maxDevices = 100'000;
    static constexpr std::size_t maxTags = 500'000;

    Node *find(std::string_view nodeName);
    Node *findOrAdd(std::string_view nodeName); ///< null: full
    Device *findOrAdd(Node &node, std::string_view deviceId); ///< null: full
    void clearTags(TagTable &table);
    /// NBIRTH and NDEATH void every alias of the node and its devices.
    void reset(Node &node);
    /// Null: full.
    Tag *learn(TagTable &table, std::string_view name);

private:
    ByName<Node> m_nodes;
    std::size_t m_devices = 0;
    std::size_t m_tags = 0;
};

} // namespace decode::sparkplug
