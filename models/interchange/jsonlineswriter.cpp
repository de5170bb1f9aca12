// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvcells.h"
#include "models/interchange/exportfile.h"
#include "models/interchange/numbertext.h"
#include "models/interchange/propertytext.h"
#include "models/interchange/timeformat.h"
#include "models/interchange/writers.h"

namespace interchange {

namespace {

/// "2026-11-22T22:14:55.186079Z+0000", as mosquitto_sub writes it.
void appendTst(TimeNs time, std::string &out)
{
    TimeNs micros = time / base::nsPerUs % 1'000'000;
    const TimeNs below = time % base::nsPerSecond < 0 ? 1 : 0;
    if (micros < 0)
        micros += 1'000'000;
    std::string whole;
    appendIso((time / base::nsPerSecond - below) * base::nsPerSecond, whole);
    whole.pop_back();
    const std::string digits = std::to_string(micros);
    out += '"';
    out += whole;
    out += '.';
    out.append(6 - digits.size(), '0');
    out += digits;
    out += "Z+0000\"";
}

class JsonLinesWriter final : public MessageWriter
{
public:
    explicit JsonLinesWriter(std::unique_ptr<ExportFile> file)
        : m_file(std::move(file))
    {
    }

    base::Result<> write(const telemetry::MessageView &message,
                         const MessageReader::Origin &origin) override
    {
        m_line.clear();
        appendJsonLine(message, origin, m_line);
        return m_file->write(m_line);
    }
    base::Result<> finish() override { return m_file->commit(); }
    std::uint64_t bytesWritten() const override { return m_file->bytesWritten(); }

private:
    std::unique_ptr<ExportFile> m_file;
    std::string m_line;
};

class JsonLinesSamples final : public SampleWriter
{
public:
    explicit JsonLinesSamples(std::unique_ptr<ExportFile> file)
        : m_file(std::move(file))
    {
    }

    base::Result<> write(const SampleRow &row) override
    {
        m_line = "{\"time\":" + std::to_string(row.time) + ",\"device\":";
        appendJsonText(row.device, m_line);
        m_line += ",\"signal\":";
        appendJsonText(row.signal, m_line);
        m_line += ",\"value\":";
        if (row.quality == telemetry::Quality::Missing)
            m_line += "null";
        else if (row.value.type == telemetry::ValueType::Text)
            appendJsonText(row.value.text, m_line);
        else
            appendValueText(row.value, NotFinite::JsonText, m_line);
        m_line += ",\"unit\":";
        appendJsonText(row.unit, m_line);
        m_line += ",\"quality\":\"";
        m_line += telemetry::qualityName(row.quality);
        m_line += "\"}\n";
        return m_file->write(m_line);
    }
    base::Result<> finish() override { return m_file->commit(); }
    std::uint64_t bytesWritten() const override { return m_file->bytesWritten(); }

private:
    std::unique_ptr<ExportFile> m_file;
    std::string m_line;
};

} // namespace

void appendJsonLine(const telemetry::MessageView &message, const MessageReader::Origin &origin,
                    std::string &out)
{
    out += "{\"time\":" + std::to_string(message.received) + ",\"tst\":";
    appendTst(message.received, out);
    if (!origin.key.empty()) {
        out += ",\"connection\":";
        appendJsonText(origin.key, out);
    }
    out += ",\"topic\":";
    appendJsonText(message.topic, out);
    out += ",\"qos\":" + std::to_string(message.qos);
    out += message.retain || message.retainAsPublished ? ",\"retain\":1" : ",\"retain\":0";
    out += message.retainAsPublished ? ",\"retain_as_published\":1" : "";
    out += message.duplicate ? ",\"dup\":1" : "";
    out += ",\"payloadlen\":" + std::to_string(message.payload.size());
    if (message.properties) {
        out += ",\"properties\":";
        appendProperties(*message.properties, out);
    }
    if (message.payload.empty()) {
        out += ",\"payload\":null";
    } else if (isUtf8Text(message.payload)) {
        out += ",\"payload\":";
        appendJsonText(message.payload, out);
    } else {
        out += ",\"payload_base64\":";
        appendBase64(message.payload, out);
    }
    out += "}\n";
}

base::Result<std::unique_ptr<MessageWriter>> createJsonLines(const QString &path)
{
    auto file = ExportFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<JsonLinesWriter>(std::move(*file));
}

base::Result<std::unique_ptr<SampleWriter>> createJsonLinesSamples(const QString &path)
{
    auto file = ExportFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<JsonLinesSamples>(std::move(*file));
}

} // namespace interchange
