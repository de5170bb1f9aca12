// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/decode/chainprobe.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Bytes with `\xHH` for what an editor does not show.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.mid(at, 2) == "\\x") {
            bytes += QByteArray::fromHex(text.mid(at + 2, 2));
            at += 3;
        } else {
            bytes += text[at];
        }
    }
    return bytes;
}

/// What the readable cases expect, in their order: outcome, sequence, reason, facts, samples,
/// predictions.
QStringList rendered(const ChainProbe &probe)
{
    const decode::Output &out = probe.out();
    if (out.outcome == decode::Outcome::Undecodable)
        return {u"undecodable "_s + probe.reason()};
    if (out.outcome == decode::Outcome::Kept)
        return {u"kept "_s + probe.reason()};
    QStringList lines;
    if (out.sequence >= 0)
        lines.append(u"sequence %1"_s.arg(out.sequence));
    if (!out.reason.empty())
        lines.append(u"reason "_s + probe.reason());
    for (const QString &fact : probe.facts())
        lines.append(u"fact "_s + fact);
    lines += probe.samples();
    for (const QString &prediction : probe.predictions())
        lines.append(u"prediction "_s + prediction);
    return lines;
}

/// A table of three columns from the files in tests/decode/cases.
void readCases()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QStringList>("expected");
    const QDir folder(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/decode/cases"));
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString blocks = QString::fromUtf8(file.readAll());
        for (const QString &block : blocks.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
            QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
            const QString title = name.chopped(4) + u": "_s + lines.takeFirst().mid(2);
            const QByteArray message = unescaped(lines.takeFirst().mid(2).toUtf8());
            const qsizetype blank = message.indexOf(' ');
            QTest::newRow(qPrintable(title))
                << message.left(blank < 0 ? message.size() : blank)
                << (blank < 0 ? QByteArray() : message.mid(blank + 1)) << lines;
        }
    }
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data() { readCases(); }
    void cases()
    {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, payload);
        QFETCH(QStringList, expected);
        ChainProbe probe;
        probe.decode(topic, payload);
        QCOMPARE(rendered(probe), expected);
    }

    /// Every payload of the cases, cut and with bits flipped: an answer that holds the contract.
    void torment_data() { readCases(); }
    void torment()
    {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, payload);
        ChainProbe probe;
        const auto check = [&probe, &topic](const QByteArray &bytes) {
            probe.decode(topic, bytes);
            const decode::Output &out = probe.out();
            QVERIFY(!out.decoder.empty());
            QVERIFY(out.outcome == decode::Outcome::Decoded || !out.reason.empty());
            QVERIFY(out.outcome == decode::Outcome::Decoded || out.samples.empty());
            QVERIFY(!out.capHit || !out.reason.empty());
            for (const decode::Sample &sample : out.samples)
                QVERIFY(!sample.device.empty() && !sample.signal.empty());
            for (const decode::Prediction &prediction : out.predictions) {
                QVERIFY(prediction.confidenceSample < static_cast<int>(out.samples.size()));
                QVERIFY(!(prediction.confidence < 0) && !(prediction.confidence > 1));
            }
        };
        for (qsizetype end = 0; end < payload.size(); ++end)
            check(payload.left(end));
        for (qsizetype bit = 0; bit < payload.size() * 8; ++bit) {
            QByteArray flipped = payload;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            check(flipped);
        }
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("samples");
        QTest::addColumn<QString>("reason");
        QByteArray wide = "{";
        for (int i = 0; i < 50; ++i)
            wide += "\"a" + QByteArray::number(i) + "\":1,";
        QTest::newRow("signals") << wide + "\"z\":1}" << 10 << u"first 10 signals"_s;
        QByteArray series = "[";
        for (int i = 0; i < 60; ++i)
            series += "{\"ts\":" + QByteArray::number(1'700'000'000 + i) + ",\"a\":1},";
        series.back() = ']';
        QTest::newRow("samples") << series << 40 << u"first 40 samples"_s;
        QTest::newRow("nesting") << QByteArray(R"({"x":1,"a":{"a":{"a":{"a":{"a":1}}}}})") << 1
                                 << u"deeper than 4"_s;
        QTest::newRow("nesting of CBOR") << QByteArray::fromHex("a2617801"
                                                                "6161"
                                                                "a16161"
                                                                "a16161"
                                                                "a16161"
                                                                "a16161"
                                                                "8101")
                                         << 1 << u"deeper than 4"_s;
        QTest::newRow("name") << "{\"" + QByteArray(100, 'n') + "\":1}" << 1
                              << u"name longer than 32"_s;
        QTest::newRow("text") << "{\"a\":\"" + QByteArray(100, 'n') + "\"}" << 1
                              << u"text longer than 20"_s;
        QTest::newRow("list") << "{\"a\":[" + QByteArray("1,").repeated(99) + "1]}" << 10
                              << u"100 values"_s;
        QTest::newRow("size") << "{\"a\":\"" + QByteArray(3'000, 'n') + "\"}" << 0
                              << u"more than 2000"_s;
        QTest::newRow("very deep") << QByteArray(1'900, '[') << 0 << u"JSON"_s;
    }
    void limits()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, samples);
        QFETCH(QString, reason);
        decode::Limits limits;
        limits.maxSignals = 10;
        limits.maxSamples = 40;
        limits.maxNesting = 4;
        limits.maxNameBytes = 32;
        limits.maxTextBytes = 20;
        limits.maxPayloadBytes = 2'000;
        ChainProbe probe(limits);
        probe.decode("s/d", payload);
        QCOMPARE(probe.out().samples.size(), static_cast<std::size_t>(samples));
        QVERIFY2(probe.reason().contains(reason), qPrintable(probe.reason()));
        for (const decode::Sample &sample : probe.out().samples) {
            QVERIFY(sample.signal.size() <= limits.maxNameBytes);
            QVERIFY(sample.value.text.size() <= limits.maxTextBytes);
        }
    }

    void mapping()
    {
        ChainProbe probe;
        decode::Mapping named;
        named.topicFilter = u"raw/+/+"_s;
        named.device = u"{2}-{/m/id}"_s;
        named.timePointer = u"/m/at"_s;
        named.unit = u"bar"_s;
        decode::Mapping ignored;
        ignored.topicFilter = u"noise/#"_s;
        ignored.ignore = true;
        decode::Mapping pinned;
        pinned.topicFilter = u"pin/#"_s;
        pinned.decoder = u"senml"_s;
        probe.chain.setMappings({named, ignored, pinned});
        probe.decode("raw/hall/x", R"({"m":{"id":"7","at":1700000000},"p":1.5})");
        QVERIFY(probe.samples().contains(u"hall-7 | p = d:1.5 bar @1700000000000"_s));
        probe.decode("noise/a", "1");
        QCOMPARE(probe.out().outcome, decode::Outcome::Kept);
        QVERIFY(probe.out().samples.empty());
        probe.decode("pin/a", "{\"a\":1}");
        QCOMPARE(probe.out().outcome, decode::Outcome::Undecodable);
        probe.decode("pin/a", "[{\"n\":\"a\",\"v\":1}]");
        QCOMPARE(probe.samples(), QStringList(u"pin/a | a = i:1"_s));
    }

    void mappingSurvivesJson()
    {
        decode::Mapping mapping;
        mapping.topicFilter = u"a/#"_s;
        mapping.decoder = u"json"_s;
        mapping.signal = u"{1}"_s;
        mapping.ignore = true;
        const auto again = decode::Mapping::fromJson(mapping.toJson());
        QVERIFY(again.has_value());
        QCOMPARE(again->toJson(), mapping.toJson());
        mapping.decoder = u"nonsense"_s;
        QVERIFY(!decode::Mapping::fromJson(mapping.toJson()).has_value());
        QVERIFY(!decode::Mapping::fromJson({}).has_value());
    }

    void cloudEventsInProperties()
    {
        telemetry::MessageProperties properties;
        properties.contentType = "application/json";
        properties.userProperties = {{"specversion", "1.0"},
                                     {"id", "9"},
                                     {"source", "/plant/p"},
                                     {"type", "t"},
                                     {"time", "2023-11-14T22:13:20Z"}};
        ChainProbe probe;
        probe.decode("x/y", "{\"a\":1}", &properties);
        QCOMPARE(probe.samples(), QStringList(u"plant/p | a = i:1 @1700000000000"_s));
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
