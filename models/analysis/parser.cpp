// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/parser.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numbers>

namespace analysis {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisExpression)
};

constexpr OperatorSign signs[] = {
    {Op::Or, u"or", BindOr},           {Op::And, u"and", BindAnd},
    {Op::Less, u"<", BindCompare},     {Op::LessEqual, u"<=", BindCompare},
    {Op::Greater, u">", BindCompare},  {Op::GreaterEqual, u">=", BindCompare},
    {Op::Equal, u"==", BindCompare},   {Op::Unequal, u"!=", BindCompare},
    {Op::Add, u"+", BindSum},          {Op::Subtract, u"-", BindSum},
    {Op::Multiply, u"*", BindProduct}, {Op::Divide, u"/", BindProduct},
    {Op::Modulo, u"%", BindProduct},   {Op::Power, u"^", BindPower},
};

const OperatorSign *operatorOf(const Token &token)
{
    if (token.kind != Token::Kind::Sign && token.kind != Token::Kind::Word)
        return nullptr;
    const auto *it = std::ranges::find_if(signs, [&](const OperatorSign &row) {
        return QStringView(token.text) == QStringView(row.sign);
    });
    return it == std::end(signs) ? nullptr : it;
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

bool remembers(Op op)
{
    return op >= Op::RollingMean && op != Op::TimeOfDay;
}

} // namespace

std::span<const OperatorSign> operatorSigns()
{
    return signs;
}

std::optional<Tree> Parser::parse()
{
    if (m_source.size() > Expression::maxLength) {
        fail({.position = Expression::maxLength},
             Words::tr("The expression is longer than %1 characters.").arg(Expression::maxLength));
        return {};
    }
    advance();
    const int root = expression(BindOr, 0);
    if (root < 0)
        return {};
    if (m_token.kind != Token::Kind::End) {
        unexpected(m_token, Words::tr("an operator or the end"));
        return {};
    }
    if (!m_tree.nodes.back().hasSignal) {
        fail({.length = m_source.size()},
             Words::tr("The expression uses no signal, so there is nothing to compute it from."));
        return {};
    }
    return std::move(m_tree);
}

void Parser::advance()
{
    m_token = m_lexer.next();
}

int Parser::fail(const Token &token, const QString &sentence)
{
    if (m_problem.text.isEmpty())
        m_problem = {token.position, token.length, sentence};
    return -1;
}

int Parser::unexpected(const Token &token, const QString &wanted)
{
    if (token.kind == Token::Kind::Bad)
        return fail(token, token.text);
    if (token.kind == Token::Kind::End)
        return fail(token, Words::tr("The expression ends where %1 is expected.").arg(wanted));
    const QString found =
        base::visibleText(m_source.mid(token.position, std::min<qsizetype>(token.length, 40)));
    return fail(token, Words::tr("“%1” stands where %2 is expected.").arg(found, wanted));
}

std::uint16_t Parser::keep(const QString &text)
{
    const auto it = std::ranges::find(m_tree.texts, text);
    const auto index = static_cast<std::uint16_t>(it - m_tree.texts.begin());
    if (it == m_tree.texts.end())
        m_tree.texts.push_back(text);
    return index;
}

int Parser::add(Node node, std::span<const int> operands, const Token &where)
{
    if (m_tree.nodes.size() >= Expression::maxNodes)
        return fail(where,
                    Words::tr("The expression has more than %1 parts.").arg(Expression::maxNodes));
    node.first = static_cast<std::uint16_t>(m_tree.operands.size());
    node.count = static_cast<std::uint16_t>(operands.size());
    node.hasSignal = node.op == Op::Signal;
    for (const int operand : operands) {
        m_tree.operands.push_back(static_cast<std::uint16_t>(operand));
        node.hasSignal |= m_tree.nodes[static_cast<std::size_t>(operand)].hasSignal;
    }
    m_tree.nodes.push_back(node);
    return static_cast<int>(m_tree.nodes.size()) - 1;
}

int Parser::expression(int weakest, int depth)
{
    if (depth >= Expression::maxNesting)
        return fail(m_token,
                    Words::tr("The expression is nested more than %1 levels deep.")
                        .arg(Expression::maxNesting));
    int left = prefix(depth);
    bool compared = false;
    while (left >= 0) {
        const OperatorSign *row = operatorOf(m_token);
        if (!row || row->binding < weakest)
            break;
        const Token sign = m_token;
        if (row->binding == BindCompare && compared)
            return fail(sign,
                        Words::tr("Comparisons cannot be chained; join two of them with “and”."));
        compared = row->binding == BindCompare;
        advance();
        left = operation(sign, row->op, left, depth);
    }
    return left;
}

int Parser::operation(const Token &sign, Op op, int left, int depth)
{
    if ((op == Op::Equal || op == Op::Unequal) && m_token.kind == Token::Kind::Text)
        return compareText(op, left);
    const OperatorSign *row = std::ranges::find(signs, op, &OperatorSign::op);
    // The power associates to the right, everything else to the left: its right operand is
    // stronger, so that the calls of one level of nesting are at most as many as there are
    // strengths.
    const int right =
        op == Op::Power ? expression(BindPower, depth + 1) : expression(row->binding + 1, depth);
    return right < 0 ? -1 : add({.op = op}, std::array{left, right}, sign);
}

int Parser::compareText(Op op, int left)
{
    const Token text = m_token;
    if (m_tree.nodes[static_cast<std::size_t>(left)].op != Op::Signal
        || left + 1 != static_cast<int>(m_tree.nodes.size()))
        return fail(text, Words::tr("A text can only be compared with a signal itself."));
    advance();
    return add({.op = op == Op::Equal ? Op::TextEqual : Op::TextUnequal, .text = keep(text.text)},
               std::array{left}, text);
}

int Parser::prefix(int depth)
{
    const Token sign = m_token;
    const bool minus = sign.isSign(u"-");
    if (!minus && !sign.isWord(u"not"))
        return leaf(depth);
    advance();
    const int operand = expression(minus ? BindMinus : BindCompare, depth + 1);
    return operand < 0 ? -1 : add({.op = minus ? Op::Negate : Op::Not}, std::array{operand}, sign);
}

int Parser::leaf(int depth)
{
    const Token token = m_token;
    const QString wanted = Words::tr("a value");
    switch (token.kind) {
    case Token::Kind::Number:
        advance();
        return add({.number = token.number}, {}, token);
    case Token::Kind::Quoted:
        advance();
        return signal(token);
    case Token::Kind::Word:
        if (operatorOf(token))
            return unexpected(token, wanted);
        advance();
        return m_token.isSign(u"(") ? call(token, depth) : signal(token);
    case Token::Kind::Sign:
        if (!token.isSign(u"("))
            return unexpected(token, wanted);
        break;
    case Token::Kind::Text:
        return fail(token,
                    Words::tr("A text in single quotes can only stand behind == or !=; names of "
                              "signals stand in double quotes."));
    case Token::Kind::Duration:
        return fail(token,
                    Words::tr("The duration stands where a value is expected; durations are only "
                              "arguments of functions such as rolling_mean(x, 10s)."));
    default:
        return unexpected(token, wanted);
    }
    advance();
    const int inner = expression(BindOr, depth + 1);
    if (inner < 0)
        return -1;
    if (!m_token.isSign(u")"))
        return unexpected(m_token, Words::tr("a closing bracket"));
    advance();
    return inner;
}

int Parser::signal(const Token &token)
{
    const bool quoted = token.kind == Token::Kind::Quoted;
    if (!quoted) {
        constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
        if (token.text == u"pi")
            return add({.text = keep(token.text), .number = std::numbers::pi}, {}, token);
        if (token.text == u"e")
            return add({.text = keep(token.text), .number = std::numbers::e}, {}, token);
        if (token.text == u"nan")
            return add({.text = keep(token.text), .number = noNumber}, {}, token);
        if (findFunction(token.text))
            return fail(token,
                        Words::tr("“%1” is a function: its arguments stand in brackets behind it.")
                            .arg(token.text));
    }
    if (token.text.isEmpty())
        return fail(token, Words::tr("The name of the signal is empty."));
    const SignalName name{token.text, quoted};
    auto &names = m_tree.signalNames;
    const auto it = std::ranges::find(names, name);
    const auto index = static_cast<std::uint16_t>(it - names.begin());
    if (it == names.end()) {
        if (names.size() >= Expression::maxSignals)
            return fail(
                token,
                Words::tr("The expression uses more than %1 signals.").arg(Expression::maxSignals));
        names.push_back(name);
    }
    return add({.op = Op::Signal, .signal = index}, {}, token);
}

int Parser::call(const Token &name, int depth)
{
    const Function *function = findFunction(name.text);
    if (!function)
        return fail(name, Words::tr("There is no function “%1”.").arg(name.text));
    const auto wrongCount = [&] {
        return fail(
            name,
            Words::tr("%1 is called as %2.").arg(latin1(function->name), latin1(function->usage)));
    };
    advance();
    Node node{.op = function->op};
    std::vector<int> operands;
    int given = 0;
    const std::string_view kinds = function->arguments;
    while (!m_token.isSign(u")")) {
        if (given > 0 && !m_token.isSign(u","))
            return unexpected(m_token, Words::tr("a comma or a closing bracket"));
        if (given > 0)
            advance();
        const auto at = static_cast<std::size_t>(given);
        const bool repeats = kinds.ends_with('*') && at + 1 >= kinds.size();
        if (!repeats && at >= kinds.size())
            return wrongCount();
        if (!argument(repeats ? 'x' : kinds[at], *function, node, operands, depth + 1))
            return -1;
        ++given;
    }
    if (given < function->required)
        return wrongCount();
    advance();
    if (node.op == Op::Convert) {
        const auto conversion =
            conversionBetween(m_tree.texts[node.text], m_tree.texts[node.text2]);
        if (!conversion)
            return fail(name, conversion.error().text);
        node.conversion = *conversion;
    }
    if (remembers(node.op) && !m_tree.nodes[static_cast<std::size_t>(operands.front())].hasSignal)
        return fail(name, Words::tr("%1 needs a signal inside.").arg(latin1(function->name)));
    return add(node, operands, name);
}

bool Parser::argument(char kind, const Function &function, Node &node, std::vector<int> &operands,
                      int depth)
{
    if (kind == 'd') {
        if (m_token.kind != Token::Kind::Duration) {
            unexpected(m_token,
                       Words::tr("a duration such as 10s for %1").arg(latin1(function.usage)));
            return false;
        }
        node.duration = m_token.duration;
        advance();
        return true;
    }
    if (kind != 'x')
        return argumentText(kind, node);
    const int operand = expression(BindOr, depth);
    operands.push_back(operand);
    return operand >= 0;
}

bool Parser::argumentText(char kind, Node &node)
{
    if (m_token.kind != Token::Kind::Quoted && m_token.kind != Token::Kind::Text) {
        unexpected(m_token,
                   kind == 'u' ? Words::tr("a unit in quotes such as \"degC\"")
                               : Words::tr("a method in quotes such as \"mean\""));
        return false;
    }
    if (kind == 'u') {
        (node.text == 0 ? node.text : node.text2) = keep(m_token.text.trimmed());
    } else {
        const auto names = methodNames();
        const auto it = std::ranges::find_if(
            names, [&](std::string_view name) { return m_token.text == latin1(name); });
        if (it == names.end()) {
            fail(m_token,
                 Words::tr("“%1” is no method of resample; there are mean, min, max, last, linear "
                           "and count.")
                     .arg(base::visibleText(m_token.text)));
            return false;
        }
        node.method = static_cast<Method>(it - names.begin());
    }
    advance();
    return true;
}

} // namespace analysis
