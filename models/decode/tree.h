// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/decode/convention.h"
#include "models/decode/roles.h"
#include "models/telemetry/value.h"

#include <vector>

namespace decode {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex noNode = UINT32_MAX;

/// One JSON or CBOR value with the name it has in its parent. 64-bit integers stay integers.
struct Node
{
    enum class Type : std::uint8_t {
        Null,
        Bool,
        Integer,
        Natural,
        Real,
        Text,
        Bytes,
        Array,
        Object
    };

    std::string_view key; ///< empty in arrays
    std::string_view text; ///< of Text and Bytes
    std::uint64_t bits = 0;
    NodeIndex next = noNode; ///< sibling
    NodeIndex first = noNode; ///< child
    std::uint32_t count = 0; ///< children
    Type type = Type::Null;
    RoleOfKey role;
    bool used = false; ///< consumed: gives no sample of its own
    bool inexact = false; ///< a number beyond 64 bits, rounded

    bool isNumber() const
    {
        return type == Type::Integer || type == Type::Natural || type == Type::Real;
    }
    bool isInteger() const { return type == Type::Integer || type == Type::Natural; }
    bool isText() const { return type == Type::Text; }
    bool isObject() const { return type == Type::Object; }
    bool isArray() const { return type == Type::Array; }
    bool isContainer() const { return type >= Type::Array; }
    telemetry::Value
    value() const; ///< of anything but containers; Null and Bytes give an empty text
    double number() const; ///< of numbers
};

/// A payload as a flat tree; the one shape that JSON and CBOR are interpreted in. Views point into
/// the JSON parser, the payload or the Output's arena. Reused: reading keeps the memory.
class Tree
{
public:
    /// Reads the JSON; what lies deeper than Limits::maxNesting or beyond maxSamples values is left
    /// out.
    void read(const simdjson::dom::element &json, const Limits &limits, bool hugeIntegers);
    /// Reads one CBOR item (RFC 8949) that must fill the payload. False: not CBOR, error() says
    /// why.
    bool readCbor(std::string_view payload, const Limits &limits, Output &out);
    /// The text as the only node.
    void readText(std::string_view text);

    std::vector<Node> nodes; ///< [0] is the root
    Node &at(NodeIndex index) { return nodes[index]; }
    bool nestingCut() const { return m_nestingCut; }
    bool sizeCut() const { return m_sizeCut; }
    bool duplicates() const
    {
        return m_duplicates;
    } ///< a name came twice in one object: the last counts
    bool namesUnits() const { return m_namesUnits; } ///< some member is the unit of another
    std::string_view error() const { return m_error; } ///< static text, as Input::jsonError()

    /// Calls `visit(Node &)` for each child.
    template <class Visit>
    void forEach(const Node &parent, Visit visit)
    {
        for (NodeIndex index = parent.first; index != noNode; index = nodes[index].next)
            visit(nodes[index]);
    }

private:
    friend class CborReader;
    void start(const Limits &limits);
    NodeIndex add(NodeIndex parent, NodeIndex &previous, std::string_view key);
    void readElement(NodeIndex index, const simdjson::dom::element &json, int depth);
    void dropDuplicates(const Node &object);

    std::size_t m_maxNodes = 0;
    int m_maxNesting = 0;
    bool m_hugeIntegers = false;
    bool m_nestingCut = false;
    bool m_sizeCut = false;
    bool m_duplicates = false;
    bool m_namesUnits = false;
    std::string_view m_error;
};

} // namespace decode
