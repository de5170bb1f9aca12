// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

namespace ui {

namespace {

constexpr int startOfText = 400;
constexpr int startOfWord = 300;
constexpr int inside = 200;
constexpr int scattered = 60;

bool isBoundary(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// Letters of the word in order; tight runs and word starts count more.
int scatteredScore(QStringView text, QStringView word)
{
    qsizetype at = 0;
    int score = scattered;
    qsizetype last = -1;
    for (const QChar c : word) {
        at = text.indexOf(c, at);
        if (at < 0)
            return 0;
        if (isBoundary(text, at))
            score += 10;
        else if (last >= 0 && at == last + 1)
            score += 5;
        else
            score -= 4;
        last = at++;
    }
    return qMax(1, score);
}

int wordScore(QStringView text, QStringView word)
{
    qsizetype at = text.indexOf(word);
    if (at < 0)
        return word.size() < 2 ? 0 : scatteredScore(text, word);
    if (at == 0)
        return startOfText;
    for (; at >= 0; at = text.indexOf(word, at + 1)) {
        if (isBoundary(text, at))
            return startOfWord;
    }
    return inside;
}

} // namespace

int matchScore(QStringView text, const QStringList &words)
{
    int total = 0;
    for (const QString &word : words) {
        const int one = wordScore(text, word);
        if (one == 0)
            return 0;
        total += one;
    }
    return qMax(1, total - static_cast<int>(qMin<qsizetype>(text.size(), 100)) / 2);
}

} // namespace ui
