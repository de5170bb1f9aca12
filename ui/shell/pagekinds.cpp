// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagekinds.h"

#include "ui/connect/connectionspage.h"
#include "ui/devices/devicespage.h"
#include "ui/explore/explorepage.h"
#include "ui/inference/confidencepage.h"
#include "ui/overview/overviewpage.h"
#include "ui/recording/recordingspage.h"
#include "ui/shell/settingspage.h"
#include "ui/telemetry/telemetrypage.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// `title` is the source text, marked with QT_TRANSLATE_NOOP("Pages", ...).
template <class P>
PageKind kind(const char *key, const char *title, const char *iconName)
{
    return {
        QString::fromLatin1(key), [title] { return QCoreApplication::translate("Pages", title); },
        QString::fromLatin1(iconName),
        [](const Console &console, QWidget *parent) -> Page * { return new P(console, parent); }};
}

} // namespace

PageKinds allPageKinds()
{
    return {
        kind<OverviewPage>("overview", QT_TRANSLATE_NOOP("Pages", "Overview"), "go-home"),
        kind<ExplorePage>("explore", QT_TRANSLATE_NOOP("Pages", "Explore"), "view-list-tree"),
        kind<DevicesPage>("devices", QT_TRANSLATE_NOOP("Pages", "Devices"), "computer"),
        kind<TelemetryPage>("telemetry", QT_TRANSLATE_NOOP("Pages", "Telemetry"),
                            "office-chart-line"),
        kind<ConfidencePage>("confidence", QT_TRANSLATE_NOOP("Pages", "Confidence"),
                             "office-chart-area"),
        kind<RecordingsPage>("recordings", QT_TRANSLATE_NOOP("Pages", "Recordings"),
                             "media-record"),
        kind<ConnectionsPage>("connections", QT_TRANSLATE_NOOP("Pages", "Connections"),
                              "network-connect"),
        kind<SettingsPage>("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "configure"),
    };
}

PageKinds replayPageKinds()
{
    PageKinds out;
    for (PageKind &kind : allPageKinds()) {
        static const QStringList shown{u"overview"_s, u"explore"_s, u"devices"_s, u"telemetry"_s,
                                       u"confidence"_s};
        if (shown.contains(kind.key))
            out.push_back(std::move(kind));
    }
    return out;
}

} // namespace ui
