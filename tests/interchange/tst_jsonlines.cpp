// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/jsonlines.h"
#include "models/interchange/writers.h"
#include "tests/interchange/messages.h"
#include "tests/support/broker.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace interchange;

class TestJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_data();
    void line();
    void refusals_data();
    void refusals();
    void noticesCount();
    void longLines();
    void roundTrip();
    void cancelled();
    void mosquittoSub_data();
    void mosquittoSub();

private:
    AllMessages read(const QByteArray &text)
    {
        return readAll(openJsonLines(inMemory(text), u"f"_s));
    }
};

void TestJsonLines::line_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    constexpr qint64 t = 1'795'385'695'186'079'000; // 2026-11-22T22:14:55.186079Z
    const auto row = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::newRow(name) << text << message;
    };
    const QByteArray head =
        R"({"tst":"2026-11-22T22:14:55.186079Z+0000","topic":"a/b","qos":1,"retain":0,)";
    row("%j", head + R"("payloadlen":16,"payload":"{\"a\":1.10,\"b\":2}"})",
        u"jsonl|a/b|{\"a\":1.10,\"b\":2}|%1|q1"_s.arg(t));
    row("%J exact", head + R"("payloadlen":7,"payload":{"a":1}})",
        u"jsonl|a/b|{\"a\":1}|%1|q1"_s.arg(t));
    row("%J text", head + R"("payloadlen":5,"payload":"str"})",
        u"jsonl|a/b|\"str\"|%1|q1"_s.arg(t));
    row("%j text", head + R"("payloadlen":3,"payload":"str"})", u"jsonl|a/b|str|%1|q1"_s.arg(t));
    row("%J null", head + R"("payloadlen":4,"payload":null})", u"jsonl|a/b|null|%1|q1"_s.arg(t));
    row("empty", head + R"("payloadlen":0,"payload":null})", u"jsonl|a/b||%1|q1"_s.arg(t));
    // mosquitto_sub writes local time, a literal Z, and then the offset that counts.
    row("summer time",
        R"({"tst":"2026-11-23T00:14:55.186079Z+0200","topic":"t","qos":0,"retain":1,"payloadlen":1,"payload":5})",
        u"jsonl|t|5|%1|q0r"_s.arg(t));
    row("hex", R"({"ts":1714564800.5,"topic":"t","payload_hex":"00FFab"})",
        u"jsonl|t|~00~FF~AB|1714564800500000000|q0"_s);
    row("base64",
        R"({"timestamp":"2024-05-01T12:00:00+02:00","topic":"t","payload_base64":"AP8="})",
        u"jsonl|t|~00~FF|1714557600000000000|q0"_s);
    row("milliseconds", R"({"time":1714564800123,"topic":"t","payload":"x"})",
        u"jsonl|t|x|1714564800123000000|q0"_s);
    row("raw bytes", head + "\"payloadlen\":4,\"payload\":\"a\xff\xfe\\n\"}",
        u"jsonl|a/b|a~FF~FE~0A|%1|q1"_s.arg(t));
    row("cut character", head + "\"payloadlen\":2,\"payload\":\"\xe2\x82\"}",
        u"jsonl|a/b|~E2~82|%1|q1"_s.arg(t));
    row("escaped topic", R"({"time":1714564800123,"topic":"\u00e4\/\"","payload":true})",
        u"jsonl|ä/\"|true|1714564800123000000|q0"_s);
}

void TestJsonLines::line()
{
    QFETCH(QByteArray, text);
    const AllMessages all = read(text + "\r\n");
    QCOMPARE(all.error, QString());
    QCOMPARE(all.messages.size(), std::size_t(1));
    QTEST(all.lines().front(), "message");
    QCOMPARE(all.notices, QStringList());
}

void TestJsonLines::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a table") << QByteArray("a,b\n1,2\n").repeated(30);
    QTest::newRow("a short table") << QByteArray("a,b\n1,2\n");
    QTest::newRow("one array") << QByteArray(R"([{"topic":"t","payload":1,"ts":1714564800}])");
    QTest::newRow("two objects") << QByteArray(
        R"({"topic":"t","payload":1,"ts":1714564800}{"topic":"t","payload":1,"ts":1714564800})");
    QTest::newRow("cut") << QByteArray(R"({"topic":"t","payload":1,"ts":1714564800)");
    QTest::newRow("binary") << QByteArray(4'000'000, '\xff');
    QTest::newRow("deep") << QByteArray(R"({"topic":"t","ts":1714564800,"payload":)")
            + QByteArray(100'000, '[');
}

void TestJsonLines::refusals()
{
    QFETCH(QByteArray, text);
    const AllMessages all = read(text);
    QCOMPARE(all.messages.size(), std::size_t(0));
    QVERIFY2(all.error.startsWith(u"f "_s) && all.error.endsWith(u'.'), qPrintable(all.error));
}

void TestJsonLines::noticesCount()
{
    const QByteArray head = R"({"tst":"2026-11-22T22:14:55.186079Z+0000","topic":"t",)";
    const AllMessages all =
        read(head + "\"payloadlen\":4,\"payload\":\"good\"}\n\n\n" + head
             + "\"payloadlen\":8,\"payload\":\"\"}\n" + head
             + "\"payloadlen\":9,\"payload\":{\"a\":1.1}}\n" + head
             + "\"payloadlen\":12,\"payload\":{\"a\":1.1}}\nnonsense\n"
             + R"({"topic":"t","payload":1})" + "\n" + R"({"ts":1714564800,"payload":1})" + "\n"
             + head + "\"payload_base64\":\"%\"}\n" + head + "\"qos\":0}\n");
    QCOMPARE(all.messages.size(), std::size_t(3));
    const QStringList starts{u"2 lines are empty"_s,
                             u"1 payloads were binary"_s,
                             u"1 payloads are JSON that"_s,
                             u"1 lines are no JSON obj"_s,
                             u"1 lines have no readable time"_s,
                             u"1 lines have no topic"_s,
                             u"2 lines have no payload"_s};
    QCOMPARE(all.notices.size(), starts.size());
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(all.notices[i].startsWith(starts[i]), qPrintable(all.notices[i]));
    QVERIFY2(all.notices.front().endsWith(u"First place: line 2."_s),
             qPrintable(all.notices.front()));
}

void TestJsonLines::longLines()
{
    const QByteArray good = R"({"topic":"t","payload":"x","ts":1714564800})";
    const AllMessages all = read(R"({"topic":"t","payload":")" + QByteArray(70 << 20, 'x')
                                 + R"(","ts":1714564800})" + '\n' + good);
    QCOMPARE(all.messages.size(), std::size_t(1));
    QCOMPARE(all.notices.size(), 1);
    QVERIFY(all.notices.front().contains(u"line 1."_s));
}

void TestJsonLines::roundTrip()
{
    const std::vector<Kept> messages = awkwardMessages();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    MadeUp from(messages);
    auto to = createJsonLines(path);
    QVERIFY(to);
    const auto copied = copyMessages(from, **to);
    QVERIFY(copied);
    QCOMPARE(*copied, quint64(messages.size()));
    QCOMPARE((*to)->bytesWritten(), quint64(QFile(path).size()));
    const AllMessages back = readAll(openJsonLines(path));
    QCOMPARE(back.error, QString());
    QCOMPARE(back.notices, QStringList());
    QCOMPARE(back.messages.size(), messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i) {
        Kept expected = messages[i];
        if (expected.origin.empty())
            expected.origin = "jsonl";
        QVERIFY2(back.messages[i] == expected, qPrintable(back.messages[i].text()));
    }
}

void TestJsonLines::cancelled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    {
        MadeUp from(std::vector<Kept>(5'000, awkwardMessages().front()));
        auto to = createJsonLines(path);
        int calls = 0;
        const auto copied = copyMessages(from, **to, [&](std::uint64_t, std::uint64_t total) {
            return total == 5'000 && ++calls < 3;
        });
        QVERIFY(!copied);
        QVERIFY(copied.error().code == base::ErrorCode::Cancelled);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    const auto nowhere = createJsonLines(folder.filePath(u"none/out.jsonl"_s));
    QVERIFY(!nowhere);
    QVERIFY2(nowhere.error().text.contains(u"out.jsonl"_s), qPrintable(nowhere.error().text));
}

void TestJsonLines::mosquittoSub_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("%j") << u"%j"_s;
    QTest::newRow("%J") << u"%J"_s;
}

/// What the real program writes, with properties, quotes, zero bytes, no UTF-8 and a deletion.
void TestJsonLines::mosquittoSub()
{
    QFETCH(QString, format);
    const QString program = support::findProgram(u"mosquitto_sub"_s);
    support::Broker broker;
    if (program.isEmpty() || !broker.start().isEmpty())
        QSKIP("mosquitto is not installed.");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sub.jsonl"_s);
    QProcess sub;
    sub.setStandardOutputFile(path);
    const int expected = 8;
    sub.start(program,
              {u"-p"_s, QString::number(broker.port()), u"-V"_s, u"5"_s, u"-q"_s, u"2"_s, u"-t"_s,
               u"#"_s, u"-F"_s, format, u"-C"_s, QString::number(expected)});
    QVERIFY(sub.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        broker.log().contains(u"SUBACK"_s) || broker.log().contains(u"SUBSCRIBE"_s), 10'000);
    const auto publish = [&](const QStringList &arguments) {
        QVERIFY(support::Broker::publish(broker.port(), arguments));
    };
    const auto publishFile = [&](const QString &topic, const QByteArray &payload) {
        QFile file(folder.filePath(u"payload"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(payload);
        file.close();
        publish({u"-t"_s, topic, u"-f"_s, file.fileName()});
    };
    publish({u"-V"_s,
             u"5"_s,
             u"-t"_s,
             u"json"_s,
             u"-q"_s,
             u"1"_s,
             u"-m"_s,
             u"{\"a\": 1.10}"_s,
             u"-D"_s,
             u"publish"_s,
             u"content-type"_s,
             u"application/json"_s,
             u"-D"_s,
             u"publish"_s,
             u"user-property"_s,
             u"k"_s,
             u"v"_s,
             u"-D"_s,
             u"publish"_s,
             u"user-property"_s,
             u"k"_s,
             u"w"_s,
             u"-D"_s,
             u"publish"_s,
             u"correlation-data"_s,
             u"zz"_s,
             u"-D"_s,
             u"publish"_s,
             u"response-topic"_s,
             u"r/t"_s,
             u"-D"_s,
             u"publish"_s,
             u"payload-format-indicator"_s,
             u"1"_s});
    publish({u"-t"_s, u"text"_s, u"-m"_s, u"say \"ä\" \\"_s});
    publishFile(u"zero"_s, QByteArray("a\0b", 3));
    publishFile(u"latin"_s, "\xe4\xff");
    publishFile(u"control"_s, "a\tb\n\x01\x7f");
    publish({u"-t"_s, u"number"_s, u"-m"_s, u"42.50"_s});
    publish({u"-t"_s, u"gone"_s, u"-r"_s, u"-n"_s});
    publish({u"-t"_s, u"quoted"_s, u"-m"_s, u"\"str\""_s});
    QVERIFY(sub.waitForFinished(15'000));

    const AllMessages all = readAll(openJsonLines(path));
    QCOMPARE(all.error, QString());
    QStringList got;
    for (const Kept &message : all.messages)
        got += QString::fromStdString(message.topic) + u'='
            + QString::fromLatin1(
                   QByteArray::fromStdString(message.payload).toPercentEncoding(" \"{}:", {}, '~'));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(std::abs(all.messages.front().time / base::nsPerMs - now) < 120'000);
    QVERIFY(all.messages.front().properties.has_value());
    const telemetry::MessageProperties &properties = *all.messages.front().properties;
    QCOMPARE(properties.contentType, std::string("application/json"));
    QCOMPARE(properties.correlationData, std::string("zz"));
    QCOMPARE(properties.responseTopic, std::string("r/t"));
    QCOMPARE(properties.payloadFormat, 1);
    QCOMPARE(properties.userProperties.size(), std::size_t(2));
    QCOMPARE(properties.userProperties[1].second, std::string("w"));
    if (format == u"%j"_s) {
        QCOMPARE(got,
                 QStringList({u"json={\"a\": 1.10}"_s, u"text=say \"~C3~A4\" ~5C"_s,
                              u"latin=~E4~FF"_s, u"control=a~09b~0A~01~7F"_s, u"number=42.50"_s,
                              u"gone="_s, u"quoted=\"str\""_s}));
        QCOMPARE(all.notices.size(), 1); // the zero byte
    } else {
        QCOMPARE(got,
                 QStringList(
                     {u"json={\"a\":1.1}"_s, u"number=42.5"_s, u"gone="_s, u"quoted=\"str\""_s}));
        QCOMPARE(all.notices.size(), 2); // written anew, empty lines
    }
}

QTEST_GUILESS_MAIN(TestJsonLines)
#include "tst_jsonlines.moc"
