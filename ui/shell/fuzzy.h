// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// How well `text` answers the words; 0: not at all. All words must be found: at the start of the
/// text best, then at the start of a word, then inside, then as letters in order ("cn" in
/// "Connections"). Shorter texts win. Both sides must be lower case.
int matchScore(QStringView text, const QStringList &words);

} // namespace ui
