// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `pilothousectl derive F --expression '...' [--name N] [--json]`: evaluates an expression
/// (resources/help/expressions.md) over all samples of the signals it names and prints the results,
/// one a line: time, value (null: missing), with --name also name and unit. Exit 0 done, 1 a window
/// was cut by limits, 2 usage, unreadable input, unknown signal.
int derive(const QStringList &arguments);

} // namespace ctl
