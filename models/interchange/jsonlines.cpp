// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/jsonlines.h"

#include "models/decode/timetext.h"
#include "models/interchange/lines.h"
#include "models/interchange/notices.h"
#include "models/interchange/propertytext.h"
#include "models/interchange/timeformat.h"

#include <QFileInfo>

#include <simdjson.h>

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace interchange {

namespace {

constexpr std::size_t maxLine = 64u << 20;
constexpr std::size_t maxOrigins = 10'000;

enum Event {
    EmptyLine,
    BadLine,
    LongLine,
    NoTopic,
    NoTime,
    CutPayload,
    NewJson,
    NoPayload,
    TooMany
};

QString sentence(int event, std::uint64_t count)
{
    const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
    switch (event) {
    case EmptyLine:
        return Tr::tr("%n lines are empty; mosquitto_sub writes one with %J for a message that is "
                      "not JSON, and that message is lost.",
                      nullptr, n);
    case BadLine:
        return Tr::tr("%n lines are no JSON objects and were skipped.", nullptr, n);
    case LongLine:
        return Tr::tr("%n lines are longer than %1 MiB and were skipped.", nullptr, n)
            .arg(maxLine >> 20);
    case NoTopic:
        return Tr::tr("%n lines have no topic and were skipped.", nullptr, n);
    case NoTime:
        return Tr::tr("%n lines have no readable time (tst, time, timestamp or ts) and were "
                      "skipped.",
                      nullptr, n);
    case CutPayload:
        return Tr::tr("%n payloads were binary and were not written whole by mosquitto_sub; those "
                      "messages were skipped.",
                      nullptr, n);
    case NewJson:
        return Tr::tr("%n payloads are JSON that mosquitto_sub has written anew: the values are "
                      "there, but not the sender's very bytes, and long numbers may be rounded.",
                      nullptr, n);
    case NoPayload:
        return Tr::tr("%n lines have no payload that can be read and were skipped.", nullptr, n);
    default:
        return Tr::tr("%n messages come from connections beyond the first %1 and are listed under "
                      "the last of those.",
                      nullptr, n)
            .arg(maxOrigins);
    }
}

/// Bytes that are no UTF-8 stand in the line as they came (mosquitto_sub %j); they travel through
/// the parser as characters of a private range.
class ByteDisguise
{
public:
    static constexpr unsigned base = 0xF780; // U+F780..U+F7FF for bytes 0x80..0xFF

    /// False when the line already has characters of that range.
    static bool put(std::string_view line, std::string &out)
    {
        out.clear();
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t length = validLength(line.substr(at));
            if (length > 0) {
                if (length == 3 && isOurs(line.substr(at)))
                    return false;
                out.append(line.substr(at, length));
                at += length;
                continue;
            }
            const unsigned code = base + (static_cast<unsigned char>(line[at]) - 0x80u);
            out += static_cast<char>(0xE0 | (code >> 12));
            out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (code & 0x3F));
            ++at;
        }
        return true;
    }

    static void remove(std::string &text)
    {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view rest = std::string_view(text).substr(at);
            if (rest.size() >= 3 && isOurs(rest)) {
                const unsigned low = (static_cast<unsigned char>(rest[1]) & 0x3Fu) << 6
                    | (static_cast<unsigned char>(rest[2]) & 0x3Fu);
                out += static_cast<char>((low & 0x7F) | 0x80);
                at += 3;
            } else {
                out += text[at++];
            }
        }
        text = std::move(out);
    }

private:
    static bool isOurs(std::string_view text)
    {
        const auto second = static_cast<unsigned char>(text[1]);
        return text[0] == '\xEF' && (second == 0x9E || second == 0x9F);
    }
    static std::size_t validLength(std::string_view text)
    {
        const auto lead = static_cast<unsigned char>(text.front());
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return text.size() >= length && simdjson::validate_utf8(text.data(), length) ? length : 0;
    }
};

/// What one line says.
struct Line
{
    enum class Payload : std::uint8_t { None, Text, Json, Null, Bytes };

    std::string topic;
    std::string connection;
    std::string payload;
    std::string rawPayload; ///< of a text: as it stands in the line, with its quotes
    std::string tst;
    TimeNs time = base::noTime; ///< `time` as it stands
    TimeNs otherTime = base::noTime;
    std::int64_t payloadLength = -1;
    std::uint8_t qos = 0;
    bool retain = false;
    bool retainAsPublished = false;
    bool duplicate = false;
    bool hasTopic = false;
    bool broken = false; ///< payload_base64 or payload_hex is none
    bool hasProperties = false;
    Payload kind = Payload::None;
    telemetry::MessageProperties properties;
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

/// A number by magnitude, or a text.
TimeNs anyTime(ondemand::value value)
{
    std::int64_t whole = 0;
    double real = 0;
    if (value.get_int64().get(whole) == simdjson::SUCCESS)
        return decode::timeOfNumber(whole);
    if (value.get_double().get(real) == simdjson::SUCCESS)
        return decode::timeOfNumber(real);
    return decode::timeOfText(textOf(value));
}

void readBytes(const QByteArray &text, bool hex, Line &line)
{
    line.kind = Line::Payload::Bytes;
    if (hex) {
        const QByteArray bytes = QByteArray::fromHex(text);
        line.broken = bytes.toHex() != text.toLower();
        line.payload = bytes.toStdString();
        return;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    line.broken = decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok;
    line.payload = decoded.decoded.toStdString();
}

bool readPayload(ondemand::value value, Line &line)
{
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == ondemand::json_type::string) {
        line.kind = Line::Payload::Text;
        line.rawPayload = trimmed(value.raw_json_token());
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return false;
        line.payload = text;
        return true;
    }
    std::string_view raw;
    if (simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
        return false;
    line.payload = trimmed(raw);
    line.kind = type == ondemand::json_type::null ? Line::Payload::Null : Line::Payload::Json;
    return true;
}

bool readMember(std::string_view key, ondemand::value value, Line &line)
{
    if (key == "topic") {
        line.topic = textOf(value);
        line.hasTopic = !line.topic.empty();
    } else if (key == "payload") {
        return readPayload(value, line);
    } else if (key == "payload_base64" || key == "payload_hex") {
        readBytes(QByteArray::fromStdString(textOf(value)), key == "payload_hex", line);
    } else if (key == "tst") {
        line.tst = textOf(value);
    } else if (key == "time") {
        std::int64_t whole = 0;
        if (value.get_int64().get(whole) == simdjson::SUCCESS)
            line.time = whole;
        else
            line.otherTime = anyTime(value);
    } else if (key == "timestamp" || key == "ts") {
        line.otherTime = anyTime(value);
    } else if (key == "qos") {
        line.qos = static_cast<std::uint8_t>(numberOf(value, 0) & 3) % 3;
    } else if (key == "retain") {
        line.retain = numberOf(value, 0) != 0;
    } else if (key == "retain_as_published") {
        line.retainAsPublished = numberOf(value, 0) != 0;
    } else if (key == "dup") {
        line.duplicate = numberOf(value, 0) != 0;
    } else if (key == "payloadlen") {
        line.payloadLength = numberOf(value, -1);
    } else if (key == "connection") {
        line.connection = textOf(value);
    } else if (key == "properties") {
        return readProperties(value, line.properties, line.hasProperties);
    }
    return true;
}

class JsonLinesReader final : public MessageReader
{
public:
    JsonLinesReader(std::unique_ptr<QIODevice> device, const QString &name, Encoding encoding)
        : m_name(name)
        , m_lines(std::move(device), encoding, maxLine)
    {
    }

    base::Result<bool> next(telemetry::MessageView &out) override;
    std::vector<Origin> origins() const override { return m_origins; }
    std::uint64_t bytesRead() const override { return m_lines.bytesRead(); }
    std::uint64_t bytesTotal() const override { return m_lines.bytesTotal(); }
    QStringList notices() const override { return m_notices.sentences(sentence); }

private:
    bool readLine(std::string_view text);
    bool fill(telemetry::MessageView &out);
    bool settlePayload();
    TimeNs timeOfLine() const;
    telemetry::SourceId originOf(const std::string &connection);
    void count(Event event)
    {
        m_notices.count(event, [this] { return Tr::tr("line %1").arg(m_lines.number()); });
    }

    QString m_name;
    Lines m_lines;
    ondemand::parser m_parser;
    std::string m_copy;
    Line m_line;
    std::vector<Origin> m_origins;
    telemetry::SourceId m_lastOrigin = 0;
    Notices m_notices;
    enum class Style : std::uint8_t { Unknown, Text, Json };
    Style m_style = Style::Unknown; ///< %j writes each payload as a text, %J as JSON
    int m_unreadable = 0; ///< lines before the first message
    bool m_any = false;
};

base::Result<bool> JsonLinesReader::next(telemetry::MessageView &out)
{
    constexpr int patience = 20;
    while (true) {
        const auto more = m_lines.next();
        if (!more)
            return base::failure(Tr::tr("%1: %2").arg(m_name, more.error().text),
                                 more.error().code);
        if (!*more) {
            if (!m_any && m_unreadable > 0)
                return base::failure(
                    Tr::tr("%1 has no line that is a JSON object with a topic, a time and a "
                           "payload.")
                        .arg(m_name));
            return false;
        }
        const std::string_view line = trimmed(m_lines.line());
        if (line.empty()) {
            count(EmptyLine);
            continue;
        }
        if (m_lines.tooLong())
            count(LongLine);
        else if (readLine(line) && fill(out)) {
            m_any = true;
            return true;
        }
        if (!m_any && ++m_unreadable >= patience)
            return base::failure(
                Tr::tr("%1 does not look like messages in JSON Lines: none of its first %2 lines "
                       "is a JSON object with a topic, a time and a payload.")
                    .arg(m_name)
                    .arg(patience));
    }
}

bool JsonLinesReader::readLine(std::string_view text)
{
    m_line = {};
    const bool utf8 = simdjson::validate_utf8(text.data(), text.size());
    if (!utf8 && !ByteDisguise::put(text, m_copy)) {
        count(BadLine);
        return false;
    }
    if (utf8)
        m_copy = text;
    m_copy.reserve(m_copy.size() + simdjson::SIMDJSON_PADDING);
    const simdjson::padded_string_view padded(m_copy.data(), m_copy.size(), m_copy.capacity());
    ondemand::document document;
    ondemand::object object;
    bool good = m_parser.iterate(padded).get(document) == simdjson::SUCCESS
        && document.get_object().get(object) == simdjson::SUCCESS;
    if (good) {
        for (auto field : object) {
            std::string_view key;
            ondemand::value value;
            good = field.unescaped_key().get(key) == simdjson::SUCCESS
                && field.value().get(value) == simdjson::SUCCESS
                && readMember(std::string(key), value, m_line);
            if (!good)
                break;
        }
        const char *rest = nullptr; // nothing may follow the object
        good = good && document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    }
    if (!good) {
        count(BadLine);
        return false;
    }
    if (!utf8) {
        ByteDisguise::remove(m_line.payload);
        ByteDisguise::remove(m_line.rawPayload);
        ByteDisguise::remove(m_line.properties.correlationData);
    }
    return true;
}

TimeNs JsonLinesReader::timeOfLine() const
{
    // Beside `tst` stands our own `time`: nanoseconds, also of times long ago.
    if (!m_line.tst.empty() && m_line.time != base::noTime)
        return m_line.time;
    if (!m_line.tst.empty()) {
        const auto written = readDateTime(m_line.tst, DateOrder::YearFirst);
        return written ? written->local - written->offsetSeconds.value_or(0) * base::nsPerSecond
                       : base::noTime;
    }
    return m_line.time != base::noTime ? decode::timeOfNumber(m_line.time) : m_line.otherTime;
}

/// False when the payload is not what was sent and cannot be made so.
bool JsonLinesReader::settlePayload()
{
    const auto length = static_cast<std::size_t>(m_line.payloadLength);
    const bool known = m_line.payloadLength >= 0;
    switch (m_line.kind) {
    case Line::Payload::None:
        count(NoPayload);
        return false;
    case Line::Payload::Bytes:
        if (m_line.broken || (known && m_line.payload.size() != length))
            count(NoPayload);
        return !m_line.broken && (!known || m_line.payload.size() == length);
    case Line::Payload::Null:
        if (!known || length == 0)
            m_line.payload.clear();
        else if (length != 4)
            count(NewJson);
        return true;
    case Line::Payload::Json:
        m_style = m_style == Style::Unknown ? Style::Json : m_style;
        if (known && m_line.payload.size() != length)
            count(NewJson);
        return true;
    case Line::Payload::Text:
        break;
    }
    if (!known || m_line.payload.size() == length) {
        m_style = known ? Style::Text : m_style; // a JSON text would be two quotes longer
        return true;
    }
    if (m_style != Style::Text && m_line.rawPayload.size() == length) { // %J of a JSON text
        m_line.payload = m_line.rawPayload;
        return true;
    }
    if (m_line.payload.size() < length)
        count(CutPayload);
    else
        count(NoPayload);
    return false;
}

telemetry::SourceId JsonLinesReader::originOf(const std::string &connection)
{
    const std::string key = connection.empty() ? "jsonl" : connection;
    if (m_lastOrigin < m_origins.size() && m_origins[m_lastOrigin].key == key)
        return m_lastOrigin;
    for (std::size_t index = 0; index < m_origins.size(); ++index) {
        if (m_origins[index].key == key)
            return m_lastOrigin = static_cast<telemetry::SourceId>(index);
    }
    if (m_origins.size() >= maxOrigins) {
        count(TooMany);
        return static_cast<telemetry::SourceId>(m_origins.size() - 1);
    }
    m_origins.push_back({key, connection.empty() ? m_name.toStdString() : connection, {}});
    return m_lastOrigin = static_cast<telemetry::SourceId>(m_origins.size() - 1);
}

bool JsonLinesReader::fill(telemetry::MessageView &out)
{
    if (!m_line.hasTopic) {
        count(NoTopic);
        return false;
    }
    const TimeNs time = timeOfLine();
    if (time == base::noTime) {
        count(NoTime);
        return false;
    }
    if (!settlePayload())
        return false;
    const std::size_t size = m_line.payload.size();
    m_line.payload.append(telemetry::MessageBatch::padding, '\0');
    out = {.topic = m_line.topic,
           .payload = {m_line.payload.data(), size},
           .received = time,
           .source = originOf(m_line.connection),
           .qos = m_line.qos,
           .retain = m_line.retain && !m_line.retainAsPublished,
           .duplicate = m_line.duplicate,
           .properties = m_line.hasProperties ? &m_line.properties : nullptr,
           .retainAsPublished = m_line.retainAsPublished};
    return true;
}

} // namespace

base::Result<std::unique_ptr<MessageReader>> openJsonLines(std::unique_ptr<QIODevice> device,
                                                           const QString &name)
{
    const QByteArray mark = device->peek(3);
    const Encoding encoding = guessEncoding(mark.startsWith("\xFF") || mark.startsWith("\xFE")
                                                ? mark
                                                : QByteArray()); // anything else is UTF-8
    return std::make_unique<JsonLinesReader>(std::move(device), name, encoding);
}

base::Result<std::unique_ptr<MessageReader>> openJsonLines(const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return tl::unexpected(file.error());
    return openJsonLines(std::move(*file), QFileInfo(path).fileName());
}

} // namespace interchange
