// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/confidencerecall.h"

#include "models/base/log.h"

#include <QtConcurrent/QtConcurrentRun>

namespace ingest {

namespace {

constexpr base::TimeNs reach = 24 * base::nsPerHour;
constexpr base::TimeNs step = base::nsPerHour; ///< read at once, which bounds the memory
constexpr std::size_t mostPoints = 1'000'000; ///< of one step

} // namespace

ConfidenceRecall::ConfidenceRecall(telemetry::PredictionBook &book,
                                   const store::Historian &historian)
    : m_book(book)
    , m_historian(historian)
{
}

ConfidenceRecall::~ConfidenceRecall()
{
    m_cancelled = true;
    m_work.waitForFinished();
}

void ConfidenceRecall::tick()
{
    const std::size_t size = m_book.size();
    if (size == m_seen || m_work.isRunning())
        return;
    const std::size_t from = m_seen;
    m_seen = size;
    m_work = QtConcurrent::run([this, from, size] { // copies the book: not on the caller's thread
        std::vector<telemetry::ConfidenceRecord> records = m_book.records();
        records.resize(size); // what came since is for the next tick
        records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(from));
        recall(records);
    });
}

void ConfidenceRecall::recall(const std::vector<telemetry::ConfidenceRecord> &records)
{
    for (const telemetry::ConfidenceRecord &record : records) {
        if (record.signal == telemetry::noId || record.firstTime == base::noTime)
            continue;
        telemetry::PredictionBook::Past past(m_book.limit());
        for (base::TimeNs from = record.firstTime - reach; from < record.firstTime; from += step) {
            if (m_cancelled)
                return;
            const auto points = m_historian.points(
                record.signal, from, std::min(from + step, record.firstTime), mostPoints);
            if (!points) {
                qCWarning(base::lcEngine).noquote() << points.error().text;
                return;
            }
            for (const telemetry::Point &point : *points) {
                if (point.quality != telemetry::Quality::Missing)
                    past.add(point.time, point.number());
            }
        }
        m_book.recall(record.id, past);
    }
}

} // namespace ingest
