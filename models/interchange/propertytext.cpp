// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/propertytext.h"

#include "models/interchange/csvcells.h"

#include <QByteArray>
#include <QUtf8StringView>

namespace interchange {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::size_t maxUserProperties = 1'000;

class PropertyText
{
public:
    explicit PropertyText(std::string &out)
        : m_out(out)
    {
    }
    std::string &name(std::string_view name)
    {
        m_out += m_first ? "{\"" : ",\"";
        m_first = false;
        m_out += name;
        m_out += "\":";
        return m_out;
    }
    void end() { m_out += m_first ? "{}" : "}"; }

private:
    std::string &m_out;
    bool m_first = true;
};

void readUserProperties(ondemand::object object, telemetry::MessageProperties &out)
{
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS
            || field.value().get(value) != simdjson::SUCCESS)
            return;
        std::string name(key);
        if (out.userProperties.size() < maxUserProperties)
            out.userProperties.emplace_back(std::move(name), textOf(value));
    }
}

/// The names of mosquitto_sub 2.0; user properties as an object (2.0) or a list of objects (2.1).
void readProperty(std::string_view key, ondemand::value value, telemetry::MessageProperties &out)
{
    if (key == "content-type") {
        out.contentType = textOf(value);
    } else if (key == "response-topic") {
        out.responseTopic = textOf(value);
    } else if (key == "correlation-data") {
        out.correlationData = textOf(value);
    } else if (key == "correlation-data_base64") {
        out.correlationData =
            QByteArray::fromBase64(QByteArray::fromStdString(textOf(value))).toStdString();
    } else if (key == "message-expiry-interval") {
        out.expirySeconds = numberOf(value, -1);
    } else if (key == "payload-format-indicator") {
        out.payloadFormat = static_cast<int>(numberOf(value, -1)) & 1;
    } else if (key == "subscription-identifier") {
        ondemand::array list;
        if (value.get_array().get(list) != simdjson::SUCCESS) {
            out.subscriptionIds.push_back(static_cast<std::uint32_t>(numberOf(value, 0)));
            return;
        }
        for (auto item : list) {
            ondemand::value id;
            if (item.get(id) == simdjson::SUCCESS && out.subscriptionIds.size() < maxUserProperties)
                out.subscriptionIds.push_back(static_cast<std::uint32_t>(numberOf(id, 0)));
        }
    } else if (key == "user-properties") {
        ondemand::object object;
        ondemand::array list;
        if (value.get_object().get(object) == simdjson::SUCCESS) {
            readUserProperties(object, out);
        } else if (value.get_array().get(list) == simdjson::SUCCESS) {
            for (auto item : list)
                if (item.get_object().get(object) == simdjson::SUCCESS)
                    readUserProperties(object, out);
        }
    }
}

} // namespace

bool isUtf8Text(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

void appendBase64(std::string_view bytes, std::string &out)
{
    const QByteArray text =
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64();
    out += '"';
    out.append(text.constData(), static_cast<std::size_t>(text.size()));
    out += '"';
}

std::string textOf(ondemand::value value)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return {};
    return std::string(text);
}

std::int64_t numberOf(ondemand::value value, std::int64_t otherwise)
{
    std::int64_t number = otherwise;
    bool flag = false;
    if (value.get_int64().get(number) == simdjson::SUCCESS)
        return number;
    return value.get_bool().get(flag) == simdjson::SUCCESS ? flag : otherwise;
}

void appendProperties(const telemetry::MessageProperties &properties, std::string &out)
{
    PropertyText text(out);
    if (!properties.contentType.empty())
        appendJsonText(properties.contentType, text.name("content-type"));
    if (!properties.userProperties.empty()) {
        text.name("user-properties") += '{';
        for (std::size_t i = 0; i < properties.userProperties.size(); ++i) {
            out += i > 0 ? "," : "";
            appendJsonText(properties.userProperties[i].first, out);
            out += ':';
            appendJsonText(properties.userProperties[i].second, out);
        }
        out += '}';
    }
    if (!properties.correlationData.empty() && isUtf8Text(properties.correlationData))
        appendJsonText(properties.correlationData, text.name("correlation-data"));
    else if (!properties.correlationData.empty())
        appendBase64(properties.correlationData, text.name("correlation-data_base64"));
    if (!properties.responseTopic.empty())
        appendJsonText(properties.responseTopic, text.name("response-topic"));
    if (properties.payloadFormat >= 0)
        text.name("payload-format-indicator") += std::to_string(properties.payloadFormat);
    if (properties.expirySeconds >= 0)
        text.name("message-expiry-interval") += std::to_string(properties.expirySeconds);
    if (!properties.subscriptionIds.empty()) {
        text.name("subscription-identifier") += '[';
        for (std::size_t i = 0; i < properties.subscriptionIds.size(); ++i)
            out += (i > 0 ? "," : "") + std::to_string(properties.subscriptionIds[i]);
        out += ']';
    }
    text.end();
}

bool readProperties(ondemand::value value, telemetry::MessageProperties &out, bool &found)
{
    ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return true;
    found = true;
    for (auto field : object) {
        std::string_view key;
        ondemand::value inner;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS
            || field.value().get(inner) != simdjson::SUCCESS)
            return false;
        readProperty(std::string(key), inner, out);
    }
    return true;
}

bool readProperties(std::string_view json, telemetry::MessageProperties &out)
{
    ondemand::parser parser;
    const simdjson::padded_string padded(json);
    ondemand::document document;
    ondemand::value value;
    bool found = false;
    return parser.iterate(padded).get(document) == simdjson::SUCCESS
        && document.get_value().get(value) == simdjson::SUCCESS && readProperties(value, out, found)
        && found;
}

} // namespace interchange
