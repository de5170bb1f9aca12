// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/jsonmend.h"

#include "models/decode/text.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace decode {

namespace {

bool isNumberCharacter(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

std::size_t endOfString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

bool fitsIn64Bits(std::string_view digits)
{
    std::int64_t asSigned = 0;
    std::uint64_t asUnsigned = 0;
    const char *end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, asSigned).ec == std::errc()
        || std::from_chars(digits.data(), end, asUnsigned).ec == std::errc();
}

void mendNumber(std::string_view number, std::string &out, Mended &done)
{
    constexpr std::size_t shortest = 19; // fewer digits always fit
    if (number.find_first_of(".eE") == std::string_view::npos && number.size() >= shortest
        && !fitsIn64Bits(number)) {
        done.hugeIntegers = true;
        out.append(number).append("e0");
        number = std::string_view(out).substr(out.size() - number.size() - 2);
    } else {
        out.append(number);
        number = std::string_view(out).substr(out.size() - number.size());
    }
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool tooLarge = read.ec == std::errc::result_out_of_range
        && number.find("e-") == std::string_view::npos
        && number.find("E-") == std::string_view::npos;
    if (tooLarge) {
        out.resize(out.size() - number.size());
        out.append("null");
        done.notNumbers = true;
    }
}

/// The length of a bare NaN, Infinity or -Infinity at the front, else 0.
std::size_t notANumber(std::string_view rest)
{
    for (const std::string_view word :
         {"NaN", "nan", "-NaN", "-nan", "Infinity", "-Infinity", "-inf", "inf"}) {
        const char after = rest.size() > word.size() ? rest[word.size()] : ',';
        if (rest.starts_with(word)
            && (isSpace(after) || after == ',' || after == ']' || after == '}'))
            return word.size();
    }
    return 0;
}

} // namespace

Mended mendJson(std::string_view json, std::string &out)
{
    Mended done;
    out.clear();
    out.reserve(json.size() + 64);
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            const std::size_t end = endOfString(json, at);
            out.append(json.substr(at, end - at));
            at = end;
        } else if (const std::size_t length = notANumber(json.substr(at))) {
            out.append("null");
            done.notNumbers = true;
            at += length;
        } else if (isDigit(json[at]) || json[at] == '-') {
            std::size_t end = at;
            while (end < json.size() && isNumberCharacter(json[end]))
                ++end;
            mendNumber(json.substr(at, end - at), out, done);
            at = end;
        } else {
            out.push_back(json[at++]);
        }
    }
    return done;
}

} // namespace decode
