// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/foreignfile.h"

#include "models/connect/capture/capturereader.h"
#include "models/interchange/jsonlines.h"
#include "models/interchange/mcap.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <limits>
#include <queue>

using namespace Qt::StringLiterals;

namespace replay {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(replay::Export)
};

using interchange::MessageReader;

class RecordingMessages final : public MessageReader
{
public:
    RecordingMessages(std::shared_ptr<const recording::Recording> recording,
                      const ExportWindow &window)
        : m_recording(std::move(recording))
        , m_window(window)
        , m_cursor(m_recording)
    {
        if (window.from != base::noTime)
            m_cursor.seek(m_recording->sequenceAt(window.from));
        m_first = m_cursor.sequence();
    }

    base::Result<bool> next(telemetry::MessageView &out) override
    {
        recording::RecordedMessage message;
        if (!m_cursor.next(message)
            || (m_window.to != base::noTime && message.view.received >= m_window.to))
            return false;
        out = message.view;
        return true;
    }
    std::vector<Origin> origins() const override
    {
        std::vector<Origin> out;
        for (const recording::RecordedConnection &connection : m_recording->connections())
            out.push_back({connection.key.toStdString(), connection.name.toStdString(), {}});
        return out;
    }
    /// In messages: bytes of a compressed file would say nothing.
    std::uint64_t bytesRead() const override { return m_cursor.sequence() - m_first; }
    std::uint64_t bytesTotal() const override { return m_recording->info().messages; }
    QStringList notices() const override
    {
        QStringList out;
        for (const recording::Damage &damage : m_cursor.damages())
            out += damage.sentence;
        return out;
    }

private:
    const std::shared_ptr<const recording::Recording> m_recording;
    const ExportWindow m_window;
    recording::Cursor m_cursor;
    std::uint64_t m_first = 0;
};

/// The samples of one signal, a piece at a time.
class SignalWalk
{
public:
    SignalWalk(const recording::Recording &recording, const telemetry::SignalInfo &signal,
               const ExportWindow &window)
        : m_recording(recording)
        , m_signal(signal.id)
        , m_from(window.from)
        , m_to(window.to == base::noTime ? std::numeric_limits<base::TimeNs>::max() : window.to)
        , m_device(recording.catalogue().device(signal.device).name.toStdString())
        , m_name(signal.name.toStdString())
        , m_unit(signal.unit.toStdString())
    {
        if (m_from == base::noTime)
            ++m_from;
    }

    /// False at the end or when reading failed, see error().
    bool next()
    {
        if (++m_at < m_points.size())
            return true;
        if (m_done)
            return false;
        constexpr std::size_t piece = 8'192;
        std::size_t limit = piece;
        for (;;) {
            auto points = m_recording.history().points(m_signal, m_from, m_to, limit);
            if (!points) {
                m_error = points.error();
                m_done = true;
                return false;
            }
            m_points = std::move(*points);
            m_done = m_points.size() < limit;
            // All samples of one time come together: a piece ends before its last time.
            if (m_done)
                break;
            const base::TimeNs last = m_points.back().time;
            std::size_t keep = m_points.size();
            while (keep > 0 && m_points[keep - 1].time == last)
                --keep;
            if (keep == 0) {
                limit *= 2;
                continue;
            }
            m_points.resize(keep);
            m_from = last;
            break;
        }
        m_at = 0;
        return !m_points.empty();
    }
    const telemetry::Point &point() const { return m_points[m_at]; }
    const std::optional<base::Error> &error() const { return m_error; }

    interchange::SampleRow row(std::string &text) const
    {
        const telemetry::Point &p = point();
        interchange::SampleRow out;
        out.device = m_device;
        out.signal = m_name;
        out.unit = m_unit;
        out.time = p.time;
        out.quality = p.quality;
        out.value.type = p.type;
        out.value.bits = p.bits;
        if (p.type == telemetry::ValueType::Text) {
            text = m_recording.texts().text(static_cast<telemetry::TextCode>(p.bits));
            out.value.text = text;
        }
        return out;
    }
    const std::string &device() const { return m_device; }

private:
    const recording::Recording &m_recording;
    const telemetry::SignalId m_signal;
    base::TimeNs m_from;
    const base::TimeNs m_to;
    const std::string m_device;
    const std::string m_name;
    const std::string m_unit;
    std::vector<telemetry::Point> m_points;
    std::size_t m_at = std::numeric_limits<std::size_t>::max();
    bool m_done = false;
    std::optional<base::Error> m_error;
};

} // namespace

ForeignFormat formatOf(const QString &path)
{
    QFile file(path);
    QByteArray head;
    if (file.open(QIODevice::ReadOnly))
        head = file.read(64);
    if (head.startsWith("\x89MCAP0\r\n"))
        return ForeignFormat::Mcap;
    for (const char *magic : {"\xd4\xc3\xb2\xa1", "\xa1\xb2\xc3\xd4", "\x4d\x3c\xb2\xa1",
                              "\xa1\xb2\x3c\x4d", "\x0a\x0d\x0d\x0a"}) {
        if (head.startsWith(QByteArray(magic, 4)))
            return ForeignFormat::Capture;
    }
    const QString lower = path.toLower();
    if (lower.endsWith(".pcap"_L1) || lower.endsWith(".pcapng"_L1))
        return ForeignFormat::Capture;
    if (lower.endsWith(".mcap"_L1))
        return ForeignFormat::Mcap;
    if (lower.endsWith(".jsonl"_L1) || lower.endsWith(".ndjson"_L1)
        || head.trimmed().startsWith('{'))
        return ForeignFormat::JsonLines;
    return ForeignFormat::Csv;
}

base::Result<std::unique_ptr<MessageReader>> openForeign(const QString &path, ForeignFormat format,
                                                         const interchange::CsvPlan *plan)
{
    if (format == ForeignFormat::Guess)
        format = formatOf(path);
    switch (format) {
    case ForeignFormat::JsonLines:
        return interchange::openJsonLines(path);
    case ForeignFormat::Capture:
        return connect::capture::openCapture(path);
    case ForeignFormat::Mcap:
        return interchange::openMcap(path);
    case ForeignFormat::Csv:
    case ForeignFormat::Guess:
        break;
    }
    if (plan)
        return interchange::openCsv(path, *plan);
    const auto guess = interchange::guessCsv(path);
    if (!guess)
        return tl::unexpected(guess.error());
    return interchange::openCsv(path, guess->plan);
}

std::unique_ptr<MessageReader> messagesOf(std::shared_ptr<const recording::Recording> recording,
                                          const ExportWindow &window)
{
    return std::make_unique<RecordingMessages>(std::move(recording), window);
}

base::Result<std::uint64_t> copySamples(const recording::Recording &recording,
                                        const ExportWindow &window, bool byTime,
                                        interchange::SampleWriter &to,
                                        const interchange::Progress &progress)
{
    std::vector<std::unique_ptr<SignalWalk>> walks;
    std::uint64_t total = 0;
    for (const telemetry::SignalInfo &signal : recording.catalogue().signalsFrom(0)) {
        if (!window.signalIds.empty()
            && std::find(window.signalIds.begin(), window.signalIds.end(), signal.id)
                == window.signalIds.end())
            continue;
        const auto count = recording.history().count(signal.id);
        if (!count)
            return tl::unexpected(count.error());
        total += *count;
        walks.push_back(std::make_unique<SignalWalk>(recording, signal, window));
    }
    std::uint64_t written = 0;
    std::string text;
    const auto write = [&](const SignalWalk &walk) -> base::Result<> {
        if (++written % 4'096 == 0 && progress && !progress(written, total))
            return base::failure(Words::tr("The export was cancelled; nothing was kept."),
                                 base::ErrorCode::Cancelled);
        return to.write(walk.row(text));
    };
    if (!byTime) {
        for (const auto &walk : walks) {
            while (walk->next()) {
                if (const auto done = write(*walk); !done)
                    return tl::unexpected(done.error());
            }
            if (walk->error())
                return tl::unexpected(*walk->error());
        }
    } else {
        const auto later = [](const SignalWalk *a, const SignalWalk *b) {
            if (a->point().time != b->point().time)
                return a->point().time > b->point().time;
            return a->device() > b->device();
        };
        std::priority_queue<SignalWalk *, std::vector<SignalWalk *>, decltype(later)> queue(later);
        for (const auto &walk : walks) {
            if (walk->next())
                queue.push(walk.get());
        }
        while (!queue.empty()) {
            SignalWalk *walk = queue.top();
            queue.pop();
            if (const auto done = write(*walk); !done)
                return tl::unexpected(done.error());
            if (walk->next())
                queue.push(walk);
        }
        for (const auto &walk : walks) {
            if (walk->error())
                return tl::unexpected(*walk->error());
        }
    }
    if (const auto finished = to.finish(); !finished)
        return tl::unexpected(finished.error());
    return written;
}

} // namespace replay
