// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historian.h"
#include "models/telemetry/predictionbook.h"

#include <QFuture>

#include <atomic>

namespace ingest {

/// After a restart: what models said in the last 24 hours, from the historian, into the book as
/// soon as a model speaks again. Reads on the thread pool, one record after the other. Main thread.
class ConfidenceRecall
{
public:
    ConfidenceRecall(telemetry::PredictionBook &book, const store::Historian &historian);
    ~ConfidenceRecall(); ///< cancels and waits
    ConfidenceRecall(const ConfidenceRecall &) = delete;
    ConfidenceRecall &operator=(const ConfidenceRecall &) = delete;

    void tick(); ///< now and then: looks whether there are new records

private:
    void recall(const std::vector<telemetry::ConfidenceRecord> &records);

    telemetry::PredictionBook &m_book;
    const store::Historian &m_historian;
    std::size_t m_seen = 0; ///< records looked at
    std::atomic<bool> m_cancelled = false;
    QFuture<void> m_work;
};

} // namespace ingest
