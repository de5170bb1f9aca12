// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

/// A word of the trade, explained in a sentence.
struct Term
{
    QString word;
    QString meaning;
    QStringList also{}; ///< other forms: "Gaps" for "Gap"
};

/// From resources/help, in the console's language, else in English; sorted as read.
const std::vector<Term> &glossary();
/// The sentence for a word in any of its forms, empty when it is not explained: for tooltips.
QString explained(const QString &word);

} // namespace ui
