// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Derived signals in the pipeline: what they are computed from, when, and what is refused.
#include "models/ingest/pipeline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using base::nsPerMs;
using base::nsPerSecond;
using base::TimeNs;
using ingest::DerivedDefinition;
using ingest::DerivedStatus;

namespace {

constexpr TimeNs start = 1'700'000'000 * nsPerSecond;

DerivedDefinition define(const QString &name, const QString &expression)
{
    return {name, name, expression, {}, {}, true};
}

class Fixture
{
public:
    explicit Fixture(const std::vector<DerivedDefinition> &definitions)
        : clock(start)
        , pipeline(options(), nullptr)
        , intake(pipeline.addSource(u"uuid"_s, u"Broker"_s))
    {
        pipeline.setDerived(definitions);
        pipeline.start();
    }

    /// A value of "device/v", of its own time or of the time of receipt.
    void push(const QString &device, double value, TimeNs received, TimeNs own = base::noTime)
    {
        QString payload = u"{\"v\":%1"_s.arg(value, 0, 'g', 17);
        if (own != base::noTime)
            payload += u",\"timestamp\":%1"_s.arg(own / nsPerMs);
        const std::string topic = QString(u"site/" + device + u"/telemetry").toStdString();
        const std::string bytes = QString(payload + u'}').toStdString();
        QVERIFY(intake.inlet->push(
            {topic, bytes, received, intake.id, 0, false, false, nullptr, false}));
    }

    std::vector<telemetry::Point> values(const QString &name)
    {
        for (const telemetry::SignalInfo &signal : pipeline.catalogue().signalsFrom(0)) {
            if (signal.decoder != u"derived" || signal.name != name)
                continue;
            const auto series = pipeline.series().find(signal.id);
            if (series)
                return series->points(INT64_MIN + 1, INT64_MAX, SIZE_MAX);
        }
        return {};
    }
    DerivedStatus status(const QString &name)
    {
        for (const DerivedStatus &status : pipeline.derivedStatus()) {
            if (status.id == name)
                return status;
        }
        return {};
    }
    ingest::PipelineOptions options()
    {
        ingest::PipelineOptions options;
        options.clock = &clock;
        return options;
    }

    base::ManualClock clock;
    ingest::Pipeline pipeline;
    ingest::Pipeline::Intake intake;
};

QString numbers(const std::vector<telemetry::Point> &points)
{
    QStringList out;
    for (const telemetry::Point &point : points)
        out += std::isnan(point.number()) ? u"missing"_s : QString::number(point.number());
    return out.join(u' ');
}

/// Sees what a recorder would.
class Watch final : public ingest::Tap
{
public:
    void message(const telemetry::MessageView &) override { }
    void samples(const telemetry::MessageView &of,
                 std::span<const telemetry::Sample> samples) override
    {
        for (const telemetry::Sample &sample : samples)
            seen.push_back({of.source, std::string(of.topic), sample});
    }
    void sourceEvent(telemetry::SourceId, const telemetry::SourceEvent &) override { }
    void event(const store::EventRecord &) override { }
    void endBatch() override { }

    struct Seen
    {
        telemetry::SourceId source;
        std::string topic;
        telemetry::Sample sample;
    };
    std::vector<Seen> seen;
};

} // namespace

class TestDerived : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormulaBecomesASignal()
    {
        Fixture f({define(u"twice"_s, u"\"site/pump/v\" * 2"_s)});
        Watch watch;
        f.pipeline.addTap(&watch);
        for (int i = 0; i < 4; ++i)
            f.push(u"pump"_s, i + 1, start + i * nsPerSecond);
        f.pipeline.drain();
        f.pipeline.removeTap(&watch);
        QCOMPARE(numbers(f.values(u"twice"_s)), u"2 4 6 8"_s);
        QCOMPARE(f.values(u"twice"_s).back().time, start + 3 * nsPerSecond);
        const DerivedStatus status = f.status(u"twice"_s);
        QCOMPARE(status.problem, QString());
        QCOMPARE(status.inputs, 4u);
        QCOMPARE(status.results, 4u);
        QVERIFY(status.awaited.isEmpty());
        const telemetry::SignalInfo signal = f.pipeline.catalogue().signal(status.signal);
        const telemetry::DeviceInfo device = f.pipeline.catalogue().device(signal.device);
        QCOMPARE(device.name, u"Derived"_s);
        QCOMPARE(f.pipeline.catalogue().source(device.source).key, u"derived"_s);
        // Recorders get them as samples of no message.
        QCOMPARE(std::ranges::count_if(watch.seen,
                                       [&](const Watch::Seen &seen) {
                                           return seen.sample.signal == status.signal
                                               && seen.source == device.source
                                               && seen.topic.empty();
                                       }),
                 4);
    }

    void awaitsSignalsThatComeLater()
    {
        Fixture f({define(u"sum"_s, u"\"site/a/v\" + \"site/b/v\""_s)});
        f.push(u"a"_s, 1, start);
        f.pipeline.drain();
        QCOMPARE(f.status(u"sum"_s).awaited, QStringList{u"site/b/v"_s});
        QVERIFY(f.values(u"sum"_s).empty());
        f.push(u"b"_s, 10, start + nsPerSecond);
        f.push(u"a"_s, 2, start + 2 * nsPerSecond);
        f.pipeline.drain();
        QVERIFY(f.status(u"sum"_s).awaited.isEmpty());
        QCOMPARE(numbers(f.values(u"sum"_s)), u"11 12"_s);
    }

    void aNewFormulaBeginsWithWhatIsKnown()
    {
        Fixture f({});
        f.push(u"slow"_s, 21, start);
        f.pipeline.drain();
        f.pipeline.setDerived({define(u"more"_s, u"\"site/slow/v\" + 1"_s)});
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"more"_s)), u"22"_s);
        // Another formula for the same signal: from here on, and what was stays.
        f.pipeline.setDerived({define(u"more"_s, u"\"site/slow/v\" + 2"_s)});
        f.push(u"slow"_s, 30, start + nsPerSecond);
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"more"_s)), u"22 32"_s);
        f.pipeline.setDerived({});
        f.push(u"slow"_s, 40, start + 2 * nsPerSecond);
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"more"_s)), u"22 32"_s);
        QVERIFY(f.pipeline.derivedStatus().empty());
    }

    void oneNameOfTwoSources()
    {
        const QString name = u"site/pump/v"_s;
        Fixture f({define(u"first"_s, u"\"%1\""_s.arg(name)),
                   define(u"second"_s, u"\"Other:%1\""_s.arg(name))});
        const auto other = f.pipeline.addSource(u"uuid2"_s, u"Other"_s);
        f.push(u"pump"_s, 1, start);
        f.pipeline.drain();
        QVERIFY(other.inlet->push({"site/pump/telemetry", R"({"v":2})", start + 1, other.id, 0,
                                   false, false, nullptr, false}));
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"first"_s)), u"1"_s);
        QCOMPARE(numbers(f.values(u"second"_s)), u"2"_s);
    }

    void derivedFromDerived()
    {
        // The one that is used stands behind the one that uses it.
        Fixture f({define(u"c"_s, u"\"Derived/b\" + 1"_s), define(u"b"_s, u"\"site/a/v\" * 10"_s)});
        f.push(u"a"_s, 1, start);
        f.push(u"a"_s, 2, start + nsPerSecond);
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"b"_s)), u"10 20"_s);
        QCOMPARE(numbers(f.values(u"c"_s)), u"11 21"_s);
    }

    void refusesWhatCannotBeComputed()
    {
        const std::vector<DerivedDefinition> definitions{
            define(u"a"_s, u"\"Derived/b\" + 1"_s),
            define(u"b"_s, u"\"Derived/c\" + 1"_s),
            define(u"c"_s, u"\"Derived/a\" + \"site/x/v\""_s),
            define(u"self"_s, u"-\"Derived/self\""_s),
            define(u"uses"_s, u"\"Derived/a\""_s),
            define(u"broken"_s, u"\"site/x/v\" +"_s),
            define(u"bare"_s, u"x + 1"_s),
            define(u"none"_s, u"1 + 1"_s),
            define(u"fine"_s, u"\"site/x/v\""_s),
            define(u"fine"_s, u"\"site/x/v\" + 1"_s),
            define(u" "_s, u"\"site/x/v\""_s)};
        const QStringList problems = ingest::problemsOf(definitions);
        QVERIFY2(problems[0].contains(u"a \u2190 b \u2190 c \u2190 a"_s), qPrintable(problems[0]));
        QVERIFY(!problems[1].isEmpty() && !problems[2].isEmpty());
        QVERIFY(problems[3].contains(u"self \u2190 self"_s));
        QCOMPARE(problems[4], QString()); // not on the cycle itself: it would only wait
        QVERIFY(problems[5].contains(u"Character"_s));
        QVERIFY(problems[6].contains(u"double quotes"_s));
        QVERIFY(problems[7].contains(u"no signal"_s));
        QCOMPARE(problems[8], QString());
        QVERIFY(problems[9].contains(u"another"_s));
        QVERIFY(problems[10].contains(u"no name"_s));
        // In force all the same are those that can be.
        Fixture f(definitions);
        f.push(u"x"_s, 5, start);
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"fine"_s)), u"5"_s);
        QVERIFY(f.values(u"a"_s).empty());
        QCOMPARE(f.status(u"broken"_s).problem, problems[5]);
    }

    void devicesMayCrossByHalfASecond()
    {
        Fixture f({define(u"d"_s, u"\"site/a/v\" - \"site/b/v\""_s)});
        // b's messages take 300 ms longer than a's.
        for (int i = 0; i < 10; ++i) {
            const TimeNs own = start + i * 100 * nsPerMs;
            f.push(u"a"_s, i, own, own);
            if (i >= 3)
                f.push(u"b"_s, i - 3, own, own - 300 * nsPerMs);
        }
        f.pipeline.drain();
        QCOMPARE(f.status(u"d"_s).late, 0u);
        QCOMPARE(numbers(f.values(u"d"_s)), u"0 0 0 0 0 0 0 1 2 3"_s);
    }

    void aSampleThatComesTooLateIsCounted()
    {
        Fixture f({define(u"d"_s, u"\"site/a/v\" + 0"_s)});
        f.push(u"a"_s, 1, start, start);
        f.push(u"a"_s, 2, start + 5 * nsPerSecond, start + 5 * nsPerSecond);
        f.push(u"a"_s, 3, start + 9 * nsPerSecond, start + nsPerSecond);
        f.pipeline.drain();
        QCOMPARE(numbers(f.values(u"d"_s)), u"1 2"_s);
        QCOMPARE(f.status(u"d"_s).late, 1u);
    }

    void valuesComeWithoutFurtherMessages()
    {
        Fixture f({define(u"d"_s, u"\"site/a/v\" + 1"_s)});
        f.push(u"a"_s, 1, start);
        QTRY_COMPARE(f.pipeline.ledger(f.intake.id).received, 1u);
        f.clock.advance(nsPerSecond);
        QTRY_COMPARE(numbers(f.values(u"d"_s)), u"2"_s);
    }

    void missingStaysMissing()
    {
        Fixture f({define(u"root"_s, u"sqrt(\"site/a/v\")"_s)});
        f.push(u"a"_s, 4, start);
        f.push(u"a"_s, -4, start + 1);
        f.pipeline.drain();
        const auto values = f.values(u"root"_s);
        QCOMPARE(numbers(values), u"2 missing"_s);
        QCOMPARE(values.back().quality, telemetry::Quality::Missing);
    }

    void theClockIsPutBack()
    {
        Fixture f({define(u"d"_s, u"\"site/a/v\" + 0"_s)});
        f.push(u"a"_s, 1, start + 3'600 * nsPerSecond, start);
        f.push(u"a"_s, 2, start, start + 1 * nsPerSecond);
        f.push(u"a"_s, 3, start + 2 * nsPerSecond, start + 2 * nsPerSecond);
        QTRY_COMPARE(f.pipeline.ledger(f.intake.id).received, 3u);
        f.clock.advance(4 * nsPerSecond);
        QTRY_COMPARE(numbers(f.values(u"d"_s)), u"1 2 3"_s);
    }

    void aWindowThatIsTooLargeSaysSo()
    {
        telemetry::Catalogue catalogue;
        telemetry::TextTable texts;
        telemetry::SeriesStore series(256u << 20);
        ingest::Derivations derivations(catalogue, texts, series);
        const telemetry::SourceId plant = catalogue.addSource(u"s"_s, u"S"_s);
        const telemetry::SignalId signal = catalogue.internSignal(
            catalogue.internDevice(plant, "d"), "v", telemetry::ValueType::Double);
        derivations.set({define(u"mean"_s, u"rolling_mean(\"d/v\", 3650d)"_s)},
                        catalogue.addSource(u"derived"_s, u"Derived"_s));
        std::vector<telemetry::Sample> out;
        for (int i = 0; i < 1'000'100; ++i) {
            const TimeNs time = start + i * nsPerMs;
            if (derivations.observe(time))
                derivations.advance(time, out);
            const telemetry::Sample sample{
                signal, telemetry::ValueType::Double,     telemetry::Quality::Good, time,
                time,   std::bit_cast<std::uint64_t>(1.0)};
            derivations.take({&sample, 1});
            if (out.size() > 10'000)
                out.clear();
        }
        derivations.flush(out);
        const std::vector<DerivedStatus> status = derivations.status();
        QCOMPARE(status.front().inputs, 1'000'100u);
        QVERIFY2(status.front().problem.contains(u"100"_s), qPrintable(status.front().problem));
    }

    void liveIsWhatBatchGives()
    {
        const QString text = u"rolling_mean(\"site/a/v\", 3s) * 2 - derivative(\"site/b/v\") + "
                             u"resample(\"site/a/v\", 1s, \"mean\")"_s;
        Fixture f({define(u"d"_s, text)});
        std::mt19937 random(7);
        std::vector<analysis::Sample> a;
        std::vector<analysis::Sample> b;
        for (int i = 0; i < 3'000; ++i) {
            const TimeNs time = start + i * 37 * nsPerMs;
            const double value = std::uniform_real_distribution<>(-50, 50)(random);
            const bool first = random() % 3 != 0;
            f.push(first ? u"a"_s : u"b"_s, value, time);
            (first ? a : b).push_back({time, value});
        }
        f.pipeline.drain();
        const auto expression = analysis::Expression::parse(text);
        QVERIFY(expression.has_value());
        const std::span<const analysis::Sample> spans[]{a, b};
        const auto batch = analysis::evaluate(*expression, spans);
        QVERIFY(batch.has_value());
        const auto live = f.values(u"d"_s);
        QVERIFY(live.size() > 2'900);
        QCOMPARE(live.size(), batch->samples.size());
        for (std::size_t i = 0; i < live.size(); ++i) {
            QCOMPARE(live[i].time, batch->samples[i].time);
            QCOMPARE(live[i].bits, std::bit_cast<std::uint64_t>(batch->samples[i].value));
        }
    }

    void theFileKeepsThem()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"derived.json"_s);
        QVERIFY(ingest::readDerived(path).value().empty());
        std::vector<DerivedDefinition> definitions{define(u"a"_s, u"\"x/y\""_s)};
        definitions.front().unit = u"bar"_s;
        definitions.front().description = u"Gr\u00f6\u00dfe"_s;
        definitions.front().enabled = false;
        QVERIFY(ingest::writeDerived(path, definitions));
        QVERIFY(ingest::readDerived(path).value() == definitions);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":\"pilothouse-derived\",\"version\":2}");
        file.close();
        QCOMPARE(ingest::readDerived(path).error().code, base::ErrorCode::Unsupported);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":");
        file.close();
        QVERIFY(ingest::readDerived(path).error().text.contains(path));
    }
};

QTEST_GUILESS_MAIN(TestDerived)
#include "tst_derived.moc"
