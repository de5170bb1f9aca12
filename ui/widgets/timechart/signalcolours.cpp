// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/signalcolours.h"

#include "ui/widgets/theme.h"

namespace ui {

int signalColourIndex(telemetry::SignalId signal)
{
    return static_cast<int>(signal % static_cast<unsigned>(dataColours));
}

QColor signalColour(telemetry::SignalId signal)
{
    return dataColour(signalColourIndex(signal));
}

} // namespace ui
