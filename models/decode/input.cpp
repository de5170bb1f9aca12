// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/convention.h"

#include "models/decode/jsonmend.h"
#include "models/decode/text.h"

namespace decode {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// JSON proper of a payload: without byte order mark, white space and the closing zeros that C
/// programs send along. Empty when no object or array starts there.
std::string_view jsonPart(std::string_view payload)
{
    if (payload.starts_with(byteOrderMark))
        payload.remove_prefix(byteOrderMark.size());
    while (!payload.empty() && isSpace(payload.front()))
        payload.remove_prefix(1);
    if (payload.empty() || (payload.front() != '{' && payload.front() != '['))
        return {};
    while (payload.back() == '\0' || isSpace(payload.back()))
        payload.remove_suffix(1);
    return payload;
}

std::string_view errorText(simdjson::error_code error)
{
    switch (error) {
    case simdjson::DEPTH_ERROR:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON is nested too deeply.");
    case simdjson::UTF8_ERROR:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON holds bytes that are not UTF-8.");
    case simdjson::UNESCAPED_CHARS:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON has a control character inside a text.");
    case simdjson::UNCLOSED_STRING:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON ends inside a text.");
    case simdjson::STRING_ERROR:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON has a wrong escape inside a text.");
    case simdjson::NUMBER_ERROR:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON has a malformed number.");
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return QT_TRANSLATE_NOOP("decode::Tr", "The JSON is too large to be read.");
    default:
        return QT_TRANSLATE_NOOP("decode::Tr",
                                 "The JSON is malformed: cut short, something left over, or a sign "
                                 "out of place.");
    }
}

} // namespace

const simdjson::dom::element *Input::json()
{
    if (m_parsed == Parsed::NotYet)
        parseJson();
    return m_parsed == Parsed::Yes ? &m_element : nullptr;
}

void Input::parseJson()
{
    m_parsed = Parsed::No;
    const std::string_view text = jsonPart(message.payload);
    if (text.empty())
        return;
    auto error = m_parser.parse(text.data(), text.size(), false).get(m_element);
    if (error != simdjson::SUCCESS && error != simdjson::UTF8_ERROR
        && error != simdjson::MEMALLOC) {
        const Mended mended = mendJson(text, m_mended);
        if (mended.notNumbers || mended.hugeIntegers) {
            m_mended.append(simdjson::SIMDJSON_PADDING, '\0');
            error =
                m_parser.parse(m_mended.data(), m_mended.size() - simdjson::SIMDJSON_PADDING, false)
                    .get(m_element);
            m_hugeIntegers = mended.hugeIntegers;
            m_jsonNote = mended.notNumbers
                ? std::string_view(QT_TRANSLATE_NOOP(
                    "decode::Tr",
                    "NaN, Infinity or a number beyond double range reads as missing."))
                : std::string_view(QT_TRANSLATE_NOOP(
                    "decode::Tr", "An integer beyond 64 bits was rounded to double precision."));
        }
    }
    if (error == simdjson::SUCCESS)
        m_parsed = Parsed::Yes;
    else
        m_jsonError = errorText(error);
}

} // namespace decode
