// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/signalcolumns.h"

#include <QDateTime>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

using telemetry::Column;
using telemetry::ColumnGrid;

struct SignalColumns::Request
{
    std::int64_t first = 0;
    int count = 0;
    TimeNs width = 0;
    TimeNs boundary = 0;
    bool operator==(const Request &) const = default;
};

struct SignalColumns::Answer
{
    Request request;
    std::vector<Column> columns;
    Column edge;
    TimeNs typical = 0;
    QString problem;
};

namespace {

std::int64_t floorDiv(TimeNs time, TimeNs width)
{
    return time / width - (time % width < 0 ? 1 : 0);
}

void merge(Column &into, const Column &later)
{
    if (later.count == 0)
        return;
    if (into.count == 0) {
        into = later;
        return;
    }
    into.last = later.last;
    into.min = std::min(into.min, later.min);
    into.max = std::max(into.max, later.max);
    into.count += later.count;
    const auto rank = [](std::uint8_t q) {
        return qualityRank(static_cast<telemetry::Quality>(q));
    };
    if (rank(later.worst) > rank(into.worst))
        into.worst = later.worst;
}

TimeNs medianStep(const std::vector<telemetry::Point> &points)
{
    std::vector<TimeNs> steps;
    for (std::size_t i = 1; i < points.size(); ++i)
        steps.push_back(points[i].time - points[i - 1].time);
    if (steps.empty())
        return 0;
    std::nth_element(steps.begin(), steps.begin() + std::ssize(steps) / 2, steps.end());
    return steps[steps.size() / 2];
}

} // namespace

SignalColumns::SignalColumns(const ChartSource &source, SignalId signal, TimeNs now,
                             QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_signal(signal)
    , m_born(now)
{
}

SignalColumns::~SignalColumns()
{
    if (m_stop)
        *m_stop = true;
    for (QFuture<void> &running : m_running)
        running.waitForFinished();
}

quint64 SignalColumns::samples() const
{
    quint64 sum = 0;
    for (const Column &column : m_columns)
        sum += column.count;
    return sum;
}

TimeNs SignalColumns::boundary() const
{
    if (!m_source.historian)
        return INT64_MIN;
    // No series: nothing came in this session, so nothing can lie behind the moment this was made.
    return m_series && m_series->size() > 0 ? m_series->completeFrom() : m_born;
}

void SignalColumns::shiftTo(std::int64_t first, int count, TimeNs width)
{
    const auto size = static_cast<std::size_t>(count);
    if (width != m_width || first >= m_first + std::ssize(m_columns) || first + count <= m_first) {
        m_columns.assign(size, Column());
        m_known.assign(size, No);
    } else if (first != m_first || size != m_columns.size()) {
        std::vector<Column> columns(size);
        std::vector<std::uint8_t> known(size, No);
        const std::int64_t from = std::max(first, m_first);
        const std::int64_t to = std::min(first + count, m_first + std::ssize(m_columns));
        std::copy(m_columns.begin() + (from - m_first), m_columns.begin() + (to - m_first),
                  columns.begin() + (from - first));
        std::copy(m_known.begin() + (from - m_first), m_known.begin() + (to - m_first),
                  known.begin() + (from - first));
        m_columns.swap(columns);
        m_known.swap(known);
    }
    m_first = first;
    m_width = width;
}

bool SignalColumns::update(std::int64_t first, int count, TimeNs width)
{
    bool changed =
        first != m_first || width != m_width || count != std::ssize(m_columns) || m_arrived;
    m_arrived = false;
    shiftTo(first, count, width);
    if (!m_series)
        m_series = m_source.series->find(m_signal);
    if (m_series) {
        const quint64 late = m_series->lateRevision();
        if (late != m_seenLate) {
            std::replace(m_known.begin(), m_known.end(), std::uint8_t(Yes), std::uint8_t(Stale));
            m_seenLate = late;
        }
    }
    const TimeNs boundaryTime = boundary();
    const std::int64_t boundaryColumn = floorDiv(boundaryTime, width);
    if (m_series) {
        changed |= fillFromMemory(boundaryColumn);
        changed |= fillBoundary(boundaryColumn, boundaryTime);
    }
    if (m_source.historian)
        askHistorian(boundaryColumn, boundaryTime);
    return changed;
}

bool SignalColumns::fillFromMemory(std::int64_t boundaryColumn)
{
    const quint64 total = m_series->total();
    const std::int64_t end = m_first + std::ssize(m_columns);
    const std::int64_t begin = std::max(m_first, boundaryColumn + 1);
    if (total != m_seenTotal) {
        // Samples in order are never older than the newest seen: what lies before stays as it is.
        if (m_seenLast != base::noTime) {
            for (auto k = std::max(begin, floorDiv(m_seenLast, m_width)); k < end; ++k)
                m_known[static_cast<std::size_t>(k - m_first)] = No;
        }
        m_seenTotal = total;
        m_seenLast = m_series->lastTime();
        learnInterval();
    }
    bool changed = false;
    for (std::int64_t from = begin; from < end;) {
        const auto known = [&](std::int64_t k) {
            return m_known[static_cast<std::size_t>(k - m_first)] == Yes;
        };
        if (known(from)) {
            ++from;
            continue;
        }
        std::int64_t to = from + 1;
        while (to < end && !known(to))
            ++to;
        const auto at = static_cast<std::size_t>(from - m_first);
        const auto n = static_cast<std::size_t>(to - from);
        m_series->columns({from * m_width, to * m_width, static_cast<int>(n)},
                          std::span(m_columns).subspan(at, n));
        std::fill_n(m_known.begin() + static_cast<std::ptrdiff_t>(at), n, Yes);
        changed = true;
        from = to;
    }
    return changed;
}

bool SignalColumns::fillBoundary(std::int64_t column, TimeNs boundary)
{
    if (column < m_first || column >= m_first + std::ssize(m_columns))
        return false;
    Column sum = m_edgeBoundary == boundary && m_edgeWidth == m_width ? m_edge : Column();
    Column own;
    m_series->columns({boundary, (column + 1) * m_width, 1}, {&own, 1});
    merge(sum, own);
    Column &shown = m_columns[static_cast<std::size_t>(column - m_first)];
    const bool changed = shown.count != sum.count || shown.last != sum.last;
    shown = sum;
    return changed;
}

void SignalColumns::learnInterval()
{
    if (m_typical == 0 || m_seenTotal % 16 == 0 || m_seenTotal < 64)
        m_typical = m_series->typicalInterval();
}

void SignalColumns::askHistorian(std::int64_t boundaryColumn, TimeNs boundary)
{
    const std::int64_t end = std::min(m_first + std::ssize(m_columns), boundaryColumn);
    const auto known = [&](std::int64_t k) {
        return m_known[static_cast<std::size_t>(k - m_first)];
    };
    std::int64_t from = m_first;
    std::int64_t to = end;
    while (from < to && known(from) == Yes)
        ++from;
    while (to > from && known(to - 1) == Yes)
        --to;
    const bool edgeShown =
        boundaryColumn >= m_first && boundaryColumn < m_first + std::ssize(m_columns);
    const bool edgeMissing = edgeShown && (m_edgeBoundary != boundary || m_edgeWidth != m_width);
    if (from >= to && !edgeMissing) {
        m_loading = false;
        return;
    }
    const Request request{from, static_cast<int>(std::max<std::int64_t>(to - from, 0)), m_width,
                          boundary};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool onlyStale =
        !edgeMissing && from < to && known(from) == Stale && known(to - 1) == Stale;
    if ((m_asked && *m_asked == request && now - m_askedMs < 5'000)
        || (onlyStale && now - m_askedMs < 1'000))
        return;
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_asked = std::make_unique<Request>(request);
    m_askedMs = now;
    m_loading = !onlyStale;
    std::erase_if(m_running, [](const QFuture<void> &f) { return f.isFinished(); });
    // `this` outlives the run: the destructor waits for it.
    m_running.push_back(QtConcurrent::run([this, request, stop = m_stop] {
        Answer answer;
        answer.request = request;
        answer.columns.resize(static_cast<std::size_t>(request.count));
        const auto cancelled = [stop] { return stop->load(); };
        const auto *historian = m_source.historian;
        base::Result<> done;
        if (request.count > 0) {
            const TimeNs start = request.first * request.width;
            const TimeNs stopAt = (request.first + request.count) * request.width;
            done = historian->columns(m_signal, {start, stopAt, request.count}, answer.columns,
                                      cancelled);
            if (auto points = historian->points(m_signal, start, stopAt, 65, cancelled))
                answer.typical = medianStep(*points);
        }
        const TimeNs edgeStart = floorDiv(request.boundary, request.width) * request.width;
        if (done && request.boundary > edgeStart)
            done = historian->columns(m_signal, {edgeStart, request.boundary, 1}, {&answer.edge, 1},
                                      cancelled);
        if (!done)
            answer.problem = done.error().text;
        if (!stop->load())
            QMetaObject::invokeMethod(this, [this, stop, answer = std::move(answer)] {
                if (!stop->load())
                    take(answer);
            });
    }));
}

void SignalColumns::take(const Answer &answer)
{
    m_loading = false;
    m_problem = answer.problem;
    const Request &request = answer.request;
    if (request.width == m_width && answer.problem.isEmpty()) {
        for (int i = 0; i < request.count; ++i) {
            const std::int64_t at = request.first + i - m_first;
            if (at < 0 || at >= std::ssize(m_columns))
                continue;
            m_columns[static_cast<std::size_t>(at)] = answer.columns[static_cast<std::size_t>(i)];
            m_known[static_cast<std::size_t>(at)] = Yes;
        }
        m_edge = answer.edge;
        m_edgeBoundary = request.boundary;
        m_edgeWidth = request.width;
        if (m_typical == 0)
            m_typical = answer.typical;
        m_asked.reset();
    }
    m_arrived = true;
    Q_EMIT arrived();
}

} // namespace ui
