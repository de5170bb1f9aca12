// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagekinds.h"

#include "ui/connect/connectionspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/settingspage.h"

#include <QCoreApplication>

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
        kind<ConnectionsPage>("connections", QT_TRANSLATE_NOOP("Pages", "Connections"),
                              "network-connect"),
        kind<SettingsPage>("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "configure"),
    };
}

} // namespace ui
