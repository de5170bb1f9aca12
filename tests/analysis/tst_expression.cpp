// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analysis/samples.h"

using namespace Qt::StringLiterals;
using namespace analysis;

namespace {

std::vector<Sample> batch(const Expression &expression,
                          const std::vector<std::vector<Sample>> &inputs,
                          telemetry::TextTable &texts)
{
    const std::vector<std::span<const Sample>> spans(inputs.begin(), inputs.end());
    const auto result =
        evaluate(expression, spans, [&](std::string_view text) { return texts.intern(text); });
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return result->samples;
}

} // namespace

class tst_expression final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // All expected values were computed by hand from the definitions.
    void values_data();
    void values();
    void constants_data();
    void constants();
    void problems_data();
    void problems();
    void normalised_data();
    void normalised();
    void units_data();
    void units();
    void conversions_data();
    void conversions();
    void limits();
    void signalsAreListedOnce();
    void wrongNumberOfInputs();
};

void tst_expression::values_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const QString &source, const QString &a, const QString &b,
                        const QString &result) {
        QTest::newRow(name) << source << a << b << result;
    };
    row("hold: each new sample with the last of the other", u"a + b"_s, u"1 at 0s, 2 at 2s"_s,
        u"10 at 1s, 20 at 3s"_s, u"11 at 1s, 12 at 2s, 22 at 3s"_s);
    row("equal times are one", u"a - b"_s, u"5 at 1s, 7 at 2s"_s, u"1 at 1s, 2 at 2s"_s,
        u"4 at 1s, 5 at 2s"_s);
    row("of equal times of one signal the later sample", u"a"_s, u"1 at 1s, 2 at 1s, 3 at 2s"_s, {},
        u"2 at 1s, 3 at 2s"_s);
    row("missing goes through", u"a + b"_s, u"1 at 0s, missing at 1s, 3 at 2s"_s, u"1 at 0s"_s,
        u"2 at 0s, missing at 1s, 4 at 2s"_s);
    row("comparison with missing is missing", u"a > 1"_s, u"2 at 0s, missing at 1s, 1 at 2s"_s, {},
        u"1 at 0s, missing at 1s, 0 at 2s"_s);
    row("and, or, not with missing", u"a and 0"_s, u"missing at 0s, 1 at 1s"_s, {},
        u"missing at 0s, 0 at 1s"_s);
    row("if takes one side only", u"if(a > 1, b, -1)"_s, u"1 at 0s, 2 at 1s"_s,
        u"missing at 0s, 5 at 2s"_s, u"-1 at 0s, missing at 1s, 5 at 2s"_s);
    row("or_else", u"or_else(a, 7)"_s, u"missing at 0s, 1 at 1s"_s, {}, u"7 at 0s, 1 at 1s"_s);
    row("is_missing", u"is_missing(a)"_s, u"missing at 0s, 1 at 1s"_s, {}, u"1 at 0s, 0 at 1s"_s);
    row("text", u"a == 'on'"_s, u"'on' at 0s, 'off' at 1s, 1 at 2s, missing at 3s"_s, {},
        u"1 at 0s, 0 at 1s, 0 at 2s, missing at 3s"_s);
    row("text differs", u"a != 'on'"_s, u"'on' at 0s, 'off' at 1s, 1 at 2s"_s, {},
        u"0 at 0s, 1 at 1s, 1 at 2s"_s);
    row("text is no number", u"a + 1"_s, u"'on' at 0s, 2 at 1s"_s, {}, u"missing at 0s, 3 at 1s"_s);
    // The window is open at its old end: at 2s, 2s long, the sample of 0s has left.
    row("rolling_mean", u"rolling_mean(a, 2s)"_s, u"1 at 0s, 3 at 1s, 5 at 2s, 9 at 5s"_s, {},
        u"1 at 0s, 2 at 1s, 4 at 2s, 9 at 5s"_s);
    row("rolling_sum over missing", u"rolling_sum(a, 3s)"_s,
        u"1 at 0s, missing at 1s, 4 at 2s, missing at 9s"_s, {},
        u"1 at 0s, 1 at 1s, 5 at 2s, missing at 9s"_s);
    row("rolling_min", u"rolling_min(a, 2s)"_s, u"3 at 0s, 1 at 1s, 5 at 2s, 6 at 3s"_s, {},
        u"3 at 0s, 1 at 1s, 1 at 2s, 5 at 3s"_s);
    row("rolling_max", u"rolling_max(a, 2s)"_s, u"3 at 0s, 1 at 1s, 0 at 2s, 6 at 3s"_s, {},
        u"3 at 0s, 3 at 1s, 1 at 2s, 6 at 3s"_s);
    row("rolling_std", u"rolling_std(a, 10s)"_s, u"2 at 0s, 4 at 1s, 6 at 2s"_s, {},
        u"missing at 0s, 1.41421356237 at 1s, 2 at 2s"_s);
    row("rolling_median", u"rolling_median(a, 3s)"_s, u"9 at 0s, 1 at 1s, 5 at 2s, 7 at 3s"_s, {},
        u"9 at 0s, 5 at 1s, 5 at 2s, 5 at 3s"_s);
    row("rolling_count", u"rolling_count(a, 2s)"_s, u"1 at 0s, missing at 1s, 1 at 2s, 1 at 3s"_s,
        {}, u"1 at 0s, 1 at 1s, 1 at 2s, 2 at 3s"_s);
    row("a window takes in its own samples only", u"rolling_sum(a, 10s) + b"_s,
        u"1 at 0s, 2 at 2s"_s, u"10 at 0s, 20 at 1s"_s, u"11 at 0s, 21 at 1s, 23 at 2s"_s);
    row("derivative", u"derivative(a)"_s, u"1 at 0s, 3 at 2s, missing at 3s, 4 at 4s, 6 at 5s"_s,
        {}, u"1 at 2s, missing at 3s, missing at 4s, 2 at 5s"_s);
    row("derivative per minute", u"derivative(a, 1min)"_s, u"1 at 0s, 3 at 2s"_s, {},
        u"60 at 2s"_s);
    row("integral", u"integral(a)"_s, u"2 at 0s, 4 at 2s, 4 at 3s"_s, {},
        u"0 at 0s, 6 at 2s, 10 at 3s"_s);
    row("integral over gaps", u"integral(a, 2s)"_s, u"2 at 0s, 4 at 2s, 4 at 5s, 6 at 6s"_s, {},
        u"0 at 0s, 6 at 2s, 6 at 5s, 11 at 6s"_s);
    row("integral over missing", u"integral(a)"_s, u"2 at 0s, missing at 1s, 2 at 2s, 2 at 3s"_s,
        {}, u"0 at 0s, missing at 1s, 0 at 2s, 2 at 3s"_s);
    row("diff", u"diff(a)"_s, u"1 at 0s, 4 at 7s, 2 at 8s"_s, {}, u"3 at 7s, -2 at 8s"_s);
    row("cumsum", u"cumsum(a)"_s, u"1 at 0s, missing at 1s, 2 at 2s"_s, {},
        u"1 at 0s, missing at 1s, 3 at 2s"_s);
    // After one time constant 1 - 1/e of the step is done, after two more 1 - 1/e^2 of the rest.
    row("ewma", u"ewma(a, 1s)"_s, u"0 at 0s, 1 at 1s, 1 at 3s"_s, {},
        u"0 at 0s, 0.632120558829 at 1s, 0.950212931632 at 3s"_s);
    row("delay", u"delay(a, 2s)"_s, u"1 at 0s, 2 at 1s, 3 at 2s, 4 at 5s"_s, {},
        u"1 at 2s, 3 at 5s"_s);
    row("delay is looked up whenever something is computed", u"b - delay(a, 2s)"_s,
        u"1 at 0s, 2 at 1s"_s, u"0 at 0s, 0 at 2s, 0 at 3s"_s, u"-1 at 2s, -2 at 3s"_s);
    row("hold", u"b + hold(a, 2s)"_s, u"1 at 0s, 2 at 5s"_s,
        u"0 at 1s, 0 at 2s, 0 at 3s, 0 at 6s"_s,
        u"1 at 1s, 1 at 2s, missing at 3s, 2 at 5s, 2 at 6s"_s);
    row("since_change", u"since_change(a)"_s,
        u"5 at 0s, 5 at 2s, 6 at 3s, missing at 4s, 6 at 5s"_s, {},
        u"0 at 0s, 2 at 2s, 0 at 3s, missing at 4s, 2 at 5s"_s);
    row("since_change of a text", u"since_change(a)"_s, u"'x' at 0s, 'x' at 2s, 'y' at 3s"_s, {},
        u"0 at 0s, 2 at 2s, 0 at 3s"_s);
    row("time_of_day", u"0 * a + time_of_day()"_s, u"1 at 90s, 1 at 25h, 1 at -1s"_s, {},
        u"86399 at -1s, 90 at 90s, 3600 at 25h"_s);
    row("resample mean", u"resample(a, 2s, \"mean\")"_s, u"1 at 0s, 3 at 1s, 5 at 2s, 7 at 4s"_s,
        {}, u"2 at 2s, 5 at 4s"_s);
    row("resample min", u"resample(a, 2s, 'min')"_s, u"3 at 0s, 1 at 1s, 7 at 4s"_s, {},
        u"1 at 2s, missing at 4s"_s);
    row("resample max", u"resample(a, 2s, 'max')"_s, u"3 at 0s, 1 at 1s, 7 at 2s"_s, {},
        u"3 at 2s"_s);
    row("resample last", u"resample(a, 2s, 'last')"_s, u"3 at 0s, 1 at 1s, 7 at 2s"_s, {},
        u"1 at 2s"_s);
    row("resample count", u"resample(a, 2s, 'count')"_s,
        u"3 at 0s, missing at 1s, 7 at 2s, 7 at 9s, 7 at 10s"_s, {},
        u"1 at 2s, 1 at 4s, 0 at 6s, 1 at 10s"_s);
    row("resample linear", u"resample(a, 1s, 'linear')"_s, u"1 at 500ms, 4 at 3500ms, 5 at 4s"_s,
        {}, u"1.5 at 1s, 2.5 at 2s, 3.5 at 3s, 5 at 4s"_s);
    row("linear gives up after 1000 intervals", u"resample(a, 1ms, 'linear')"_s,
        u"1 at 0s, 2 at 1001ms, 3 at 1002ms"_s, {},
        u"1 at 0s, missing at 1ms, 2 at 1001ms, 3 at 1002ms"_s);
    row("two grids", u"resample(a, 1s, 'mean') + resample(b, 2s, 'mean')"_s,
        u"1 at 0s, 2 at 1s, 3 at 2s, 4 at 3s, 5 at 4s"_s, u"10 at 0s, 20 at 4s"_s,
        u"12 at 2s, 13 at 3s, missing at 4s"_s);
    row("a grid in a grid", u"resample(resample(a, 1s, 'max'), 2s, 'mean')"_s,
        u"1 at 0s, 3 at 500ms, 5 at 1s, 7 at 2s, 9 at 3s, 9 at 4s"_s, {}, u"3 at 2s, 6 at 4s"_s);
    // At 1s the line through (0.5, 1) and (1.5, 3) says 2; a's own samples meet the held line.
    row("signal against its line", u"b - resample(a, 1s, 'linear')"_s,
        u"1 at 500ms, 3 at 1500ms, 5 at 2500ms"_s, u"10 at 0s, 20 at 1200ms, 30 at 2s"_s,
        u"8 at 1s, 18 at 1200ms, 26 at 2s"_s);
    row("convert", u"convert(a, \"degF\", \"degC\")"_s, u"212 at 0s, 32 at 1s"_s, {},
        u"100 at 0s, 0 at 1s"_s);
}

void tst_expression::values()
{
    QFETCH(QString, source);
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, result);
    const auto expression = Expression::parse(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().text));
    telemetry::TextTable texts;
    std::vector<std::vector<Sample>> inputs;
    for (const SignalName &name : expression->signalNames())
        inputs.push_back(samples::read(name.name == u"a" ? a : b, &texts));
    QCOMPARE(samples::write(batch(*expression, inputs, texts)), result);
}

void tst_expression::constants_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<double>("value");
    const auto row = [](const QString &source, double value) {
        QTest::newRow(qPrintable(source)) << source << value;
    };
    row(u"2 + 3 * 4"_s, 14);
    row(u"(2 + 3) * 4"_s, 20);
    row(u"2 ^ 3 ^ 2"_s, 512);
    row(u"-2 ^ 2"_s, -4);
    row(u"2 ^ -1"_s, 0.5);
    row(u"10 - 4 - 3"_s, 3);
    row(u"24 / 4 / 2"_s, 3);
    row(u"7 % 3"_s, 1);
    row(u"-7 % 3"_s, 2);
    row(u"7 % -3"_s, -2);
    row(u"-6 % 3"_s, 0);
    row(u"1e3 + .5"_s, 1000.5);
    row(u"1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3 and 1 == 1 and 1 != 2"_s, 1);
    row(u"1 or 0 and 0"_s, 1);
    row(u"not 1 == 2"_s, 1);
    row(u"not 0 and 0"_s, 0);
    row(u"1 + (not 0)"_s, 2);
    row(u"if(0, 1, 2)"_s, 2);
    row(u"abs(-3)"_s, 3);
    row(u"sqrt(16)"_s, 4);
    row(u"exp(0)"_s, 1);
    row(u"ln(e)"_s, 1);
    row(u"log10(1000)"_s, 3);
    row(u"sin(pi / 2)"_s, 1);
    row(u"cos(0)"_s, 1);
    row(u"tan(0)"_s, 0);
    row(u"asin(1) * 2 / pi"_s, 1);
    row(u"acos(1)"_s, 0);
    row(u"atan(1) * 4 / pi"_s, 1);
    row(u"atan2(1, -1) * 4 / pi"_s, 3);
    row(u"floor(-1.5)"_s, -2);
    row(u"ceil(-1.5)"_s, -1);
    row(u"round(2.5)"_s, 3);
    row(u"round(-2.5)"_s, -3);
    row(u"min(3, 1, 2)"_s, 1);
    row(u"max(3, 1, 2, 7)"_s, 7);
    row(u"clamp(5, 1, 3)"_s, 3);
    row(u"clamp(0, 1, 3)"_s, 1);
    row(u"sign(-7)"_s, -1);
    row(u"sign(0)"_s, 0);
    row(u"hypot(3, 4)"_s, 5);
    row(u"pow(2, 10)"_s, 1024);
    row(u"is_missing(nan)"_s, 1);
    row(u"is_missing(sqrt(-1))"_s, 1);
    row(u"is_missing(min(1, nan))"_s, 1);
    row(u"is_missing(nan ^ 0)"_s, 1);
    row(u"or_else(nan, 4)"_s, 4);
}

void tst_expression::constants()
{
    QFETCH(QString, source);
    QFETCH(double, value);
    const auto expression = Expression::parse(u"0 * a + ("_s + source + u")"_s);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().text));
    telemetry::TextTable texts;
    const auto out = batch(*expression, {samples::read(u"1 at 0s"_s)}, texts);
    QCOMPARE(out.size(), std::size_t(1));
    QCOMPARE(out.front().value, value);
}

void tst_expression::problems_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const QString &source, const QString &sentence) {
        QTest::newRow(qPrintable(source.left(40))) << source << sentence;
    };
    row({}, u"Character 1: The expression ends where a value is expected."_s);
    row(u"a +"_s, u"Character 4: The expression ends where a value is expected."_s);
    row(u"a b"_s, u"Character 3: “b” stands where an operator or the end is expected."_s);
    row(u"(a"_s, u"Character 3: The expression ends where a closing bracket is expected."_s);
    row(u"a)"_s, u"Character 2: “)” stands where an operator or the end is expected."_s);
    row(u"* a"_s, u"Character 1: “*” stands where a value is expected."_s);
    row(u"a and or b"_s, u"Character 7: “or” stands where a value is expected."_s);
    row(u"a $ b"_s, u"Character 3: “$” has no meaning in an expression."_s);
    row(u"a = b"_s, u"Character 3: Two values are compared with ==, not with a single =."_s);
    row(u"\"pump"_s, u"Character 1: The quotation mark \" is not closed."_s);
    row(u"\"\" + 1"_s, u"Character 1: The name of the signal is empty."_s);
    row(u"1.2.3 + a"_s, u"Character 1: “1.2.3” is not a number."_s);
    row(u"a + 3kg"_s,
        u"Character 5: “3kg” is neither a number nor a duration; durations end in ns, us, ms, s, "
        "min, h or d."_s);
    row(u"a + 10s"_s,
        u"Character 5: The duration stands where a value is expected; durations are only arguments "
        "of functions such as rolling_mean(x, 10s)."_s);
    row(u"rolling_mean(a, 10)"_s,
        u"Character 17: “10” stands where a duration such as 10s for rolling_mean(x, window) is "
        "expected."_s);
    row(u"rolling_mean(a, 4000d)"_s,
        u"Character 17: The duration 4000d is not between 1ns and 3650d."_s);
    row(u"delay(a, 0s)"_s, u"Character 10: The duration 0s is not between 1ns and 3650d."_s);
    row(u"rolling_mean(a)"_s, u"Character 1: rolling_mean is called as rolling_mean(x, window)."_s);
    row(u"abs(a, b)"_s, u"Character 1: abs is called as abs(x)."_s);
    row(u"foo(a)"_s, u"Character 1: There is no function “foo”."_s);
    row(u"abs + a"_s,
        u"Character 1: “abs” is a function: its arguments stand in brackets behind it."_s);
    row(u"resample(a, 1s, \"sum\")"_s,
        u"Character 17: “sum” is no method of resample; there are mean, min, max, last, linear and "
        "count."_s);
    row(u"resample(a, 1s, mean)"_s,
        u"Character 17: “mean” stands where a method in quotes such as \"mean\" is expected."_s);
    row(u"convert(a, \"degF\", \"bar\")"_s,
        u"Character 1: “degF” (temperature) cannot be converted to “bar” (pressure)."_s);
    row(u"convert(a, \"ppm\", \"mg/m3\")"_s,
        u"Character 1: “ppm” (a ratio) cannot be converted to “mg/m3” (mass per volume)."_s);
    row(u"convert(a, \"furlong\", \"m\")"_s,
        u"Character 1: “furlong” is not a unit that is known here."_s);
    row(u"a < b < 3"_s,
        u"Character 7: Comparisons cannot be chained; join two of them with “and”."_s);
    row(u"'on' == a"_s,
        u"Character 1: A text in single quotes can only stand behind == or !=; names of signals "
        "stand in double quotes."_s);
    row(u"a + 1 == 'on'"_s, u"Character 10: A text can only be compared with a signal itself."_s);
    row(u"1 + 2"_s,
        u"Character 1: The expression uses no signal, so there is nothing to compute it from."_s);
    row(u"a + rolling_mean(3, 1s)"_s, u"Character 5: rolling_mean needs a signal inside."_s);
    row(QString(QChar(0x202E)), u"Character 1: “<U+202E>” has no meaning in an expression."_s);
}

void tst_expression::problems()
{
    QFETCH(QString, source);
    QFETCH(QString, sentence);
    ParseProblem problem;
    const auto expression = Expression::parse(source, &problem);
    QVERIFY(!expression);
    QCOMPARE(expression.error().text, sentence);
    QVERIFY(sentence.endsWith(problem.text));
    QVERIFY(sentence.startsWith(u"Character %1: "_s.arg(problem.position + 1)));
    QVERIFY(problem.position + problem.length <= source.size());
}

void tst_expression::normalised_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &source, const QString &text) {
        QTest::newRow(qPrintable(source)) << source << text;
    };
    row(u"a+b*2"_s, u"a + b * 2"_s);
    row(u"((a+b))*2"_s, u"(a + b) * 2"_s);
    row(u"a-(b-1)"_s, u"a - (b - 1)"_s);
    row(u"(a-b)-1"_s, u"a - b - 1"_s);
    row(u"(a^b)^2"_s, u"(a ^ b) ^ 2"_s);
    row(u"a^(b^2)"_s, u"a ^ b ^ 2"_s);
    row(u"(-a)^2"_s, u"(-a) ^ 2"_s);
    row(u"-(a^2)"_s, u"-a ^ 2"_s);
    row(u"2^-a"_s, u"2 ^ (-a)"_s);
    row(u"not(a and b)"_s, u"not (a and b)"_s);
    row(u"not a==1"_s, u"not a == 1"_s);
    row(u"(a<b)==(b<1)"_s, u"(a < b) == (b < 1)"_s);
    row(u"pow(a,2)"_s, u"a ^ 2"_s);
    row(u"1000000*a+0.10"_s, u"1e+06 * a + 0.1"_s);
    row(u"rolling_mean(a,90s)"_s, u"rolling_mean(a, 90s)"_s);
    row(u"rolling_mean(a,120s)"_s, u"rolling_mean(a, 2min)"_s);
    row(u"rolling_mean(a,1.5h)"_s, u"rolling_mean(a, 90min)"_s);
    row(u"resample(a,1000ms,'last')"_s, u"resample(a, 1s, \"last\")"_s);
    row(u"convert(a,'degF','°C')"_s, u"convert(a, \"degF\", \"°C\")"_s);
    row(u"\"d \\\"1\\\"/s\\\\x\"*pi"_s, u"\"d \\\"1\\\"/s\\\\x\" * pi"_s);
    row(u"a=='it\\'s'"_s, u"a == 'it\\'s'"_s);
    row(u"if(a,-b,nan)"_s, u"if(a, -b, nan)"_s);
}

void tst_expression::normalised()
{
    QFETCH(QString, source);
    QFETCH(QString, text);
    const auto expression = Expression::parse(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().text));
    QCOMPARE(expression->normalised(), text);
    const auto again = Expression::parse(text);
    QVERIFY(again);
    QCOMPARE(again->normalised(), text);
    QCOMPARE(again->tree().nodes.size(), expression->tree().nodes.size());
}

void tst_expression::units_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("remark");
    const auto row = [](const QString &source, const QStringList &given, const QString &unit,
                        const QString &remark = {}) {
        QTest::newRow(qPrintable(source + u' ' + given.join(u',')))
            << source << given << unit << remark;
    };
    row(u"a + b"_s, {u"bar"_s, u"bar"_s}, u"bar"_s);
    row(u"a - b"_s, {u"°C"_s, u"degC"_s}, u"°C"_s);
    row(u"a + b"_s, {u"bar"_s, u"psi"_s}, {},
        u"“bar” and “psi” are put together without a conversion."_s);
    row(u"a + b"_s, {u"bar"_s, {}}, {});
    row(u"a + 273.15"_s, {u"°C"_s}, {});
    row(u"a * 1.8 + 32"_s, {u"°C"_s}, {});
    row(u"max(a, 0)"_s, {u"bar"_s}, u"bar"_s);
    row(u"if(a > b, a, b)"_s, {u"kW"_s, u"kW"_s}, u"kW"_s);
    row(u"a > b"_s, {u"kW"_s, u"bar"_s}, {},
        u"“kW” and “bar” are put together without a conversion."_s);
    row(u"a / b"_s, {u"kW"_s, u"kW"_s}, {});
    row(u"derivative(a)"_s, {u"bar"_s}, u"bar/s"_s);
    row(u"derivative(a, 1h)"_s, {u"bar"_s}, u"bar/h"_s);
    row(u"derivative(a, 10s)"_s, {u"bar"_s}, {});
    row(u"integral(a)"_s, {u"W"_s}, u"W.s"_s);
    row(u"rolling_mean(-a, 1s)"_s, {u"bar"_s}, u"bar"_s);
    row(u"rolling_count(a, 1s)"_s, {u"bar"_s}, {});
    row(u"resample(a, 1s, 'count')"_s, {u"bar"_s}, {});
    row(u"resample(a, 1s, 'mean')"_s, {u"bar"_s}, u"bar"_s);
    row(u"convert(a, 'psi', 'kPa')"_s, {u"psi"_s}, u"kPa"_s);
    row(u"convert(a, 'psi', 'kPa')"_s, {u"bar"_s}, u"kPa"_s,
        u"convert() expects “psi” but gets “bar”."_s);
    row(u"since_change(a)"_s, {u"bar"_s}, u"s"_s);
}

void tst_expression::units()
{
    QFETCH(QString, source);
    QFETCH(QStringList, given);
    QFETCH(QString, unit);
    QFETCH(QString, remark);
    const auto expression = Expression::parse(source);
    QVERIFY(expression);
    const ResultUnit result = expression->resultUnit(given);
    QCOMPARE(result.unit, unit);
    QCOMPARE(result.remarks.value(0), remark);
}

void tst_expression::conversions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("given");
    QTest::addColumn<double>("expected");
    const auto row = [](const QString &from, const QString &to, double given, double expected) {
        QTest::newRow(qPrintable(from + u" to "_s + to)) << from << to << given << expected;
    };
    // Definitions and NIST SP 811 appendix B.8.
    row(u"degC"_s, u"degF"_s, 100, 212);
    row(u"°F"_s, u"°C"_s, -40, -40);
    row(u"K"_s, u"degF"_s, 273.15, 32);
    row(u"degF"_s, u"K"_s, 32, 273.15);
    row(u"degC"_s, u"K"_s, -273.15, 0);
    row(u"bar"_s, u"Pa"_s, 1, 100'000);
    row(u"hPa"_s, u"mbar"_s, 1013.25, 1013.25);
    row(u"atm"_s, u"kPa"_s, 1, 101.325);
    row(u"psi"_s, u"kPa"_s, 1, 6.894757293168361);
    row(u"mmHg"_s, u"Pa"_s, 1, 133.322387415);
    row(u"mi"_s, u"km"_s, 1, 1.609344);
    row(u"mm"_s, u"in"_s, 25.4, 1);
    row(u"µm"_s, u"mm"_s, 1500, 1.5);
    row(u"lb"_s, u"kg"_s, 1, 0.45359237);
    row(u"t"_s, u"kg"_s, 1, 1000);
    row(u"L"_s, u"m3"_s, 1000, 1);
    row(u"gal"_s, u"L"_s, 1, 3.785411784);
    row(u"m³/h"_s, u"L/min"_s, 6, 100);
    row(u"gpm"_s, u"L/min"_s, 1, 3.785411784);
    row(u"km/h"_s, u"m/s"_s, 36, 10);
    row(u"kn"_s, u"km/h"_s, 1, 1.852);
    row(u"kWh"_s, u"MJ"_s, 1, 3.6);
    row(u"hp"_s, u"W"_s, 1, 745.6998715822702);
    row(u"turn"_s, u"deg"_s, 1, 360);
    row(u"deg"_s, u"rad"_s, 180, 3.141592653589793);
    row(u"d"_s, u"h"_s, 1, 24);
    row(u"%"_s, u"ratio"_s, 50, 0.5);
    row(u"%"_s, u"ppm"_s, 1, 10'000);
    row(u"ppm"_s, u"ppb"_s, 2, 2000);
    row(u"MiB"_s, u"B"_s, 1, 1'048'576);
    row(u"kbit"_s, u"B"_s, 8, 1000);
    row(u"rpm"_s, u"Hz"_s, 3000, 50);
    row(u"mA"_s, u"A"_s, 20, 0.02);
    row(u"kV"_s, u"mV"_s, 1, 1'000'000);
    row(u"kΩ"_s, u"Ohm"_s, 4.7, 4700);
    row(u"mAh"_s, u"C"_s, 1, 3.6);
    row(u"mg/L"_s, u"g/m3"_s, 3, 3);
}

void tst_expression::conversions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, given);
    QFETCH(double, expected);
    const auto there = conversionBetween(from, to);
    const auto back = conversionBetween(to, from);
    QVERIFY2(there, qPrintable(there ? QString() : there.error().text));
    QVERIFY(back);
    // Exact where the factor is; else within two units in the last place.
    const double close = 4.5e-16 * std::max(1.0, std::abs(expected));
    QVERIFY2(std::abs(there->apply(given) - expected) <= close,
             qPrintable(QString::number(there->apply(given), 'g', 17)));
    QVERIFY(std::abs(back->apply(expected) - given) <= 4.5e-16 * std::max(300.0, std::abs(given)));
}

void tst_expression::limits()
{
    const auto refused = [](const QString &source) {
        const auto expression = Expression::parse(source);
        return expression ? QString() : expression.error().text.section(u": "_s, 1);
    };
    QCOMPARE(refused(QString(4096, u'a')), QString());
    QCOMPARE(refused(QString(4097, u'a')), u"The expression is longer than 4096 characters."_s);
    const QString deep = u"The expression is nested more than 64 levels deep."_s;
    QCOMPARE(refused(u"("_s.repeated(63) + u"a"_s + u")"_s.repeated(63)), QString());
    QCOMPARE(refused(u"("_s.repeated(64) + u"a"_s + u")"_s.repeated(64)), deep);
    QCOMPARE(refused(u"("_s.repeated(4000)), deep);
    QCOMPARE(refused(u"-"_s.repeated(4000) + u"a"_s), deep);
    QCOMPARE(refused(u"not "_s.repeated(1000) + u"a"_s), deep);
    QCOMPARE(refused(u"a"_s + u"^a"_s.repeated(100)), deep);
    QCOMPARE(refused(u"abs("_s.repeated(64) + u"a"_s), deep);
    QCOMPARE(refused(u"a"_s + u"+a"_s.repeated(255)), QString()); // 511 parts, not nested
    QCOMPARE(refused(u"a"_s + u"+a"_s.repeated(256)), u"The expression has more than 512 parts."_s);
    QStringList many;
    for (int i = 0; i < 65; ++i)
        many += u"s%1"_s.arg(i);
    QCOMPARE(refused(many.join(u'+')), u"The expression uses more than 64 signals."_s);
}

void tst_expression::signalsAreListedOnce()
{
    const auto expression =
        Expression::parse(u"\"pump-1/pressure\" + a - \"pump-1/pressure\" * \"a\" + a"_s);
    QVERIFY(expression);
    const std::vector<SignalName> names{
        {u"pump-1/pressure"_s, true}, {u"a"_s, false}, {u"a"_s, true}};
    QCOMPARE(expression->signalNames(), names);
}

void tst_expression::wrongNumberOfInputs()
{
    const auto expression = Expression::parse(u"a + b"_s);
    QVERIFY(expression);
    const std::vector<std::span<const Sample>> one(1);
    const auto result = evaluate(*expression, one);
    QVERIFY(!result);
    QCOMPARE(result.error().text, u"The expression needs the samples of 2 signals, not of 1."_s);
}

QTEST_GUILESS_MAIN(tst_expression)
#include "tst_expression.moc"
