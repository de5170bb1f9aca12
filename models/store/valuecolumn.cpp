// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/valuecolumn.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace store {

using telemetry::ValueType;

namespace {

using U = std::uint64_t;
using I = std::int64_t;

enum Form : std::uint8_t { Integers = 0, Flipped = 1, Decimal = 2, Ordered = 3 };
constexpr std::uint8_t dictionaryFlag = 0x10;
constexpr std::uint8_t noRangeFlag = 0x20; ///< NaN among ordered bits: their range means nothing
constexpr std::size_t maxDictionary = 256;
constexpr unsigned maxDecimals = 17;
constexpr double powersOfTen[] = {1,   1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,
                                  1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17};

/// The integer that divided by `scale` gives exactly these bits; false when there is none.
/// Both are exact in a double, so the quotient is the correctly rounded decimal.
bool toDecimal(U bits, double scale, I &code)
{
    const double scaled = std::bit_cast<double>(bits) * scale;
    if (!(std::fabs(scaled) < 0x1p51)) {
        code = 0;
        return false;
    }
    constexpr double magic = 0x1.8p52; // adding and taking it away rounds to an integer
    const double rounded = (scaled + magic) - magic;
    code = static_cast<I>(rounded);
    return std::bit_cast<U>(static_cast<double>(code) / scale) == bits;
}

/// The decimal places that cost least over every `stride`-th value: a place more costs log2(10)
/// bits a value, a value that does not fit costs about 80 bits.
unsigned chooseDecimals(std::span<const U> bits, std::size_t stride)
{
    unsigned best = 0;
    double bestCost = 1e300;
    for (unsigned e = 0; e <= maxDecimals; ++e) {
        double cost = 0;
        I code;
        for (std::size_t i = 0; i < bits.size(); i += stride)
            cost += toDecimal(bits[i], powersOfTen[e], code) ? 3.33 * e : 80;
        if (cost < bestCost) {
            bestCost = cost;
            best = e;
        }
    }
    return best;
}

struct Codes
{
    std::uint8_t form = Integers;
    std::uint8_t parameter = 0;
    bool ranged = true;
    std::vector<I> values;
    std::vector<std::uint32_t> exceptions;
};

void scaleAll(std::span<const U> bits, unsigned decimals, Codes &codes)
{
    codes.form = Decimal;
    codes.parameter = static_cast<std::uint8_t>(decimals);
    codes.values.resize(bits.size());
    codes.exceptions.clear();
    const double scale = powersOfTen[decimals];
    I previous = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) {
        if (!toDecimal(bits[i], scale, codes.values[i])) {
            codes.values[i] = previous;
            codes.exceptions.push_back(static_cast<std::uint32_t>(i));
        }
        previous = codes.values[i];
    }
}

/// False when more than an eighth of the values are no decimals of a common scale.
bool decimalCodes(std::span<const U> bits, Codes &codes)
{
    const std::size_t stride = bits.size() / 64 + 1;
    scaleAll(bits, chooseDecimals(bits, stride), codes);
    if (codes.exceptions.size() > bits.size() / 64 && stride > 1)
        scaleAll(bits, chooseDecimals(bits, stride / 8 + 1), codes);
    return codes.exceptions.size() * 8 <= bits.size();
}

void orderedCodes(std::span<const U> bits, Codes &codes)
{
    U all = 0;
    for (const U b : bits)
        all |= b;
    const unsigned shift = std::min(63, std::countr_zero(all));
    const U magnitudeMask = (U(1) << (63 - shift)) - 1;
    codes = {};
    codes.form = Ordered;
    codes.parameter = static_cast<std::uint8_t>(shift);
    codes.values.reserve(bits.size());
    for (const U b : bits) {
        const U magnitude = (b >> shift) & magnitudeMask;
        codes.values.push_back(static_cast<I>(b >> 63 ? ~magnitude : magnitude));
        codes.ranged = codes.ranged && !std::isnan(std::bit_cast<double>(b));
    }
}

void integerCodes(ValueType type, std::span<const U> bits, Codes &codes)
{
    const bool flip = type != ValueType::Int64
        && std::any_of(bits.begin(), bits.end(), [](U b) { return b >> 63; });
    codes.form = flip ? Flipped : Integers;
    codes.values.reserve(bits.size());
    for (const U b : bits)
        codes.values.push_back(static_cast<I>(flip ? b ^ (U(1) << 63) : b));
}

/// Replaces codes by their places in a sorted dictionary where that is smaller.
bool findDictionary(const std::vector<I> &codes, std::vector<I> &dictionary, std::vector<I> &places)
{
    // Open addressing on the stack: this runs for every block, and most blocks give up early.
    std::array<std::int16_t, 1024> slots;
    slots.fill(-1);
    places.resize(codes.size());
    const auto limit = std::min(maxDictionary, codes.size() / 8);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        std::size_t slot = (static_cast<U>(codes[i]) * 0x9e3779b97f4a7c15ull) >> 54;
        while (slots[slot] >= 0 && dictionary[static_cast<std::size_t>(slots[slot])] != codes[i])
            slot = (slot + 1) & 1023;
        if (slots[slot] < 0) {
            if (dictionary.size() >= limit)
                return false;
            slots[slot] = static_cast<std::int16_t>(dictionary.size());
            dictionary.push_back(codes[i]);
        }
        places[i] = slots[slot];
    }
    std::vector<I> sorted = dictionary;
    std::sort(sorted.begin(), sorted.end());
    std::vector<I> rank;
    for (const I code : dictionary)
        rank.push_back(std::lower_bound(sorted.begin(), sorted.end(), code) - sorted.begin());
    for (I &place : places)
        place = rank[static_cast<std::size_t>(place)];
    dictionary = std::move(sorted);
    return dictionary.size() > 1;
}

} // namespace

void packValues(ValueType type, std::span<const U> bits, std::string &out)
{
    Codes codes;
    if (type != ValueType::Double)
        integerCodes(type, bits, codes);
    else if (!decimalCodes(bits, codes))
        orderedCodes(bits, codes);

    std::string direct;
    packInts(codes.values, direct);
    std::string indexed;
    std::vector<I> dictionary;
    std::vector<I> places;
    if (direct.size() > 64 && findDictionary(codes.values, dictionary, places)) {
        ByteWriter(indexed).varint(dictionary.size());
        packInts(dictionary, indexed);
        packInts(places, indexed);
    }
    const bool useDictionary = !indexed.empty() && indexed.size() < direct.size();
    ByteWriter writer(out);
    writer.u8(static_cast<std::uint8_t>(codes.form | (useDictionary ? dictionaryFlag : 0)
                                        | (codes.ranged ? 0 : noRangeFlag)));
    writer.u8(codes.parameter);
    writer.varint(codes.exceptions.size());
    std::uint32_t previous = 0;
    for (const std::uint32_t at : codes.exceptions) {
        writer.varint(at - previous);
        writer.u64(bits[at]);
        previous = at;
    }
    out += useDictionary ? indexed : direct;
}

bool ValueColumn::parse(ByteReader &in, ValueType type, std::size_t count)
{
    const std::uint8_t form = in.u8();
    m_type = type;
    m_count = count;
    m_form = form & 0x0f;
    m_ranged = !(form & noRangeFlag);
    m_parameter = in.u8();
    m_dictionary.clear();
    const bool fits =
        type == ValueType::Double ? m_form == Decimal || m_form == Ordered : m_form <= Flipped;
    if (!fits || m_parameter > (m_form == Decimal ? maxDecimals : 63))
        return false;
    m_scale = m_form == Decimal ? powersOfTen[m_parameter] : 1;
    if (!parseExceptions(in))
        return false;
    if ((form & dictionaryFlag) && !parseDictionary(in))
        return false;
    return m_codes.parse(in, count);
}

bool ValueColumn::parseExceptions(ByteReader &in)
{
    m_exceptions.clear();
    const std::uint64_t exceptions = in.varint();
    if (exceptions > m_count)
        return false;
    std::uint64_t at = 0;
    for (std::uint64_t i = 0; i < exceptions; ++i) {
        at += in.varint();
        const std::uint64_t bits = in.u64();
        if (!in.ok() || at >= m_count)
            return false;
        m_exceptions.push_back({static_cast<std::uint32_t>(at), bits});
    }
    return in.ok();
}

bool ValueColumn::parseDictionary(ByteReader &in)
{
    const std::uint64_t size = in.varint();
    PackedInts packed;
    if (size < 1 || size > maxDictionary || !packed.parse(in, size))
        return false;
    m_dictionary.resize(size);
    return packed.decode(m_dictionary.data());
}

U ValueColumn::bitsOf(I code) const
{
    switch (m_form) {
    case Flipped:
        return static_cast<U>(code) ^ (U(1) << 63);
    case Decimal:
        return std::bit_cast<U>(static_cast<double>(code) / m_scale);
    case Ordered: {
        const U magnitude = static_cast<U>(code < 0 ? ~code : code);
        return ((magnitude | (code < 0 ? U(1) << (63 - m_parameter) : 0)) << m_parameter);
    }
    default:
        return static_cast<U>(code);
    }
}

bool ValueColumn::decodeMini(std::size_t m, U *bits) const
{
    std::array<I, miniSize> codes;
    if (!m_codes.decodeMini(m, codes.data()))
        return false;
    const std::size_t n = m_codes.mini(m).size;
    if (!m_dictionary.empty()) {
        for (std::size_t i = 0; i < n; ++i) {
            const auto place = static_cast<U>(codes[i]);
            if (place >= m_dictionary.size())
                return false;
            codes[i] = m_dictionary[place];
        }
    }
    if (m_form == Decimal) {
        for (std::size_t i = 0; i < n; ++i)
            bits[i] = std::bit_cast<U>(static_cast<double>(codes[i]) / m_scale);
    } else {
        for (std::size_t i = 0; i < n; ++i)
            bits[i] = bitsOf(codes[i]);
    }
    for (const Exception &exception : m_exceptions) {
        if (exception.at / miniSize == m)
            bits[exception.at % miniSize] = exception.bits;
    }
    return true;
}

bool ValueColumn::decode(U *bits) const
{
    for (std::size_t m = 0; m < miniCount(); ++m) {
        if (!decodeMini(m, bits + m * miniSize))
            return false;
    }
    return true;
}

bool ValueColumn::miniRange(std::size_t m, double &min, double &max) const
{
    const auto inside = [m](const Exception &exception) { return exception.at / miniSize == m; };
    if (!m_ranged || std::any_of(m_exceptions.begin(), m_exceptions.end(), inside))
        return false;
    I lo = m_codes.mini(m).lo;
    I hi = m_codes.mini(m).hi();
    if (!m_dictionary.empty()) {
        if (static_cast<U>(lo) >= m_dictionary.size() || static_cast<U>(hi) >= m_dictionary.size())
            return false;
        lo = m_dictionary[static_cast<std::size_t>(lo)];
        hi = m_dictionary[static_cast<std::size_t>(hi)];
    }
    min = telemetry::toDouble(m_type, bitsOf(lo));
    max = telemetry::toDouble(m_type, bitsOf(hi));
    return true;
}

} // namespace store
