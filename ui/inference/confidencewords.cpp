// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inference/confidencewords.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using telemetry::ConfidenceRecord;

namespace {

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Confidence)
};

} // namespace

QString modelTitle(const ConfidenceRecord &record)
{
    if (record.model.isEmpty())
        return Words::tr("not named");
    return base::visibleText(QString(record.model + u' ' + record.version).trimmed());
}

double belowShare(const ConfidenceRecord &record)
{
    const std::uint64_t valid = record.answers - record.invalid;
    return valid == 0 ? 0 : static_cast<double>(record.below) / static_cast<double>(valid);
}

QString runInWords(const ConfidenceRecord &record, double limit)
{
    const QString line = format::percent(limit);
    if (record.belowSince != base::noTime)
        return Words::tr("Below %1 for %2, longest %3")
            .arg(line, format::duration(record.currentRun()),
                 format::duration(std::max(record.longestBelow, record.currentRun())));
    if (record.longestBelow > 0)
        return Words::tr("Above %1 now; was below for %2 at most, %3 in all")
            .arg(line, format::duration(record.longestBelow), format::duration(record.timeBelow));
    return record.below > 0 ? Words::tr("Above %1 now; single answers were below").arg(line)
                            : Words::tr("Never below %1").arg(line);
}

double trouble(const ConfidenceRecord &record)
{
    if (record.belowSince != base::noTime)
        return 10 + static_cast<double>(record.currentRun());
    return 1 - record.recentMean;
}

} // namespace ui
