// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lexer.h"

#include "models/analysis/functions.h"
#include "models/base/visibletext.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace analysis {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisExpression)
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

void fail(Token &token, const QString &sentence)
{
    token.kind = Token::Kind::Bad;
    token.text = sentence;
}

TimeNs unitOfDuration(QStringView name)
{
    for (const DurationUnit &unit : durationUnits()) {
        if (name == QLatin1StringView(unit.name.data(), static_cast<qsizetype>(unit.name.size())))
            return unit.ns;
    }
    return 0;
}

} // namespace

Token Lexer::next()
{
    while (m_at < m_source.size() && m_source[m_at].isSpace())
        ++m_at;
    Token token;
    token.position = m_at;
    if (m_at >= m_source.size())
        return token;
    const QChar c = at();
    if (isDigit(c) || (c == u'.' && isDigit(at(1)))) {
        readNumber(token);
    } else if (c == u'"' || c == u'\'') {
        readQuoted(token);
    } else if (c.isLetter() || c == u'_') {
        while (m_at < m_source.size() && isWordPart(at()))
            ++m_at;
        token.kind = Token::Kind::Word;
        token.text = m_source.mid(token.position, m_at - token.position).toString();
    } else {
        readSign(token);
    }
    token.length = m_at - token.position;
    return token;
}

void Lexer::readNumber(Token &token)
{
    const qsizetype start = m_at;
    while (isDigit(at()) || at() == u'.')
        ++m_at;
    if (at() == u'e' || at() == u'E') {
        const qsizetype sign = at(1) == u'+' || at(1) == u'-' ? 2 : 1;
        if (isDigit(at(sign))) {
            m_at += sign;
            while (isDigit(at()))
                ++m_at;
        }
    }
    const QByteArray digits = m_source.mid(start, m_at - start).toLatin1();
    const qsizetype unitAt = m_at;
    while (m_at < m_source.size() && isWordPart(at()))
        ++m_at;
    const QString whole = m_source.mid(start, m_at - start).toString();
    const auto read =
        std::from_chars(digits.constData(), digits.constData() + digits.size(), token.number);
    if (read.ec != std::errc() || read.ptr != digits.constData() + digits.size())
        return fail(token, Words::tr("“%1” is not a number.").arg(whole));
    token.kind = Token::Kind::Number;
    if (unitAt == m_at)
        return;
    const TimeNs unit = unitOfDuration(m_source.mid(unitAt, m_at - unitAt));
    if (unit == 0)
        return fail(token,
                    Words::tr("“%1” is neither a number nor a duration; durations end in ns, us, "
                              "ms, s, min, h or d.")
                        .arg(whole));
    const double ns = token.number * static_cast<double>(unit);
    if (!(ns >= 1 && ns <= static_cast<double>(longestDuration)))
        return fail(token, Words::tr("The duration %1 is not between 1ns and 3650d.").arg(whole));
    token.kind = Token::Kind::Duration;
    token.duration = std::llround(ns);
}

void Lexer::readQuoted(Token &token)
{
    const QChar quote = at();
    ++m_at;
    while (m_at < m_source.size() && at() != quote) {
        if (at() == u'\\' && m_at + 1 < m_source.size())
            ++m_at;
        token.text += at();
        ++m_at;
    }
    if (m_at >= m_source.size())
        return fail(token, Words::tr("The quotation mark %1 is not closed.").arg(quote));
    ++m_at;
    token.kind = quote == u'"' ? Token::Kind::Quoted : Token::Kind::Text;
}

void Lexer::readSign(Token &token)
{
    const QStringView two = m_source.mid(m_at, 2);
    token.kind = Token::Kind::Sign;
    if (two == u"<=" || two == u">=" || two == u"==" || two == u"!=") {
        m_at += 2;
        token.text = two.toString();
        return;
    }
    const QChar c = at();
    ++m_at;
    if (c.isHighSurrogate() && at().isLowSurrogate())
        ++m_at;
    token.text = m_source.mid(token.position, m_at - token.position).toString();
    if (c == u'=')
        return fail(token, Words::tr("Two values are compared with ==, not with a single =."));
    if (!u"+-*/%^()<>,"_s.contains(c))
        fail(token,
             Words::tr("“%1” has no meaning in an expression.").arg(base::visibleText(token.text)));
}

} // namespace analysis
