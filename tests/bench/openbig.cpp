// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/replaysession.h"
#include "tests/bench/bigrecording.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <unistd.h>

using namespace Qt::StringLiterals;
using base::TimeNs;
using recording::Recording;

namespace {

constexpr int pixels = 1'920;

/// What the kernel keeps of files goes; false: not allowed, figures are warm.
bool dropCaches()
{
    ::sync();
    QFile file(u"/proc/sys/vm/drop_caches"_s);
    return file.open(QIODevice::WriteOnly) && file.write("3") == 1 && file.flush();
}

double residentMb(const char *line = "VmRSS:")
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &text : file.readAll().split('\n')) {
        if (text.startsWith(line))
            return text.mid(static_cast<qsizetype>(qstrlen(line)))
                       .trimmed()
                       .split(' ')
                       .front()
                       .toDouble()
                / 1024;
    }
    return 0;
}

class Times
{
public:
    void add(const QElapsedTimer &timer)
    {
        m_ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    void print(const char *what)
    {
        std::sort(m_ms.begin(), m_ms.end());
        std::printf("%-44s p50 %7.1f ms  p95 %7.1f ms  worst %7.1f ms  (%zu)\n", what,
                    m_ms[m_ms.size() / 2], m_ms[m_ms.size() * 95 / 100], m_ms.back(), m_ms.size());
        std::fflush(stdout);
    }

private:
    std::vector<double> m_ms;
};

bool draw(const Recording &file, telemetry::SignalId signal, TimeNs from, TimeNs to)
{
    std::vector<telemetry::Column> columns(pixels);
    return file.history().columns(signal, {from, to, pixels}, columns).has_value()
        && std::any_of(columns.begin(), columns.end(), [](const auto &c) { return c.count > 0; });
}

/// From nothing to figures and four charts of the whole length.
bool firstPaint(const QString &path, const char *how)
{
    QElapsedTimer timer;
    timer.start();
    const auto opened = Recording::open(path);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        return false;
    }
    const Recording &file = **opened;
    const double open = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const std::size_t markers = file.markers().size();
    const double facts = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto count = static_cast<telemetry::SignalId>(file.info().signalCount);
    bool good = true;
    for (const telemetry::SignalId signal : {0u, count / 3, count / 2, count - 1})
        good = good && draw(file, signal, file.info().start, file.info().end);
    std::printf("first paint, %s: open %.1f ms, markers (%zu) %.1f ms, four charts %.1f ms\n", how,
                open, markers, facts - open, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return good;
}

void zoom(const Recording &file, std::mt19937_64 &random, int rounds, bool cold, const char *what)
{
    Times times;
    const TimeNs length = file.info().end - file.info().start;
    for (int i = 0; i < rounds; ++i) {
        const auto signal = static_cast<telemetry::SignalId>(random() % file.info().signalCount);
        // From the whole length down to ten seconds, every magnitude as often as the others.
        const double share = std::pow(10.0,
                                      -static_cast<double>(random() % 1'000) / 1'000
                                          * std::log10(static_cast<double>(length) / 1e10));
        const auto width = static_cast<TimeNs>(static_cast<double>(length) * share);
        const TimeNs from = file.info().start
            + static_cast<TimeNs>(random() % static_cast<std::uint64_t>(length - width + 1));
        if (cold)
            dropCaches();
        QElapsedTimer timer;
        timer.start();
        draw(file, signal, from, from + width);
        times.add(timer);
    }
    times.print(what);
}

void seek(replay::ReplaySession &session, std::mt19937_64 &random, int rounds, bool cold,
          const char *what)
{
    Times times;
    const recording::RecordingInfo &info = session.recording()->info();
    for (int i = 0; i < rounds; ++i) {
        const TimeNs goal = info.start
            + static_cast<TimeNs>(random() % static_cast<std::uint64_t>(info.end - info.start));
        if (cold)
            dropCaches();
        QElapsedTimer timer;
        timer.start();
        session.seekAndWait(goal);
        times.add(timer);
    }
    times.print(what);
}

} // namespace

int openBigRecording(const QString &path)
{
    const bool root = dropCaches();
    if (!firstPaint(path, root ? "cold" : "warm (only root can drop the caches)")
        || !firstPaint(path, "warm"))
        return 1;
    std::printf("resident after opening %.0f MB\n", residentMb());
    auto session = replay::ReplaySession::open(path, nullptr);
    if (!session)
        return 1;
    const Recording &file = *(*session)->recording();
    std::printf("%.2f GB, %llu messages, %llu chunks, %llu snapshots, %llu signals\n",
                static_cast<double>(file.info().fileBytes) / 1e9,
                static_cast<unsigned long long>(file.info().messages),
                static_cast<unsigned long long>(file.info().chunks),
                static_cast<unsigned long long>(file.info().snapshots),
                static_cast<unsigned long long>(file.info().signalCount));
    std::mt19937_64 random(3);
    draw(file, 0, file.info().start, file.info().end); // a zoom follows a first paint
    if (root) {
        zoom(file, random, 100, true, "zoom, caches dropped before each");
        seek(**session, random, 50, true, "seek, caches dropped before each");
    }
    dropCaches();
    zoom(file, random, 200, false, "zoom, one after the other");
    zoom(file, random, 200, false, "zoom, warmer");
    seek(**session, random, 100, false, "seek, one after the other");
    std::printf("resident at the end %.0f MB, most %.0f MB\n", residentMb(), residentMb("VmHWM:"));
    return 0;
}
