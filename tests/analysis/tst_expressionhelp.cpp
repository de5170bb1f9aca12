// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// resources/help/expressions.md explains every function, and what it says is true.
#include "tests/analysis/samples.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace analysis;

namespace {

QString page()
{
    QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR) + u"/resources/help/expressions.md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Example
{
    QHash<QString, QString> inputs; ///< signal, its samples
    QString source;
    QString result;
};

/// Indented lines "name = samples", the expression, "-> samples".
QList<Example> examples(const QString &text)
{
    static const QRegularExpression input(u"^    (?:(\\w+)|\"([^\"]+)\") = (.+)$"_s);
    QList<Example> out;
    Example next;
    for (const QString &line : text.split(u'\n')) {
        if (const auto match = input.match(line); match.hasMatch()) {
            next.inputs.insert(match.captured(1) + match.captured(2), match.captured(3));
        } else if (line.startsWith(u"    -> "_s)) {
            next.result = line.mid(7);
            out += next;
            next = {};
        } else if (line.startsWith(u"    "_s)) {
            next.source = line.trimmed();
        }
    }
    return out;
}

/// Equal within half a unit of the last decimal that is written.
bool equalAsWritten(double value, const QString &written)
{
    if (written == u"missing")
        return std::isnan(value);
    const qsizetype point = written.indexOf(u'.');
    const auto decimals = point < 0 ? 0 : written.size() - point - 1;
    return std::abs(value - written.toDouble())
        <= 0.5 * std::pow(10.0, -static_cast<double>(decimals)) * (decimals == 0 ? 1e-9 : 1 + 1e-9);
}

} // namespace

class tst_expressionhelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFunctionIsExplainedWithAnExample()
    {
        const QString text = page();
        QVERIFY(!text.isEmpty());
        for (const Function &function : functions()) {
            const QString usage = QString::fromUtf8(function.usage.data(),
                                                    static_cast<qsizetype>(function.usage.size()));
            const QString name = QString::fromUtf8(function.name.data(),
                                                   static_cast<qsizetype>(function.name.size()));
            const qsizetype heading = text.indexOf(u"\n### `"_s + usage + u"`\n"_s);
            QVERIFY2(heading >= 0, qPrintable(usage));
            const QString section =
                text.mid(heading + 1, text.indexOf(u"\n##"_s, heading + 1) - heading - 1);
            QVERIFY2(section.contains(u"Unit: "_s), qPrintable(usage));
            const auto shown = examples(section);
            QVERIFY2(!shown.isEmpty() && shown.first().source.contains(name + u'('),
                     qPrintable(usage));
        }
    }

    void everyMethodAndDurationUnitIsNamed()
    {
        const QString text = page();
        for (const auto name : methodNames())
            QVERIFY(text.contains(u"`\"%1\"`"_s.arg(
                QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())))));
        for (const DurationUnit &unit : durationUnits())
            QVERIFY(text.contains(u"`%1`"_s.arg(
                QLatin1StringView(unit.name.data(), static_cast<qsizetype>(unit.name.size())))));
    }

    void examplesAreTrue_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Example &example : examples(page()))
            QTest::newRow(qPrintable(example.source)) << index++;
        QVERIFY(index > 45);
    }

    void examplesAreTrue()
    {
        QFETCH(int, index);
        const Example example = examples(page()).at(index);
        const auto expression = Expression::parse(example.source);
        QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().text));
        telemetry::TextTable texts;
        std::vector<std::vector<Sample>> inputs;
        for (const SignalName &name : expression->signalNames()) {
            QVERIFY(example.inputs.contains(name.name));
            inputs.push_back(samples::read(example.inputs.value(name.name), &texts));
        }
        const std::vector<std::span<const Sample>> spans(inputs.begin(), inputs.end());
        const auto result =
            evaluate(*expression, spans, [&](std::string_view text) { return texts.intern(text); });
        QVERIFY(result);
        const QStringList expected = example.result.split(u", "_s);
        const QString found = samples::write(result->samples);
        QVERIFY2(static_cast<qsizetype>(result->samples.size()) == expected.size(),
                 qPrintable(found));
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const Sample &sample = result->samples[static_cast<std::size_t>(i)];
            QVERIFY2(equalAsWritten(sample.value, expected[i].section(u" at "_s, 0, 0))
                         && sample.time == samples::timeOf(expected[i].section(u" at "_s, 1)),
                     qPrintable(found));
        }
    }
};

QTEST_GUILESS_MAIN(tst_expressionhelp)
#include "tst_expressionhelp.moc"
