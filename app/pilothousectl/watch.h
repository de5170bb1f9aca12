// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `pilothousectl watch --url mqtt://... [--seconds N] [--json] [--workspace DIR]
/// [--mqtt 3.1.1|5.0]
/// [--subscribe FILTER]...`: connects, and prints rates each second; at the end devices, signals,
/// predictions and the loss ledger. Returns the exit code: 0 connected, 1 could not connect, 2
/// usage.
int watch(const QStringList &arguments);

} // namespace ctl
