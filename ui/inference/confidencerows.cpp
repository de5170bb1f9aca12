// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inference/confidencerows.h"

#include "models/base/visibletext.h"
#include "ui/inference/confidencewords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using telemetry::ConfidenceRecord;

namespace ui {

ConfidenceRows::ConfidenceRows(DeviceName deviceName, TrendOf trend, QObject *parent)
    : RowTree(parent)
    , m_deviceName(std::move(deviceName))
    , m_trendOf(std::move(trend))
{
}

QList<float> ConfidenceRows::trend(int record) const
{
    Sparks &sparks = m_trends[record];
    const std::uint64_t answers = at(record).answers;
    if (sparks.due.hasExpired() && answers != sparks.answers && m_trendOf) {
        sparks.values = m_trendOf(at(record).id);
        sparks.answers = answers;
        sparks.due.setRemainingTime(5'000);
    }
    return sparks.values;
}

void ConfidenceRows::update(const std::vector<ConfidenceRecord> &records, double limit,
                            bool lookAgain)
{
    std::vector<int> changed;
    for (std::size_t i = 0; i < std::min(records.size(), m_records.size()); ++i) {
        if (records[i].answers != m_records[i].answers || limit != m_limit)
            changed.push_back(static_cast<int>(i));
    }
    m_records = records;
    m_limit = limit;
    takeNew();
    touched(changed);
    if (lookAgain)
        review();
}

void ConfidenceRows::setScope(const ScopedDevices &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    rebuild();
}

QString ConfidenceRows::text(int record, int column) const
{
    const ConfidenceRecord &at = m_records[static_cast<std::size_t>(record)];
    const bool any = at.answers > at.invalid;
    switch (column) {
    case Device:
        return base::visibleText(m_deviceName(at.device));
    case Model:
        return modelTitle(at);
    case Now:
        return any ? format::percent(at.last, 1) : format::none;
    case Recent:
        return any ? format::percent(at.recentMean, 1) : format::none;
    case Run:
        return at.belowSince == base::noTime ? format::none : format::duration(at.currentRun());
    case Share:
        return any ? format::percent(belowShare(at)) : format::none;
    case Longest:
        return at.longestBelow > 0 ? format::duration(at.longestBelow) : format::none;
    case Answers:
        return format::count(at.answers);
    case Trend:
        return {};
    default:
        return base::visibleText(at.lastLabel);
    }
}

QVariant ConfidenceRows::cell(int record, int column, int role) const
{
    const ConfidenceRecord &at = m_records[static_cast<std::size_t>(record)];
    const bool low = at.belowSince != base::noTime;
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter
                        | (column >= Now && column <= Answers ? Qt::AlignRight : Qt::AlignLeading));
    case Qt::ForegroundRole:
        if (low && (column == Now || column == Run))
            return colour(Role::High);
        if (column == Recent && at.recentMean < m_limit)
            return colour(Role::High);
        return column <= Now ? QVariant() : QVariant(colour(Role::TextSecond));
    case Qt::FontRole:
        return low && column == Now ? QVariant(typeFont(Type::Base, true)) : QVariant();
    case Qt::ToolTipRole:
        return runInWords(at, m_limit).toHtmlEscaped();
    case rawRole:
        return sortKey(record, column);
    case SparkRole:
        return column == Trend ? QVariant::fromValue(trend(record)) : QVariant();
    default:
        return {};
    }
}

QVariant ConfidenceRows::sortKey(int record, int column) const
{
    const ConfidenceRecord &at = m_records[static_cast<std::size_t>(record)];
    switch (column) {
    case Now:
        return at.last;
    case Trend:
    case Recent:
        return at.recentMean;
    case Run:
        return trouble(at);
    case Share:
        return belowShare(at);
    case Longest:
        return static_cast<double>(at.longestBelow);
    case Answers:
        return static_cast<double>(at.answers);
    default:
        return text(record, column);
    }
}

QString ConfidenceRows::groupOf(int record) const
{
    return modelTitle(m_records[static_cast<std::size_t>(record)]);
}

QString ConfidenceRows::fieldText(int record, const QString &field) const
{
    if (field.isEmpty())
        return text(record, Device) + u'\n' + text(record, Model) + u'\n' + text(record, Label);
    if (field == u"device")
        return text(record, Device);
    if (field == u"model")
        return text(record, Model);
    if (field == u"label")
        return text(record, Label);
    if (field == u"version")
        return base::visibleText(m_records[static_cast<std::size_t>(record)].version);
    return {};
}

QVariant ConfidenceRows::groupCell(const QString &group, const std::vector<int> &records,
                                   int column, int role) const
{
    if (column != 0)
        return {};
    if (role == Qt::FontRole)
        return typeFont(Type::Base, true);
    if (role != Qt::DisplayRole)
        return {};
    const auto low = std::count_if(records.begin(), records.end(), [this](int record) {
        return at(record).belowSince != base::noTime;
    });
    double sum = 0;
    for (const int record : records)
        sum += at(record).recentMean;
    const QString mean =
        format::percent(sum / static_cast<double>(std::max<std::size_t>(1, records.size())), 1);
    return tr("%1: %2 on average, %3 of %4 devices below")
        .arg(group, mean)
        .arg(low)
        .arg(records.size());
}

QVariant ConfidenceRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (section >= Now && section <= Answers && section != Trend
                               ? Qt::AlignRight
                               : Qt::AlignLeading));
    const QString names[] = {tr("Device"),      tr("Model"),         tr("Now"),   tr("Last hour"),
                             tr("Recent mean"), tr("Below now for"), tr("Below"), tr("Longest run"),
                             tr("Answers"),     tr("Last label")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace ui
