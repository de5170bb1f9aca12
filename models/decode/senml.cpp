// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/senml.h"

#include "models/decode/text.h"
#include "models/decode/timetext.h"

#include <charconv>
#include <cmath>

namespace decode::senml {

using telemetry::Value;
using telemetry::ValueType;

namespace {

enum class Label { Bn, Bt, Bu, Bv, Bs, Bver, N, U, V, Vs, Vb, S, T, Ut, Vd, Unknown };

struct LabelName
{
    std::string_view json;
    std::string_view cbor;
    Label label;
};

// RFC 8428, table 1 and (CBOR) table 4. CBOR map keys arrive as their decimal text.
constexpr LabelName labelNames[] = {
    {"bn", "-2", Label::Bn}, {"bt", "-3", Label::Bt}, {"bu", "-4", Label::Bu},
    {"bv", "-5", Label::Bv}, {"bs", "-6", Label::Bs}, {"bver", "-1", Label::Bver},
    {"n", "0", Label::N},    {"u", "1", Label::U},    {"v", "2", Label::V},
    {"vs", "3", Label::Vs},  {"vb", "4", Label::Vb},  {"s", "5", Label::S},
    {"t", "6", Label::T},    {"ut", "7", Label::Ut},  {"vd", "8", Label::Vd},
};

Label labelOf(std::string_view key, bool cbor)
{
    for (const LabelName &name : labelNames) {
        if (key == (cbor ? name.cbor : name.json))
            return name.label;
    }
    return Label::Unknown;
}

struct Base
{
    std::string_view name;
    std::string_view unit;
    const Node *value = nullptr;
    double sum = 0;
    std::optional<double> time;
    std::int64_t version = -1; ///< -1: the default
};

/// A whole number and a fraction of a second apart, so that sums of times stay exact to the digit.
TimeNs absoluteTime(double base, double offset, TimeNs now)
{
    constexpr double relativeBelow = 268'435'456; // 2^28, RFC 8428, 4.5.3
    const double sum = base + offset;
    const TimeNs a = timeOfSeconds(base);
    const TimeNs b = timeOfSeconds(offset);
    TimeNs time = 0;
    if (a == base::noTime || b == base::noTime || __builtin_add_overflow(a, b, &time))
        return base::noTime;
    if (sum >= relativeBelow)
        return time;
    return now == base::noTime || __builtin_add_overflow(now, time, &time) ? base::noTime : time;
}

Value added(const Node *base, const Node &node)
{
    if (!base)
        return node.value();
    if (base->type == Node::Type::Integer && node.type == Node::Type::Integer) {
        std::int64_t sum = 0;
        if (!__builtin_add_overflow(std::bit_cast<std::int64_t>(base->bits),
                                    std::bit_cast<std::int64_t>(node.bits), &sum))
            return Value::integer(sum);
    }
    return Value::real(base->number() + node.number());
}

bool nameCharacters(std::string_view name)
{
    const auto letterOrDigit = [](char c) {
        return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z');
    };
    if (name.empty() || !letterOrDigit(name.front()))
        return false;
    return std::all_of(name.begin(), name.end(), [&](char c) {
        return letterOrDigit(c) || c == '-' || c == ':' || c == '.' || c == '/' || c == '_';
    });
}

/// Reads one record after another, carrying the base fields along.
class Resolver
{
public:
    Resolver(Tree &tree, bool cbor, TimeNs now)
        : m_tree(tree)
        , m_cbor(cbor)
        , m_now(now)
    {
    }

    /// A sentence, or empty.
    QString read(const Node &object, std::vector<Record> &records)
    {
        m_record = Record();
        m_time.reset();
        m_values = 0;
        m_value = nullptr;
        for (NodeIndex index = object.first; index != noNode; index = m_tree.at(index).next) {
            const Node &node = m_tree.at(index);
            if (node.used)
                continue;
            if (const QString error = take(labelOf(node.key, m_cbor), node); !error.isEmpty())
                return error;
        }
        return finish(records);
    }

private:
    static QString wrongType(const Node &node)
    {
        return Tr::tr("SenML: the field %1 has a value of the wrong type.").arg(excerpt(node.key));
    }

    QString takeVersion(const Node &node)
    {
        constexpr std::int64_t understood = 10;
        const double version = node.isNumber() ? node.number() : -1;
        if (!(version >= 1 && version < 1e9) || version != std::floor(version))
            return wrongType(node);
        const auto number = static_cast<std::int64_t>(version);
        if (number > understood)
            return Tr::tr(
                       "SenML: version %1 is newer than the versions up to %2 that are understood.")
                .arg(number)
                .arg(understood);
        if (m_base.version >= 0 && m_base.version != number)
            return Tr::tr("SenML: the records have different versions.");
        m_base.version = number;
        return {};
    }

    QString takeText(const Node &node, std::string_view &text)
    {
        if (!node.isText())
            return wrongType(node);
        text = node.text;
        return {};
    }

    QString takeValue(const Node &node, Record::Kind kind, bool rightType)
    {
        if (!rightType)
            return wrongType(node);
        ++m_values;
        m_record.kind = kind;
        m_value = &node;
        return {};
    }

    QString takeNumber(const Node &node, std::optional<double> &number)
    {
        if (!node.isNumber())
            return wrongType(node);
        number = node.number();
        return {};
    }

    QString take(Label label, const Node &node)
    {
        std::optional<double> number;
        QString error;
        switch (label) {
        case Label::Bn:
            return takeText(node, m_base.name);
        case Label::Bu:
            return takeText(node, m_base.unit);
        case Label::N:
            return takeText(node, m_record.name);
        case Label::U:
            return takeText(node, m_record.unit);
        case Label::Bver:
            return takeVersion(node);
        case Label::Bt:
            return takeNumber(node, m_base.time);
        case Label::Bv:
            m_base.value = &node;
            return node.isNumber() ? QString() : wrongType(node);
        case Label::Bs:
            error = takeNumber(node, number);
            m_base.sum = number.value_or(0);
            return error;
        case Label::T:
            return takeNumber(node, m_time);
        case Label::S:
            return takeNumber(node, m_record.sum);
        case Label::Ut:
            return takeNumber(node, number);
        case Label::V:
            return takeValue(node, Record::Kind::Number, node.isNumber());
        case Label::Vs:
            return takeValue(node, Record::Kind::Text, node.isText());
        case Label::Vb:
            return takeValue(node, Record::Kind::Bool, node.type == Node::Type::Bool);
        case Label::Vd:
            return takeValue(node, Record::Kind::Data,
                             m_cbor ? node.type == Node::Type::Bytes : node.isText());
        case Label::Unknown:
            break;
        }
        return node.key.ends_with('_')
            ? Tr::tr("SenML: the field %1 must be understood, and is not known.")
                  .arg(excerpt(node.key))
            : QString();
    }

    QString finish(std::vector<Record> &records)
    {
        if (m_values > 1)
            return Tr::tr("SenML: a record has more than one value.");
        m_record.base = m_base.name;
        std::string full(m_base.name);
        full += m_record.name;
        const bool measures = m_values == 1 || m_record.sum;
        if (!measures)
            return m_record.name.empty() && !m_time
                ? QString()
                : Tr::tr("SenML: a record has neither a value nor a sum.");
        if (!nameCharacters(full))
            return Tr::tr("SenML: the name “%1” is empty or has characters that are not allowed.")
                .arg(excerpt(full));
        if (m_record.unit.empty())
            m_record.unit = m_base.unit;
        const double base = m_base.time.value_or(0);
        const double offset = m_time.value_or(0);
        m_record.timed = base + offset != 0;
        m_record.time = absoluteTime(base, offset, m_now);
        if (m_value)
            m_record.value = m_record.kind == Record::Kind::Number ? added(m_base.value, *m_value)
                                                                   : m_value->value();
        if (m_record.sum)
            *m_record.sum += m_base.sum;
        records.push_back(m_record);
        return {};
    }

    Tree &m_tree;
    bool m_cbor;
    TimeNs m_now;
    Base m_base;
    Record m_record;
    std::optional<double> m_time;
    int m_values = 0;
    const Node *m_value = nullptr;
};

} // namespace

bool looksLikePack(Tree &tree, bool cbor)
{
    constexpr std::size_t longestExtension = 3;
    const Node &array = tree.at(0);
    if (!array.isArray() || array.first == noNode)
        return false;
    bool named = false;
    bool valued = false;
    for (NodeIndex index = array.first; index != noNode; index = tree.at(index).next) {
        const Node &record = tree.at(index);
        if (!record.isObject() || record.first == noNode)
            return false;
        for (NodeIndex child = record.first; child != noNode; child = tree.at(child).next) {
            const Node &node = tree.at(child);
            const Label label = labelOf(node.key, cbor);
            if (label == Label::Unknown && node.key.size() > longestExtension
                && !node.key.ends_with('_'))
                return false;
            named = named || ((label == Label::Bn || label == Label::N) && node.isText());
            valued = valued || (label >= Label::V && label <= Label::S) || label == Label::Vd
                || label == Label::Bver;
        }
    }
    return named && valued;
}

QString resolve(Tree &tree, bool cbor, TimeNs now, std::vector<Record> &records)
{
    records.clear();
    const Node &array = tree.at(0);
    if (!array.isArray())
        return Tr::tr("SenML: the payload is not an array of records.");
    Resolver resolver(tree, cbor, now);
    for (NodeIndex index = array.first; index != noNode; index = tree.at(index).next) {
        if (!tree.at(index).isObject())
            return Tr::tr("SenML: the payload is not an array of records.");
        if (const QString error = resolver.read(tree.at(index), records); !error.isEmpty())
            return error;
    }
    return {};
}

} // namespace decode::senml
