// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/source.h"
#include "ui/widgets/badge.h"

#include <QString>

namespace ui {

/// The state of a connection as a mark and as one word.
Mark stateMark(connect::SourceState state);
QString stateWord(connect::SourceState state);
/// State with what matters now: "reconnecting, try 4 in 8 s".
QString stateDetail(const connect::SourceStatus &status, base::TimeNs now);

} // namespace ui
