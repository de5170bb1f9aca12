// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/expression.h"
#include "models/analysis/functions.h"
#include "models/analysis/lexer.h"

#include <optional>

namespace analysis {

/// Binding strength of operators, weakest first.
enum Binding {
    BindOr = 1,
    BindAnd,
    BindNot,
    BindCompare,
    BindSum,
    BindProduct,
    BindMinus,
    BindPower,
    BindLeaf
};

/// Precedence climbing over the words of one expression. Calls itself once per level of nesting,
/// which is bounded; chains of operators are loops.
class Parser
{
public:
    explicit Parser(QStringView source)
        : m_source(source)
        , m_lexer(source)
    {
    }
    std::optional<Tree> parse(); ///< nothing: see problem()
    const ParseProblem &problem() const { return m_problem; }

private:
    /// A node's index, or -1 after a problem was noted.
    int expression(int weakest, int depth);
    int prefix(int depth);
    int leaf(int depth);
    int call(const Token &name, int depth);
    int operation(const Token &sign, Op op, int left, int depth);
    int compareText(Op op, int left);
    bool argument(char kind, const Function &function, Node &node, std::vector<int> &operands,
                  int depth);
    bool argumentText(char kind, Node &node);
    int signal(const Token &token);
    int add(Node node, std::span<const int> operands, const Token &where);
    int unexpected(const Token &token, const QString &wanted);
    int fail(const Token &token, const QString &sentence);
    std::uint16_t keep(const QString &text);
    void advance();

    QStringView m_source;
    Lexer m_lexer;
    Token m_token;
    Tree m_tree;
    ParseProblem m_problem;
};

/// The sign of an operator, its strength; nothing for functions and leaves.
struct OperatorSign
{
    Op op;
    const char16_t *sign;
    int binding;
};
std::span<const OperatorSign> operatorSigns();

} // namespace analysis
