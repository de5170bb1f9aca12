// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/fleetsummary.h"
#include "ui/overview/siterates.h"
#include "ui/widgets/rows/keyedtable.h"

namespace ui {

/// The summary as table rows. KeyedTable::DataRole of a need is its place in summary.needs.
QStringList needHeaders();
QList<KeyedRow> needRows(const FleetSummary &summary, base::TimeNs now);
QStringList siteHeaders();
QList<KeyedRow> siteRows(const FleetSummary &summary, const SiteRates &rates);
QStringList modelHeaders(double limit);
QList<KeyedRow> modelRows(const FleetSummary &summary, double limit);

} // namespace ui
