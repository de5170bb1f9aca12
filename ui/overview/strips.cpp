// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/strips.h"

#include "ui/widgets/spark/heatstrip.h"

#include <algorithm>

namespace ui {

using base::TimeNs;

TimeNs StripSpan::end(TimeNs now) const
{
    const TimeNs step = minutesPerColumn() * base::nsPerMinute;
    return (now / step + 1) * step;
}

TimeNs StripSpan::start(TimeNs now) const
{
    return end(now) - minutes * base::nsPerMinute;
}

StripSpan fittingSpan(TimeNs first, TimeNs now)
{
    for (const StripSpan &span : stripSpans) {
        if (first != base::noTime && first >= span.start(now))
            return span;
    }
    return first == base::noTime ? std::begin(stripSpans)[0] : *std::prev(std::end(stripSpans));
}

namespace {

struct ColumnSum
{
    double sum = 0;
    std::uint32_t count = 0;
};

} // namespace

std::vector<float> stripCells(const telemetry::PredictionBook &book,
                              const std::vector<telemetry::ConfidenceRecord> &records,
                              const StripSpan &span, TimeNs now)
{
    const std::int64_t startMinute = span.start(now) / base::nsPerMinute;
    const auto columns = static_cast<std::size_t>(span.columns);
    std::vector<float> cells(columns, HeatStrip::noData);
    TimeNs first = INT64_MAX;
    for (const telemetry::ConfidenceRecord &record : records) {
        std::vector<ColumnSum> sums(columns);
        if (record.firstTime != base::noTime)
            first = std::min(first, record.firstTime);
        for (const telemetry::ConfidenceBin &bin : book.bins(record.id, startMinute)) {
            const std::int64_t column = (bin.minute - startMinute) / span.minutesPerColumn();
            if (column < 0 || column >= span.columns)
                continue;
            ColumnSum &sum = sums[static_cast<std::size_t>(column)];
            sum.sum += static_cast<double>(bin.mean) * bin.count;
            sum.count += bin.count;
        }
        for (std::size_t i = 0; i < columns; ++i) {
            if (sums[i].count == 0)
                continue;
            const auto mean = static_cast<float>(sums[i].sum / sums[i].count);
            cells[i] = cells[i] < 0 ? mean : std::min(cells[i], mean);
        }
    }
    const TimeNs width = span.minutesPerColumn() * base::nsPerMinute;
    for (std::size_t i = 0; i < columns; ++i) {
        const TimeNs end = span.start(now) + width * (static_cast<TimeNs>(i) + 1);
        if (cells[i] < 0 && end <= first)
            cells[i] = HeatStrip::notYet;
    }
    // The last column has only begun: silence in it means nothing yet.
    if (columns > 1 && cells[columns - 1] == HeatStrip::noData
        && cells[columns - 2] != HeatStrip::noData)
        cells[columns - 1] = HeatStrip::notYet;
    return cells;
}

} // namespace ui
