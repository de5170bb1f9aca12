// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/csvstream.h"

#include "app/fleet/csvrows.h"
#include "app/fleet/jsonwriter.h"
#include "app/fleet/poller.h"
#include "app/fleet/wallclock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <fstream>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t longestPauseMs = 60'000; // a longer gap in the file is played this long
constexpr std::int64_t defaultStepMs = 1'000; // for files without a time
constexpr int noColumn = -1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvStream)
};

/// RFC 8428 section 4.5.1: letters, digits and - : . / _ only.
std::string senmlName(std::string_view column)
{
    std::string out;
    for (const char c : column) {
        const bool fits = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || std::string_view("-:./_").find(c) != std::string_view::npos;
        out += fits ? c : '_';
    }
    return out;
}

class FileMessages final : public CsvMessages
{
public:
    explicit FileMessages(const CsvOptions &options)
        : m_options(options)
        , m_file(QFile::encodeName(options.file).toStdString(), std::ios::binary)
        , m_rows(m_file)
    {
    }

    base::Result<> prepare();
    bool next(std::int64_t nowMs, Message &message, double &due) override;

private:
    int column(const QString &name) const;
    bool row();
    std::int64_t stamp();
    std::string json(std::int64_t timeMs) const;
    std::string senml(std::int64_t timeMs, const std::string &device) const;

    CsvOptions m_options;
    std::ifstream m_file;
    CsvRows m_rows;
    std::vector<std::string> m_header;
    std::vector<std::string> m_fields;
    int m_time = noColumn;
    int m_device = noColumn;
    std::int64_t m_last = 0; ///< ms, of the row before
    std::int64_t m_shift = 0; ///< ms added after each turn of the loop
    std::int64_t m_played = 0; ///< ms since the first row, long pauses shortened
    bool m_first = true;
    bool m_again = false;
};

int FileMessages::column(const QString &name) const
{
    const auto found = std::ranges::find(m_header, name.toStdString());
    return found == m_header.end() ? noColumn : static_cast<int>(found - m_header.begin());
}

base::Result<> FileMessages::prepare()
{
    if (!m_file || !m_rows.next(m_header) || m_header.front().empty())
        return base::failure(
            Text::tr("The file %1 cannot be read, or has no header line.").arg(m_options.file),
            base::ErrorCode::Io);
    for (const QString *name : {&m_options.timeColumn, &m_options.deviceColumn}) {
        if (!name->isEmpty() && column(*name) == noColumn)
            return base::failure(
                Text::tr("The file %1 has no column named \"%2\".").arg(m_options.file, *name));
    }
    m_device = column(m_options.deviceColumn);
    m_time = column(m_options.timeColumn);
    for (const auto &name : {u"time"_s, u"timestamp"_s, u"datetime"_s, u"date"_s, u"ts"_s}) {
        for (std::size_t i = 0; i < m_header.size() && m_time == noColumn; ++i) {
            if (QString::fromStdString(m_header[i]).compare(name, Qt::CaseInsensitive) == 0)
                m_time = static_cast<int>(i);
        }
    }
    return {};
}

bool FileMessages::row()
{
    do {
        if (m_rows.next(m_fields))
            continue;
        if (!m_options.loop || m_first)
            return false;
        m_rows.rewind();
        m_again = true;
        if (!m_rows.next(m_fields) || !m_rows.next(m_fields))
            return false;
    } while (m_fields.size() == 1 && m_fields.front().empty()); // blank lines
    m_fields.resize(m_header.size());
    return true;
}

std::int64_t FileMessages::stamp()
{
    std::optional<std::int64_t> time;
    if (m_time != noColumn)
        time = csvTime(m_fields[static_cast<std::size_t>(m_time)]);
    const std::int64_t expected = m_last + defaultStepMs;
    if (m_again && time)
        m_shift = expected - *time;
    const std::int64_t stamped = time ? *time + m_shift : m_first ? wallClockMs() : expected;
    if (!m_first)
        m_played += std::clamp<std::int64_t>(stamped - m_last, 0, longestPauseMs);
    m_last = stamped;
    m_first = m_again = false;
    return stamped;
}

std::string FileMessages::json(std::int64_t timeMs) const
{
    JsonWriter json;
    json.object().key("ts").integer(timeMs);
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        const auto index = static_cast<int>(i);
        if (index == m_time || m_fields[i].empty())
            continue;
        json.key(index == m_device ? std::string("deviceId") : m_header[i]);
        if (const std::string number = jsonNumber(m_fields[i], m_rows.separator() != ',');
            !number.empty() && index != m_device)
            json.raw(number);
        else
            json.text(m_fields[i]);
    }
    json.endObject();
    return json.take();
}

std::string FileMessages::senml(std::int64_t timeMs, const std::string &device) const
{
    JsonWriter json;
    json.array();
    bool first = true;
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        if (static_cast<int>(i) == m_time || static_cast<int>(i) == m_device || m_fields[i].empty())
            continue;
        json.object();
        if (first)
            json.key("bn")
                .text(senmlName(device) + ":")
                .key("bt")
                .decimal(static_cast<double>(timeMs) / 1000, 3);
        first = false;
        json.key("n").text(senmlName(m_header[i]));
        const std::string number = jsonNumber(m_fields[i], m_rows.separator() != ',');
        number.empty() ? json.key("vs").text(m_fields[i]) : json.key("v").raw(number);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

bool FileMessages::next(std::int64_t nowMs, Message &message, double &due)
{
    if (!row())
        return false;
    const std::int64_t fileTime = stamp();
    due = static_cast<double>(m_played) / 1000;
    const std::int64_t time = m_options.now ? nowMs : fileTime;
    message = {m_options.topic, {}};
    std::string device = m_options.topic.substr(m_options.topic.rfind('/') + 1);
    if (m_device != noColumn) {
        device = m_fields[static_cast<std::size_t>(m_device)];
        std::ranges::replace_if(
            device, [](char c) { return c == '+' || c == '#' || c == '/'; }, '_');
        message.topic += "/" + device;
    }
    message.payload = m_options.senml ? senml(time, device) : json(time);
    return true;
}

/// Serves the link for at most `timeoutMs`; false when somebody wants the program to stop.
bool pump(Link &link, Poller &poller, int timeoutMs)
{
    std::vector<Poller::Event> events;
    poller.watch(0, link.fd(), link.wantsWrite());
    const bool go = poller.wait(timeoutMs, events);
    for (const Poller::Event &event : events)
        link.ready(event.readable, event.writable);
    link.keepAlive();
    return go;
}

/// Connects, again and again; false when asked to stop.
bool establish(Link &link, Poller &poller)
{
    double retryAt = 0;
    while (!link.isOnline()) {
        if (!link.started() && monotonicSeconds() >= retryAt) {
            poller.forget(0);
            link.connect(nullptr);
            retryAt = monotonicSeconds() + 1;
        }
        if (!pump(link, poller, 100))
            return false;
    }
    return true;
}

} // namespace

std::optional<std::int64_t> csvTime(const std::string &field)
{
    if (const std::string number = jsonNumber(field, false); !number.empty()) {
        const double value = std::stod(number);
        if (value > 1e8 && value < 1e11)
            return static_cast<std::int64_t>(std::llround(value * 1000));
        return value >= 1e11 && value < 1e14 ? std::optional(std::llround(value)) : std::nullopt;
    }
    QString text = QString::fromStdString(field).trimmed();
    if (text.size() > 10 && text[10] == u' ')
        text[10] = u'T';
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

base::Result<std::unique_ptr<CsvMessages>> CsvMessages::open(const CsvOptions &options)
{
    auto messages = std::make_unique<FileMessages>(options);
    if (auto ready = messages->prepare(); !ready)
        return tl::unexpected(ready.error());
    return messages;
}

base::Result<> streamCsv(const BrokerAddress &broker, const CsvOptions &options)
{
    auto messages = CsvMessages::open(options);
    if (!messages)
        return tl::unexpected(messages.error());
    Poller poller;
    Link link(broker, "csv-" + std::to_string(wallClockMs() % 100'000), 4);
    if (!establish(link, poller))
        return {};
    const double start = monotonicSeconds();
    Message message;
    double due = 0;
    bool running = true;
    while (running && (*messages)->next(wallClockMs(), message, due)) {
        const double at = start + (options.speed > 0 ? due / options.speed : 0);
        while (running && (monotonicSeconds() < at || link.wantsWrite())) {
            const double wait = link.wantsWrite() ? 1.0 : at - monotonicSeconds();
            running =
                pump(link, poller, std::clamp(static_cast<int>(std::ceil(1000 * wait)), 0, 1000));
        }
        running = running && (link.isOnline() || establish(link, poller))
            && (options.seconds <= 0 || monotonicSeconds() < options.seconds);
        if (running)
            link.send(message);
    }
    std::printf("%llu rows sent\n", static_cast<unsigned long long>(link.sent()));
    link.close(5'000);
    return {};
}

} // namespace fleet
