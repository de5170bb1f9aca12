// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"
#include "models/analysis/tree.h"

#include <QStringList>

#include <memory>

namespace analysis {

/// Where and why a text is no expression.
struct ParseProblem
{
    qsizetype position = 0; ///< first UTF-16 unit that is wrong, from 0
    qsizetype length = 0;
    QString text; ///< one sentence without the position
};

/// The unit of an expression's values, and what is odd about it.
struct ResultUnit
{
    QString unit; ///< empty: not known
    QStringList remarks; ///< a sentence each: units that do not fit together
};

/// A derived signal as a formula, such as `rolling_mean("pump-1/pressure", 10s) - a`. The language
/// is explained in resources/help/expressions.md. Immutable, cheap to copy. Any thread.
///
/// What it means: a node is computed whenever one of its operands has a new sample; the others hold
/// their last value. Functions with a memory take in the new samples of their operand only. Nothing
/// comes out before every signal has had a value. Missing operands make the result missing.
class Expression
{
public:
    static constexpr qsizetype maxLength = 4096; ///< UTF-16 units
    static constexpr int maxNesting = 64;
    static constexpr std::size_t maxNodes = 512;
    static constexpr std::size_t maxSignals = 64;

    /// The sentence of the error begins with the position ("Character 5: ..."); `problem` gets both
    /// apart.
    static base::Result<Expression> parse(const QString &source, ParseProblem *problem = nullptr);

    /// The signals it uses, in the order of their first appearance: the inputs of an evaluation.
    const std::vector<SignalName> &signalNames() const { return m_tree->signalNames; }

    /// The same formula in one spelling: for lineage, and to compare two. Parses to an equal one.
    QString normalised() const;

    /// The result's unit where it follows exactly (equal units added, convert, derivative "u/s",
    /// integral "u.s"); `units` belongs to signalNames(), empty where unknown.
    ResultUnit resultUnit(const QStringList &units) const;

    /// What the evaluators walk over.
    const Tree &tree() const { return *m_tree; }

private:
    explicit Expression(std::shared_ptr<const Tree> tree)
        : m_tree(std::move(tree))
    {
    }
    std::shared_ptr<const Tree> m_tree;
};

} // namespace analysis
