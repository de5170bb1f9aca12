// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/text.h"
#include "models/decode/tree.h"

#include <QCborStreamReader>

#include <simdjson.h>

#include <charconv>
#include <cmath>

namespace decode {

/// Reads one CBOR item into a Tree with Qt's stream reader; texts go into the Output's arena.
class CborReader
{
public:
    CborReader(Tree &tree, std::string_view payload, Output &out)
        : m_tree(tree)
        , m_out(out)
        , m_payload(payload)
        , m_reader(payload.data(), static_cast<qsizetype>(payload.size()))
    {
    }

    bool read()
    {
        if (!item(0, 0))
            return fail();
        if (m_reader.currentOffset() != static_cast<qint64>(m_payload.size())) {
            m_tree.m_error =
                QT_TRANSLATE_NOOP("decode::Tr", "Bytes are left over behind the CBOR item.");
            return false;
        }
        return true;
    }

private:
    using Type = Node::Type;

    bool fail()
    {
        if (m_tree.m_error.empty())
            m_tree.m_error = QT_TRANSLATE_NOOP("decode::Tr", "The CBOR is malformed or cut short.");
        return false;
    }

    bool tooMuch(std::string_view why)
    {
        m_tree.m_error = why;
        return false;
    }

    void set(NodeIndex index, Type type, std::uint64_t bits)
    {
        m_tree.at(index).type = type;
        m_tree.at(index).bits = bits;
    }

    bool item(NodeIndex index, int depth)
    {
        if (m_reader.lastError() != QCborError::NoError)
            return false;
        switch (m_reader.type()) {
        case QCborStreamReader::UnsignedInteger:
            unsignedInteger(index, m_reader.toUnsignedInteger());
            return m_reader.next();
        case QCborStreamReader::NegativeInteger:
            negativeInteger(index, static_cast<std::uint64_t>(m_reader.toNegativeInteger()));
            return m_reader.next();
        case QCborStreamReader::ByteString:
        case QCborStreamReader::TextString:
            return text(index);
        case QCborStreamReader::Array:
            return array(index, depth);
        case QCborStreamReader::Map:
            return map(index, depth);
        case QCborStreamReader::Tag:
            return tagged(index, depth);
        case QCborStreamReader::SimpleType:
            simple(index);
            return m_reader.next();
        case QCborStreamReader::Float16:
            real(index, static_cast<double>(static_cast<float>(m_reader.toFloat16())));
            return m_reader.next();
        case QCborStreamReader::Float:
            real(index, static_cast<double>(m_reader.toFloat()));
            return m_reader.next();
        case QCborStreamReader::Double:
            real(index, m_reader.toDouble());
            return m_reader.next();
        case QCborStreamReader::Invalid:
            break;
        }
        return false;
    }

    void unsignedInteger(NodeIndex index, std::uint64_t value)
    {
        set(index, value <= static_cast<std::uint64_t>(INT64_MAX) ? Type::Integer : Type::Natural,
            value);
    }

    /// The value is -1 - n (RFC 8949, 3.1); Qt gives n + 1, with 0 for 2^64.
    void negativeInteger(NodeIndex index, std::uint64_t magnitude)
    {
        constexpr std::uint64_t lowest = std::uint64_t(1) << 63;
        if (magnitude != 0 && magnitude <= lowest) {
            set(index, Type::Integer, ~magnitude + 1);
            return;
        }
        const double value =
            magnitude == 0 ? -18'446'744'073'709'551'616.0 : -static_cast<double>(magnitude);
        set(index, Type::Real, std::bit_cast<std::uint64_t>(value));
        m_tree.at(index).inexact = true;
    }

    void real(NodeIndex index, double value)
    {
        if (std::isfinite(value))
            set(index, Type::Real, std::bit_cast<std::uint64_t>(value));
    }

    void simple(NodeIndex index)
    {
        if (m_reader.isBool())
            set(index, Type::Bool, m_reader.toBool() ? 1 : 0);
    }

    std::optional<std::string_view> string()
    {
        std::string_view whole;
        while (true) {
            const qsizetype size = m_reader.currentStringChunkSize();
            if (m_reader.lastError() != QCborError::NoError || size < 0
                || size > static_cast<qsizetype>(m_payload.size()))
                return {};
            char *place = m_out.reserve(static_cast<std::size_t>(size) + 1);
            const auto chunk = m_reader.readStringChunk(place, size);
            if (chunk.status == QCborStreamReader::EndOfString)
                return whole;
            if (chunk.status != QCborStreamReader::Ok)
                return {};
            const std::string_view piece(place, static_cast<std::size_t>(chunk.data));
            if (whole.size() + piece.size() > m_payload.size())
                return {};
            whole = whole.empty() ? piece : m_out.keep(whole, piece);
        }
    }

    bool text(NodeIndex index)
    {
        const bool isText = m_reader.isString();
        const auto content = string();
        if (!content)
            return false;
        if (isText && !simdjson::validate_utf8(content->data(), content->size()))
            return tooMuch(
                QT_TRANSLATE_NOOP("decode::Tr", "The CBOR has a text that is not UTF-8."));
        m_tree.at(index).text = *content;
        m_tree.at(index).type = isText ? Type::Text : Type::Bytes;
        return true;
    }

    /// What is nested too deeply is left out, as in JSON.
    bool skipped(int depth)
    {
        if (depth < m_tree.m_maxNesting)
            return false;
        m_tree.m_nestingCut = true;
        return true;
    }

    bool skip()
    {
        constexpr int deepest = 1'000; // Qt recurses
        return m_reader.next(deepest);
    }

    bool room()
    {
        return m_tree.nodes.size() < m_tree.m_maxNodes
            || tooMuch(QT_TRANSLATE_NOOP("decode::Tr", "The CBOR has too many values."));
    }

    bool array(NodeIndex index, int depth)
    {
        set(index, Type::Array, 0);
        if (skipped(depth))
            return skip();
        if (!m_reader.enterContainer())
            return false;
        NodeIndex previous = noNode;
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext()) {
            if (!room() || !item(m_tree.add(index, previous, {}), depth + 1))
                return false;
        }
        return m_reader.lastError() == QCborError::NoError && m_reader.leaveContainer();
    }

    bool map(NodeIndex index, int depth)
    {
        set(index, Type::Object, 0);
        if (skipped(depth))
            return skip();
        if (!m_reader.enterContainer())
            return false;
        NodeIndex previous = noNode;
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext()) {
            const auto name = key();
            if (!name || !room() || !item(m_tree.add(index, previous, *name), depth + 1))
                return false;
        }
        if (m_reader.lastError() != QCborError::NoError)
            return false;
        m_tree.dropDuplicates(m_tree.at(index));
        return m_reader.leaveContainer();
    }

    /// Map keys are texts or integers (SenML's labels); the integer's digits serve as its name.
    std::optional<std::string_view> key()
    {
        if (m_reader.isString())
            return string();
        Node number;
        if (m_reader.isUnsignedInteger()) {
            number.bits = m_reader.toUnsignedInteger();
            number.type = number.bits <= static_cast<std::uint64_t>(INT64_MAX) ? Type::Integer
                                                                               : Type::Natural;
        } else if (m_reader.isNegativeInteger()) {
            number.bits = ~static_cast<std::uint64_t>(m_reader.toNegativeInteger()) + 1;
            number.type = Type::Integer;
        } else {
            m_tree.m_error = QT_TRANSLATE_NOOP(
                "decode::Tr", "The CBOR has a map key that is neither text nor integer.");
            return {};
        }
        if (!m_reader.next())
            return {};
        char digits[24];
        const auto end = number.type == Type::Integer
            ? std::to_chars(digits, digits + sizeof digits,
                            std::bit_cast<std::int64_t>(number.bits))
                  .ptr
            : std::to_chars(digits, digits + sizeof digits, number.bits).ptr;
        return m_out.keep({digits, static_cast<std::size_t>(end - digits)});
    }

    /// Tags (RFC 8949, 3.4): decimal fraction and bignum become numbers, the others pass through.
    bool tagged(NodeIndex index, int depth)
    {
        constexpr int mostTags = 4;
        if (++m_tags > mostTags)
            return tooMuch(
                QT_TRANSLATE_NOOP("decode::Tr", "The CBOR has too many tags on one value."));
        const auto tag = static_cast<std::uint64_t>(m_reader.toTag());
        const bool read = m_reader.next() && item(index, depth);
        --m_tags;
        if (!read)
            return false;
        if (tag == 4 || tag == 5)
            return fraction(index, tag == 4 ? 10.0 : 2.0);
        if (tag == 2 || tag == 3)
            bignum(index, tag == 3);
        return true;
    }

    /// [exponent, mantissa]
    bool fraction(NodeIndex index, double base)
    {
        const Node array = m_tree.at(index);
        if (!array.isArray() || array.count != 2)
            return false;
        const Node &exponent = m_tree.at(array.first);
        const Node &mantissa = m_tree.at(exponent.next);
        if (!exponent.isInteger() || !mantissa.isNumber())
            return false;
        const double power = exponent.number();
        const double value = base == 10.0 && power < 0 && power > -23
            ? mantissa.number() / std::pow(10.0, -power)
            : mantissa.number() * std::pow(base, power);
        Node &node = m_tree.at(index);
        node.first = noNode;
        node.count = 0;
        node.type = Type::Null;
        real(index, value);
        return true;
    }

    void bignum(NodeIndex index, bool negative)
    {
        Node &node = m_tree.at(index);
        constexpr std::size_t most = 128; // beyond: infinite as a double
        if (node.type != Type::Bytes || node.text.size() > most)
            return;
        double value = 0;
        for (const char byte : node.text)
            value = value * 256 + static_cast<unsigned char>(byte);
        node.type = Type::Null;
        node.text = {};
        node.inexact = true;
        real(index, negative ? -1 - value : value);
    }

    Tree &m_tree;
    Output &m_out;
    std::string_view m_payload;
    QCborStreamReader m_reader;
    int m_tags = 0;
};

bool Tree::readCbor(std::string_view payload, const Limits &limits, Output &out)
{
    start(limits);
    return CborReader(*this, payload, out).read();
}

} // namespace decode
