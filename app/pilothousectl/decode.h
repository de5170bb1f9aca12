// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `pilothousectl decode --topic T [--decoder NAME] [--limits k=v]... [--json] FILE...`: decodes
/// the files ("-" is standard input) in order as messages of that topic and prints one JSON object
/// per sample; reasons go to standard error. Returns the exit code: 0 all decoded, 1 something was
/// not, 2 usage or a file that cannot be read.
int decode(const QStringList &arguments);

} // namespace ctl
