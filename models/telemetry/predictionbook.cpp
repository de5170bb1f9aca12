// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/predictionbook.h"

#include <algorithm>
#include <cmath>

namespace telemetry {

namespace {

constexpr std::size_t maxRecords = 20'000;
constexpr std::int64_t keptMinutes = 26 * 60;
constexpr int recentMinutes = 5;
constexpr TimeNs runGap = 5 * base::nsPerMinute; ///< longer without answer ends a recalled run

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

PredictionBook::PredictionBook(double limit)
    : m_limit(limit)
{
}

PredictionBook::Entry *PredictionBook::entryFor(const Prediction &prediction)
{
    m_key.assign(reinterpret_cast<const char *>(&prediction.device), sizeof(prediction.device));
    m_key.append(prediction.model).push_back('\0');
    m_key.append(prediction.version);
    if (const auto it = m_index.find(m_key); it != m_index.end())
        return &m_entries[it->second];
    if (m_entries.size() >= maxRecords) {
        ++m_refused;
        return nullptr;
    }
    Entry entry;
    entry.record.id = static_cast<std::uint32_t>(m_entries.size());
    entry.record.device = prediction.device;
    entry.record.model = fromView(prediction.model);
    entry.record.version = fromView(prediction.version);
    m_index.emplace(m_key, entry.record.id);
    m_entries.push_back(std::move(entry));
    return &m_entries.back();
}

bool PredictionBook::add(const Prediction &prediction)
{
    const std::lock_guard lock(m_mutex);
    Entry *entry = entryFor(prediction);
    if (!entry)
        return false;
    ++m_revision;
    ConfidenceRecord &record = entry->record;
    const bool first = record.answers == 0;
    if (prediction.confidenceSignal != noId)
        record.signal = prediction.confidenceSignal;
    if (record.firstTime == base::noTime || prediction.time < record.firstTime)
        record.firstTime = prediction.time;
    ++record.answers;
    const double confidence = prediction.confidence;
    if (!(confidence >= 0 && confidence <= 1)) {
        ++record.invalid;
        return first;
    }
    const bool newest = record.lastTime == base::noTime || prediction.time >= record.lastTime;
    addConfidence(*entry, prediction.time, confidence, m_limit);
    if (newest)
        record.lastLabel = fromView(prediction.label);
    return first;
}

void PredictionBook::addConfidence(Entry &entry, TimeNs time, double confidence, double limit)
{
    ConfidenceRecord &record = entry.record;
    record.sum += confidence;
    record.below += confidence < limit ? 1 : 0;
    const auto bin = std::min<std::size_t>(
        record.histogram.size() - 1,
        static_cast<std::size_t>(confidence * static_cast<double>(record.histogram.size())));
    ++record.histogram[bin];
    addToBins(entry, time, confidence);
    if (record.lastTime == base::noTime || time >= record.lastTime) {
        trackRun(record, time, confidence, limit);
        record.last = confidence;
        record.lastTime = time;
    }
}

void PredictionBook::trackRun(ConfidenceRecord &record, TimeNs time, double confidence,
                              double limit)
{
    if (record.belowSince != base::noTime) {
        record.timeBelow += time - record.lastTime;
        record.longestBelow = std::max(record.longestBelow, time - record.belowSince);
    }
    if (confidence >= limit)
        record.belowSince = base::noTime;
    else if (record.belowSince == base::noTime)
        record.belowSince = time;
}

void PredictionBook::Past::add(TimeNs time, double confidence)
{
    ConfidenceRecord &record = m_entry.record;
    if (record.answers++ == 0)
        record.firstTime = time;
    if (!(confidence >= 0 && confidence <= 1)) {
        ++record.invalid;
        return;
    }
    if (record.lastTime != base::noTime && time - record.lastTime > runGap)
        record.belowSince = base::noTime; // nobody knows what was in between
    addConfidence(m_entry, time, confidence, m_limit);
}

void PredictionBook::recall(std::uint32_t id, const Past &past)
{
    const ConfidenceRecord &before = past.m_entry.record;
    const std::lock_guard lock(m_mutex);
    if (id >= m_entries.size() || before.answers == 0)
        return;
    Entry &entry = m_entries[id];
    ConfidenceRecord &now = entry.record;
    ++m_revision;
    if (before.belowSince != base::noTime && now.firstTime - before.lastTime <= runGap) {
        now.timeBelow +=
            now.firstTime - before.lastTime; // as with answers in one run of the program
        now.longestBelow = std::max(now.longestBelow, now.firstTime - before.belowSince);
        if (now.belowSince == now.firstTime) {
            now.belowSince = before.belowSince;
            now.longestBelow = std::max(now.longestBelow, now.lastTime - now.belowSince);
        }
    }
    now.firstTime = std::min(now.firstTime, before.firstTime);
    now.answers += before.answers;
    now.invalid += before.invalid;
    now.below += before.below;
    now.sum += before.sum;
    now.timeBelow += before.timeBelow;
    now.longestBelow = std::max(now.longestBelow, before.longestBelow);
    for (std::size_t i = 0; i < now.histogram.size(); ++i)
        now.histogram[i] += before.histogram[i];
    std::deque<ConfidenceBin> bins = past.m_entry.bins;
    if (!bins.empty() && !entry.bins.empty() && bins.back().minute == entry.bins.front().minute) {
        ConfidenceBin &joined = entry.bins.front();
        const ConfidenceBin &older = bins.back();
        const auto count = static_cast<float>(joined.count + older.count);
        joined.mean = (joined.mean * static_cast<float>(joined.count)
                       + older.mean * static_cast<float>(older.count))
            / count;
        joined.min = std::min(joined.min, older.min);
        joined.count += older.count;
        bins.pop_back();
    }
    entry.bins.insert(entry.bins.begin(), bins.begin(), bins.end());
}

void PredictionBook::addToBins(Entry &entry, TimeNs time, double confidence)
{
    const std::int64_t minute = time / base::nsPerMinute;
    std::deque<ConfidenceBin> &bins = entry.bins;
    auto it = bins.end();
    while (it != bins.begin() && std::prev(it)->minute >= minute)
        --it;
    if (it == bins.end() || it->minute != minute)
        it = bins.insert(it, ConfidenceBin{minute, 0, 1, 0});
    const auto value = static_cast<float>(confidence);
    ++it->count;
    it->mean += (value - it->mean) / static_cast<float>(it->count);
    it->min = std::min(it->min, value);
    while (bins.front().minute < bins.back().minute - keptMinutes)
        bins.pop_front();
    double sum = 0;
    std::uint64_t count = 0;
    for (auto recent = bins.rbegin();
         recent != bins.rend() && recent->minute > bins.back().minute - recentMinutes; ++recent) {
        sum += static_cast<double>(recent->mean) * recent->count;
        count += recent->count;
    }
    entry.record.recentMean = sum / static_cast<double>(count);
}

void PredictionBook::clear()
{
    const std::lock_guard lock(m_mutex);
    for (Entry &entry : m_entries) {
        ConfidenceRecord empty;
        empty.id = entry.record.id;
        empty.device = entry.record.device;
        empty.model = entry.record.model;
        empty.version = entry.record.version;
        empty.signal = entry.record.signal;
        entry = {std::move(empty), {}};
    }
    ++m_revision;
}

void PredictionBook::setLimit(double limit)
{
    const std::lock_guard lock(m_mutex);
    m_limit = limit;
}

double PredictionBook::limit() const
{
    const std::lock_guard lock(m_mutex);
    return m_limit;
}

std::vector<ConfidenceRecord> PredictionBook::records() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ConfidenceRecord> out;
    out.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        out.push_back(entry.record);
    return out;
}

std::vector<ConfidenceRecord> PredictionBook::troubled(TimeNs atLeast) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ConfidenceRecord> out;
    for (const Entry &entry : m_entries) {
        if (entry.record.belowSince != base::noTime || entry.record.longestBelow >= atLeast)
            out.push_back(entry.record);
    }
    return out;
}

std::size_t PredictionBook::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

std::vector<ConfidenceBin> PredictionBook::bins(std::uint32_t record, std::int64_t fromMinute) const
{
    const std::lock_guard lock(m_mutex);
    if (record >= m_entries.size())
        return {};
    const std::deque<ConfidenceBin> &bins = m_entries[record].bins;
    const auto first = std::lower_bound(
        bins.begin(), bins.end(), fromMinute,
        [](const ConfidenceBin &bin, std::int64_t minute) { return bin.minute < minute; });
    return {first, bins.end()};
}

std::uint64_t PredictionBook::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

std::uint64_t PredictionBook::refused() const
{
    const std::lock_guard lock(m_mutex);
    return m_refused;
}

} // namespace telemetry
