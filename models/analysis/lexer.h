// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>
#include <QStringView>

namespace analysis {

using base::TimeNs;

/// One word of an expression.
struct Token
{
    enum class Kind {
        End,
        Number,
        Duration,
        Quoted, ///< "..."
        Text, ///< '...'
        Word,
        Sign, ///< operators, brackets, comma
        Bad ///< `text` is the sentence
    };
    Kind kind = Kind::End;
    qsizetype position = 0; ///< UTF-16 units from the start
    qsizetype length = 0;
    QString text = {}; ///< words, signs and quotes, without escapes
    double number = 0;
    TimeNs duration = 0;

    bool isSign(QStringView sign) const { return kind == Kind::Sign && text == sign; }
    bool isWord(QStringView word) const { return kind == Kind::Word && text == word; }
};

/// Cuts an expression into words. Any thread.
class Lexer
{
public:
    static constexpr TimeNs longestDuration = 3650 * 24 * base::nsPerHour;

    explicit Lexer(QStringView source)
        : m_source(source)
    {
    }
    Token next();

private:
    QChar at(qsizetype offset = 0) const
    {
        return m_at + offset < m_source.size() ? m_source[m_at + offset] : QChar();
    }
    void readNumber(Token &token);
    void readQuoted(Token &token);
    void readSign(Token &token);

    QStringView m_source;
    qsizetype m_at = 0;
};

} // namespace analysis
