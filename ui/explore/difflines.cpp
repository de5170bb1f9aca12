// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "ui/explore/payloadlines.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Kind = Lines::Kind;
constexpr int maxEdits = 2'000;
constexpr qsizetype around = 3;

struct Step
{
    Kind kind;
    qsizetype line; ///< of `before` for Removed and Plain, of `after` for Added
};

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Explore)
};

/// The shortest edit script of a[0..n) to b[0..m), or "all replaced" when it is too long.
std::vector<Step> script(const QByteArray *a, qsizetype n, const QByteArray *b, qsizetype m)
{
    const auto most = static_cast<qsizetype>(std::min<qsizetype>(maxEdits, n + m));
    std::vector<std::vector<qsizetype>> trace;
    std::vector<qsizetype> v(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](std::vector<qsizetype> &row, qsizetype k) -> qsizetype & {
        return row[static_cast<std::size_t>(k + most + 1)];
    };
    bool found = false;
    for (qsizetype d = 0; d <= most && !found; ++d) {
        for (qsizetype k = -d; k <= d && !found; k += 2) {
            qsizetype x = k == -d || (k != d && at(v, k - 1) < at(v, k + 1)) ? at(v, k + 1)
                                                                             : at(v, k - 1) + 1;
            while (x < n && x - k < m && a[x] == b[x - k])
                ++x;
            at(v, k) = x;
            found = x >= n && x - k >= m;
        }
        // Only the diagonals touched so far are kept: memory grows with the square of the edits.
        trace.emplace_back(v.begin() + (most + 1 - d - 1), v.begin() + (most + 1 + d + 2));
        if (!found && d * d > 4'000'000)
            break;
    }
    std::vector<Step> steps;
    if (!found) {
        for (qsizetype i = 0; i < n; ++i)
            steps.push_back({Kind::Removed, i});
        for (qsizetype j = 0; j < m; ++j)
            steps.push_back({Kind::Added, j});
        return steps;
    }
    qsizetype x = n;
    qsizetype y = m;
    for (auto d = static_cast<qsizetype>(trace.size()) - 1; d >= 0; --d) {
        const qsizetype k = x - y;
        qsizetype fromX = 0;
        qsizetype fromY = 0;
        bool added = false;
        if (d > 0) {
            const std::vector<qsizetype> &row = trace[static_cast<std::size_t>(d - 1)];
            const auto old = [&row, d](qsizetype diagonal) {
                return row[static_cast<std::size_t>(diagonal + d)];
            };
            added = k == -d || (k != d && old(k - 1) < old(k + 1));
            const qsizetype fromK = added ? k + 1 : k - 1;
            fromX = old(fromK);
            fromY = fromX - fromK;
        }
        while (x > fromX && y > fromY
               && (d == 0 || x > (added ? fromX : fromX + 1) || y > (added ? fromY + 1 : fromY))) {
            --x;
            --y;
            steps.push_back({Kind::Plain, x});
        }
        if (d > 0)
            steps.push_back(added ? Step{Kind::Added, fromY} : Step{Kind::Removed, fromX});
        x = fromX;
        y = fromY;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

QString shown(const QByteArray &line, Kind kind)
{
    const QChar mark = kind == Kind::Added ? u'+' : kind == Kind::Removed ? u'-' : u' ';
    return mark + u' '
        + base::visibleText(std::string_view(
            line.constData(), static_cast<std::size_t>(std::min<qsizetype>(line.size(), 2'000))));
}

} // namespace

std::shared_ptr<const Lines> diffTexts(const QList<QByteArray> &before,
                                       const QList<QByteArray> &after)
{
    auto out = std::make_shared<FixedLines>();
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype n = before.size() - head - tail;
    const qsizetype m = after.size() - head - tail;
    if (n == 0 && m == 0) {
        out->add(Words::tr("The same as the message before."), Kind::Note);
        return out;
    }
    std::vector<Step> steps;
    for (qsizetype i = std::max<qsizetype>(0, head - around); i < head; ++i)
        steps.push_back({Kind::Plain, i - head});
    const std::vector<Step> middle =
        script(before.constData() + head, n, after.constData() + head, m);
    steps.insert(steps.end(), middle.begin(), middle.end());
    for (qsizetype i = 0; i < std::min(around, tail); ++i)
        steps.push_back({Kind::Plain, n + i});
    qsizetype lastChange = -around - 1;
    std::vector<bool> keep(steps.size(), false);
    for (qsizetype i = 0; i < static_cast<qsizetype>(steps.size()); ++i) {
        if (steps[static_cast<std::size_t>(i)].kind == Kind::Plain)
            continue;
        lastChange = i;
        for (qsizetype j = std::max<qsizetype>(0, i - around); j
             <= std::min<qsizetype>(lastChange + around, static_cast<qsizetype>(steps.size()) - 1);
             ++j)
            keep[static_cast<std::size_t>(j)] = true;
    }
    bool skipped = head > around;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!keep[i]) {
            skipped = true;
            continue;
        }
        if (skipped)
            out->add(u"  …"_s, Kind::Note);
        skipped = false;
        const Step &step = steps[i];
        out->add(
            shown(step.kind == Kind::Added ? after[head + step.line] : before[head + step.line],
                  step.kind),
            step.kind);
    }
    if (skipped || tail > around)
        out->add(u"  …"_s, Kind::Note);
    return out;
}

std::shared_ptr<const Lines> diffBytes(const QByteArray &before, const QByteArray &after)
{
    auto out = std::make_shared<FixedLines>();
    const HexLines old(before);
    const HexLines now(after);
    constexpr qsizetype perRow = 16;
    constexpr qsizetype mostRows = 5'000;
    qsizetype same = 0;
    qsizetype rows = 0;
    for (qsizetype row = 0; row < std::max(old.count(), now.count()); ++row) {
        if (before.mid(row * perRow, perRow) == after.mid(row * perRow, perRow)) {
            ++same;
            continue;
        }
        if (same > 0)
            out->add(Words::tr("  … %n row(s) alike", nullptr, static_cast<int>(same)), Kind::Note);
        same = 0;
        if (++rows > mostRows) {
            out->add(Words::tr("  … and more rows that differ"), Kind::Note);
            return out;
        }
        if (row < old.count())
            out->add(u"- "_s + old.line(row), Kind::Removed);
        if (row < now.count())
            out->add(u"+ "_s + now.line(row), Kind::Added);
    }
    if (rows == 0)
        out->add(Words::tr("The same as the message before."), Kind::Note);
    else if (same > 0)
        out->add(Words::tr("  … %n row(s) alike", nullptr, static_cast<int>(same)), Kind::Note);
    return out;
}

} // namespace ui
