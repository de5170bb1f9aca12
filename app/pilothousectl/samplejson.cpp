// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/samplejson.h"

#include <QString>

#include <charconv>
#include <cmath>

namespace ctl {

namespace {

using telemetry::ValueType;

/// A JSON string (RFC 8259, 7); what is not UTF-8 becomes U+FFFD.
std::string quoted(std::string_view text)
{
    const QByteArray utf8 =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8();
    std::string json = "\"";
    for (const char c : utf8) {
        constexpr char hex[] = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            json.append({'\\', c});
        else if (byte < 0x20 || byte == 0x7f)
            json.append("\\u00").append({hex[byte >> 4], hex[byte & 15]});
        else
            json += c;
    }
    return json += '"';
}

template <class Number>
std::string plain(Number number)
{
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

std::string realJson(double value)
{
    return std::isfinite(value) ? plain(value) : "null";
}

std::string valueJson(const decode::Sample &sample)
{
    if (sample.quality == telemetry::Quality::Missing)
        return "null";
    switch (sample.value.type) {
    case ValueType::Double:
        return realJson(std::bit_cast<double>(sample.value.bits));
    case ValueType::Int64:
        return plain(std::bit_cast<std::int64_t>(sample.value.bits));
    case ValueType::UInt64:
        return plain(sample.value.bits);
    case ValueType::Bool:
        return sample.value.bits != 0 ? "true" : "false";
    case ValueType::Text:
        break;
    }
    return quoted(sample.value.text);
}

std::string textOrNull(std::string_view text)
{
    return text.empty() ? "null" : quoted(text);
}

} // namespace

std::string sampleJson(const decode::Output &out, std::size_t index)
{
    const decode::Sample &sample = out.samples[index];
    std::string json =
        "{\"device\":" + quoted(sample.device) + ",\"signal\":" + quoted(sample.signal);
    json += ",\"time\":" + (sample.time == base::noTime ? "null" : plain(sample.time));
    json += ",\"value\":" + valueJson(sample) + ",\"unit\":" + textOrNull(sample.unit);
    json += ",\"quality\":" + quoted(telemetry::qualityName(sample.quality));
    for (const decode::Prediction &prediction : out.predictions) {
        const int at =
            prediction.confidenceSample >= 0 ? prediction.confidenceSample : prediction.labelSample;
        if (at != static_cast<int>(index))
            continue;
        json += ",\"model\":" + textOrNull(prediction.model)
            + ",\"version\":" + textOrNull(prediction.version);
        json += ",\"label\":" + textOrNull(prediction.label)
            + ",\"confidence\":" + realJson(prediction.confidence);
        break;
    }
    return json + "}";
}

} // namespace ctl
