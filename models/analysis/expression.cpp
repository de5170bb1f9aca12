// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/expression.h"

#include "models/analysis/parser.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace analysis {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text, QChar quote)
{
    QString out(quote);
    for (const QChar c : text) {
        if (c == quote || c == u'\\')
            out += u'\\';
        out += c;
    }
    return out + quote;
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

struct Written
{
    QString text;
    int binding = BindLeaf;
};

/// The operand as it must stand where at least `binding` is needed.
QString inBrackets(const Written &operand, int binding)
{
    return operand.binding < binding ? u'(' + operand.text + u')' : operand.text;
}

Written writeLeaf(const Tree &tree, const Node &node)
{
    if (node.op == Op::Number)
        return {node.text != 0 ? tree.texts[node.text]
                               : QString::number(node.number, 'g', QLocale::FloatingPointShortest)};
    const SignalName &name = tree.signalNames[node.signal];
    return {name.quoted ? quoted(name.name, u'"') : name.name};
}

Written writeCall(const Tree &tree, const Node &node, const Function &function,
                  const std::vector<Written> &done)
{
    QStringList arguments;
    for (const auto operand : tree.operandsOf(node))
        arguments += done[operand].text;
    if (node.op == Op::Convert)
        arguments += {quoted(tree.texts[node.text], u'"'), quoted(tree.texts[node.text2], u'"')};
    if (node.duration > 0)
        arguments += durationText(node.duration);
    if (node.op == Op::Resample)
        arguments += quoted(latin1(methodNames()[static_cast<std::size_t>(node.method)]), u'"');
    return {latin1(function.name) + u'(' + arguments.join(u", "_s) + u')'};
}

Written writeOperator(const Tree &tree, const Node &node, const std::vector<Written> &done)
{
    const auto operands = tree.operandsOf(node);
    const Written &first = done[operands.front()];
    if (node.op == Op::TextEqual || node.op == Op::TextUnequal)
        return {first.text + (node.op == Op::TextEqual ? u" == "_s : u" != "_s)
                    + quoted(tree.texts[node.text], u'\''),
                BindCompare};
    if (node.op == Op::Negate)
        return {u'-' + inBrackets(first, BindMinus), BindMinus};
    if (node.op == Op::Not)
        return {u"not "_s + inBrackets(first, BindCompare), BindNot};
    const auto signs = operatorSigns();
    const auto row = std::ranges::find(signs, node.op, &OperatorSign::op);
    // The left operand of a power and both of a comparison must be stronger.
    const bool stronger = node.op == Op::Power || row->binding == BindCompare;
    const QString left = inBrackets(first, row->binding + (stronger ? 1 : 0));
    const QString right =
        inBrackets(done[operands.back()], row->binding + (node.op == Op::Power ? 0 : 1));
    return {left + u' ' + QStringView(row->sign).toString() + u' ' + right, row->binding};
}

} // namespace

base::Result<Expression> Expression::parse(const QString &source, ParseProblem *problem)
{
    Parser parser(source);
    if (auto tree = parser.parse())
        return Expression(std::make_shared<const Tree>(std::move(*tree)));
    const ParseProblem &found = parser.problem();
    if (problem)
        *problem = found;
    const bool limit = source.size() > maxLength;
    return base::failure(QCoreApplication::translate("AnalysisExpression", "Character %1: %2")
                             .arg(found.position + 1)
                             .arg(found.text),
                         limit ? base::ErrorCode::Limit : base::ErrorCode::BadInput);
}

QString Expression::normalised() const
{
    std::vector<Written> done;
    done.reserve(m_tree->nodes.size());
    for (const Node &node : m_tree->nodes) {
        const Function *function = functionOf(node.op);
        if (node.op == Op::Number || node.op == Op::Signal)
            done.push_back(writeLeaf(*m_tree, node));
        else if (function)
            done.push_back(writeCall(*m_tree, node, *function, done));
        else
            done.push_back(writeOperator(*m_tree, node, done));
    }
    return done.back().text;
}

} // namespace analysis
