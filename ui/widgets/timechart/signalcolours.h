// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <QColor>

namespace ui {

/// The data colour of a signal in the current theme: the same on every page and in every session
/// (ids of signals are kept by the historian). Neighbouring signals of a device differ.
QColor signalColour(telemetry::SignalId signal);
/// Index into dataColour().
int signalColourIndex(telemetry::SignalId signal);

} // namespace ui
