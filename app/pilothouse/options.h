// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSize>
#include <QStringList>

namespace app {

/// The command line, understood.
struct Options
{
    QString workspace; ///< folder; empty: the person's own one
    QString connectUrl; ///< mqtt://... of a connection for this run only
    bool allowRebirth = false; ///< that connection may ask Sparkplug nodes for their births
    QStringList themes; ///< "light", "dark", "contrast"; one unless a tour asks for more
    QList<QSize> sizes; ///< of the window; one unless a tour asks for more
    QString page; ///< key of the page to open
    QString tourFolder; ///< empty: no tour
    double tourSeconds = 12; ///< data is gathered for so long before the first picture
    bool startupReport = false;
    bool rightToLeft = false; ///< mirrors the layout, for review
};

/// Reads the arguments; --help and --version are answered and end the program.
base::Result<Options> readOptions(const QStringList &arguments);

} // namespace app
