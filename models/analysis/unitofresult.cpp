// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/expression.h"

#include <QCoreApplication>

namespace analysis {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisExpression)
};

struct NodeUnit
{
    QString unit;
    bool constant = false; ///< a bare number, which takes the unit of what it is compared with
};

QString per(const QString &unit, TimeNs duration)
{
    if (unit.isEmpty())
        return {};
    if (duration == 0 || duration == base::nsPerSecond)
        return unit + u"/s"_s;
    if (duration == base::nsPerMinute)
        return unit + u"/min"_s;
    if (duration == base::nsPerHour)
        return unit + u"/h"_s;
    return duration == 24 * base::nsPerHour ? unit + u"/d"_s : QString();
}

class UnitWalk
{
public:
    UnitWalk(const Tree &tree, const QStringList &units)
        : m_tree(tree)
        , m_units(units)
    {
    }

    ResultUnit run()
    {
        for (const Node &node : m_tree.nodes)
            m_done.push_back(of(node));
        return {m_done.back().unit, m_remarks};
    }

private:
    NodeUnit operand(const Node &node, std::size_t i) const
    {
        return m_done[m_tree.operandsOf(node)[i]];
    }

    /// The unit that operands from `from` on share; `adapt`: bare numbers go along.
    QString common(const Node &node, std::size_t from, bool adapt)
    {
        QString unit;
        bool known = true;
        for (std::size_t i = from; i < node.count; ++i) {
            const NodeUnit one = operand(node, i);
            if (one.constant && adapt)
                continue;
            known &= !one.unit.isEmpty();
            if (!unit.isEmpty() && !one.unit.isEmpty() && !sameUnit(unit, one.unit)) {
                m_remarks += Words::tr("“%1” and “%2” are put together without a conversion.")
                                 .arg(unit, one.unit);
                return {};
            }
            if (unit.isEmpty())
                unit = one.unit;
        }
        return known ? unit : QString();
    }

    NodeUnit converted(const Node &node)
    {
        const QString from = m_tree.texts[node.text];
        const QString given = operand(node, 0).unit;
        if (!given.isEmpty() && !sameUnit(given, from))
            m_remarks += Words::tr("convert() expects “%1” but gets “%2”.").arg(from, given);
        return {m_tree.texts[node.text2]};
    }

    NodeUnit of(const Node &node)
    {
        switch (node.op) {
        case Op::Number:
            return {{}, true};
        case Op::Signal:
            return {m_units.value(node.signal)};
        case Op::Add:
        case Op::Subtract:
        case Op::Hypot:
            return {common(node, 0, false)};
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Equal:
        case Op::Unequal:
            common(node, 0, true); // only for the remark
            return {};
        case Op::Min:
        case Op::Max:
        case Op::Clamp:
        case Op::OrElse:
            return {common(node, 0, true)};
        case Op::If:
            return {common(node, 1, true)};
        case Op::Negate:
        case Op::Abs:
        case Op::Floor:
        case Op::Ceil:
        case Op::Round:
        case Op::RollingMean:
        case Op::RollingMin:
        case Op::RollingMax:
        case Op::RollingSum:
        case Op::RollingStd:
        case Op::RollingMedian:
        case Op::Diff:
        case Op::Ewma:
        case Op::CumSum:
        case Op::Delay:
        case Op::Hold:
            return {operand(node, 0).unit, operand(node, 0).constant};
        case Op::Resample:
            return {node.method == Method::Count ? QString() : operand(node, 0).unit};
        case Op::Convert:
            return converted(node);
        case Op::Derivative:
            return {per(operand(node, 0).unit, node.duration)};
        case Op::Integral: {
            const QString unit = operand(node, 0).unit;
            return {unit.isEmpty() ? unit : unit + u".s"_s};
        }
        case Op::SinceChange:
        case Op::TimeOfDay:
            return {u"s"_s};
        case Op::Asin:
        case Op::Acos:
        case Op::Atan:
        case Op::Atan2:
            return {u"rad"_s};
        default:
            return {};
        }
    }

    const Tree &m_tree;
    const QStringList &m_units;
    std::vector<NodeUnit> m_done;
    QStringList m_remarks;
};

} // namespace

ResultUnit Expression::resultUnit(const QStringList &units) const
{
    return UnitWalk(*m_tree, units).run();
}

} // namespace analysis
