// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/fleettables.h"

#include "models/base/visibletext.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

/// One icon each and theme, so that a row without change compares equal.
QIcon urgencyIcon(Urgency urgency)
{
    static std::array<std::array<QIcon, 5>, 3> icons;
    static constexpr std::array marks{Mark::Critical, Mark::High, Mark::Medium, Mark::Low};
    QIcon &icon =
        icons[static_cast<std::size_t>(currentTheme())][static_cast<std::size_t>(urgency)];
    if (icon.isNull())
        icon = markIcon(marks[static_cast<std::size_t>(urgency) - 1]);
    return icon;
}

QString urgencyText(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Critical:
        return Words::tr("Critical");
    case Urgency::High:
        return Words::tr("High");
    case Urgency::Medium:
        return Words::tr("Medium");
    case Urgency::Low:
        break;
    }
    return Words::tr("Low");
}

KeyedCell figure(int value, Role role)
{
    KeyedCell cell{
        .text = format::count(static_cast<quint64>(value)), .raw = value, .number = true};
    cell.role = value > 0 ? role : Role::TextSecond;
    return cell;
}

} // namespace

QStringList needHeaders()
{
    return {Words::tr("Device"), Words::tr("What"), Words::tr("Since"), Words::tr("Likely cause"),
            QString()};
}

QList<KeyedRow> needRows(const FleetSummary &summary, base::TimeNs now)
{
    constexpr std::size_t shown = 200; // the Devices page has them all
    QList<KeyedRow> rows;
    for (std::size_t i = 0; i < std::min(shown, summary.needs.size()); ++i) {
        const Need &need = summary.needs[i];
        KeyedCell subject{.text = need.subject, .raw = static_cast<int>(need.urgency)};
        subject.icon = urgencyIcon(need.urgency);
        subject.tip = Words::tr("%1 priority").arg(urgencyText(need.urgency));
        const bool justNow = need.since > now - base::nsPerSecond;
        KeyedCell since{.text = need.since <= 0 ? format::none
                            : justNow           ? Words::tr("now")
                                                : format::shortDuration(now - need.since),
                        .raw = QVariant::fromValue<qlonglong>(need.since),
                        .role = Role::TextSecond,
                        .number = true};
        KeyedCell what{.text = need.what};
        what.tip = need.what;
        KeyedCell cause{.text = need.cause};
        cause.tip = need.cause;
        KeyedCell link{.text = need.link + u" \u2192"_s, .role = Role::Accent};
        rows.append({need.key, {subject, what, since, cause, link}, static_cast<int>(i)});
    }
    return rows;
}

QStringList siteHeaders()
{
    return {Words::tr("Site"),    Words::tr("Well"),  Words::tr("Suspect"),   Words::tr("Stale"),
            Words::tr("Offline"), Words::tr("msg/s"), Words::tr("Last 2 min")};
}

QList<KeyedRow> siteRows(const FleetSummary &summary, const SiteRates &rates)
{
    QList<KeyedRow> rows;
    for (const SiteFigures &site : summary.sites) {
        const double rate = rates.rate(site.site);
        KeyedCell speed{.text = format::rateNumber(rate), .raw = rate, .number = true};
        KeyedCell trend;
        trend.spark = rates.trend(site.site);
        rows.append({site.site,
                     {KeyedCell{.text = site.site}, figure(site.well, Role::Text),
                      figure(site.suspect, Role::High), figure(site.stale, Role::Medium),
                      figure(site.offline, Role::Critical), speed, trend},
                     site.site});
    }
    return rows;
}

QStringList modelHeaders(double limit)
{
    return {Words::tr("Model"), Words::tr("Version"), Words::tr("Devices"), Words::tr("Confidence"),
            Words::tr("Below %1").arg(format::percent(limit))};
}

QList<KeyedRow> modelRows(const FleetSummary &summary, double limit)
{
    QList<KeyedRow> rows;
    for (const ModelFigures &model : summary.models) {
        const QString name =
            model.model.isEmpty() ? Words::tr("not named") : base::visibleText(model.model);
        KeyedCell confidence{
            .text = format::fixed(model.confidence, 3), .raw = model.confidence, .number = true};
        confidence.strong = model.low;
        if (model.low)
            confidence.role = Role::High;
        if (model.low && model.confidence >= limit)
            confidence.tip = Words::tr("The mean is above the limit, but a device is below it.");
        KeyedCell below{.text = format::percent(model.below), .raw = model.below, .number = true};
        if (model.below == 0)
            below.role = Role::TextSecond;
        rows.append({model.model + u'\n' + model.version,
                     {KeyedCell{.text = name}, KeyedCell{.text = base::visibleText(model.version)},
                      figure(model.devices, Role::Text), confidence, below},
                     model.model});
    }
    return rows;
}

} // namespace ui
