// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pilothousectl decode as others use it: a program with files, lines and exit codes.
#include "models/base/clock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    QByteArrayList lines;
    QByteArray words; ///< standard error
};

Answer run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess program;
    program.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothousectl"), arguments);
    if (!program.waitForStarted())
        return {};
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(30'000) || program.exitStatus() != QProcess::NormalExit)
        return {};
    Answer answer;
    answer.exitCode = program.exitCode();
    const QByteArray out = program.readAllStandardOutput();
    if (!out.isEmpty()) // every line is ended
        answer.lines = out.chopped(1).split('\n');
    answer.words = program.readAllStandardError();
    return answer;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCtlDecode : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content)
    {
        static int count = 0;
        const QString path = m_folder.filePath(QString::number(++count));
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() ? path
                                                                                      : QString();
    }

    Answer decode(const QString &topic, const QByteArray &payload)
    {
        return run({u"decode"_s, u"--topic"_s, topic, file(payload)});
    }

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("JSON with a time")
            << u"site/dev/telemetry"_s
            << QByteArray(
                   R"({"ts":1700000000123,"temperature_c":21.5,"on":true,"mode":"auto","n":null})")
            << QByteArrayList(
                   {R"({"device":"site/dev","signal":"temperature_c","time":1700000000123000000,"value":21.5,"unit":"°C","quality":"good"})",
                    R"({"device":"site/dev","signal":"on","time":1700000000123000000,"value":true,"unit":null,"quality":"good"})",
                    R"({"device":"site/dev","signal":"mode","time":1700000000123000000,"value":"auto","unit":null,"quality":"good"})",
                    R"({"device":"site/dev","signal":"n","time":1700000000123000000,"value":null,"unit":null,"quality":"missing"})"});
        QTest::newRow("integers of 64 bits, no time")
            << u"s/d"_s
            << QByteArray(R"({"a":18446744073709551615,"b":-9223372036854775808,"c":0.1})")
            << QByteArrayList(
                   {R"({"device":"s/d","signal":"a","time":null,"value":18446744073709551615,"unit":null,"quality":"good"})",
                    R"({"device":"s/d","signal":"b","time":null,"value":-9223372036854775808,"unit":null,"quality":"good"})",
                    R"({"device":"s/d","signal":"c","time":null,"value":0.1,"unit":null,"quality":"good"})"});
        QTest::newRow("a model's answer")
            << u"plant/cam/inference"_s
            << QByteArray(R"({"model":"wear","version":"3","label":"ok","confidence":0.93})")
            << QByteArrayList(
                   {R"({"device":"plant/cam","signal":"wear 3/confidence","time":null,"value":0.93,"unit":null,"quality":"good","model":"wear","version":"3","label":"ok","confidence":0.93})",
                    R"({"device":"plant/cam","signal":"wear 3/label","time":null,"value":"ok","unit":null,"quality":"good"})"});
        QTest::newRow("a text that needs escapes")
            << u"s/d"_s << QByteArray("{\"m\":\"a\\\"b\\u0001\"}")
            << QByteArrayList(
                   {"{\"device\":\"s/d\",\"signal\":\"m\",\"time\":null,\"value\":\"a\\\"b"
                    "\\u0001\",\"unit\":null,\"quality\":\"good\"}"});
        QTest::newRow("plain value")
            << u"s/d/pressure"_s << QByteArray("1.013 bar")
            << QByteArrayList(
                   {R"({"device":"s/d","signal":"pressure","time":null,"value":1.013,"unit":"bar","quality":"good"})"});
    }
    void lines()
    {
        QFETCH(QString, topic);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArrayList, lines);
        Answer answer = decode(topic, payload);
        QCOMPARE(answer.exitCode, 0);
        std::sort(answer.lines.begin(), answer.lines.end()); // the order is the decoder's own
        std::sort(lines.begin(), lines.end());
        QCOMPARE(answer.lines, lines);
    }

    void exitCodes()
    {
        QCOMPARE(decode(u"s/d"_s, "{\"a\":1}").exitCode, 0);
        const Answer broken = decode(u"s/d"_s, "{\"a\":");
        QCOMPARE(broken.exitCode, 1);
        QVERIFY(broken.lines.isEmpty());
        QVERIFY2(broken.words.contains("JSON"), broken.words.constData());
        const Answer picture = decode(u"s/d"_s, "\xff\xd8\xff\xe0JFIF");
        QCOMPARE(picture.exitCode, 1); // kept, not decoded
        QVERIFY(!picture.words.isEmpty());
        // One of two: what can be read is printed, the answer is no.
        const Answer both =
            run({u"decode"_s, u"--topic"_s, u"s/d"_s, file("{\"a\":1}"), file("{")});
        QCOMPARE(both.exitCode, 1);
        QCOMPARE(both.lines.size(), 1);
        for (const QStringList &wrong :
             {QStringList{u"decode"_s}, QStringList{u"decode"_s, u"--topic"_s, u"s/d"_s},
              QStringList{u"decode"_s, file("1")},
              QStringList{u"decode"_s, u"--topic"_s, u"s"_s, u"/no/such/file"_s},
              QStringList{u"decode"_s, u"--topic"_s, u"s"_s, u"--decoder"_s, u"none"_s, file("1")},
              QStringList{u"decode"_s, u"--topic"_s, u"s"_s, u"--limits"_s, u"x=1"_s, file("1")},
              QStringList{u"decode"_s, u"--nonsense"_s}}) {
            const Answer answer = run(wrong);
            QVERIFY2(answer.exitCode == 2, qPrintable(wrong.join(u' ')));
            QVERIFY(answer.lines.isEmpty() && !answer.words.isEmpty());
        }
        const Answer help = run({u"decode"_s, u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.lines.join('\n').contains("--topic"));
    }

    void standardInputAndOrder()
    {
        // What one file teaches, the next one uses: a birth, then data by alias would be the same.
        const Answer answer =
            run({u"decode"_s, u"--topic"_s, u"s/d"_s, u"-"_s}, "{\"a\":1,\"b\":[1,2]}");
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.lines.size() >= 2);
        const Answer limited = run({u"decode"_s, u"--topic"_s, u"s/d"_s, u"--limits"_s,
                                    u"maxSamples=1"_s, file("{\"a\":1,\"b\":2}")});
        QCOMPARE(limited.lines.size(), 1);
        QVERIFY2(limited.words.contains("first 1 samples"), limited.words.constData());
        const Answer pinned = run(
            {u"decode"_s, u"--topic"_s, u"s/d"_s, u"--decoder"_s, u"senml"_s, file("{\"a\":1}")});
        QCOMPARE(pinned.exitCode, 1);
    }

    /// The examples of RFC 8428 through the program, against their resolved forms.
    void senml_data()
    {
        QTest::addColumn<QString>("input");
        const QDir folder(QStringLiteral(PILOTHOUSE_SHARED_DATA "/captures/senml"));
        if (!folder.exists())
            QSKIP("The RFC 8428 vectors are not beside this checkout.");
        for (const QString &name : folder.entryList({u"ex*.json"_s, u"ex*.cbor"_s}, QDir::Files))
            if (!name.contains(u"resolved"_s))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void senml()
    {
        QFETCH(QString, input);
        // The clock of the generated vectors: their times relative to now are relative to this.
        constexpr double madeAt = 1'498'780'179;
        const QFileInfo info(input);
        const QJsonArray resolved =
            QJsonDocument::fromJson(
                contentOf(info.dir().filePath(info.fileName().section(u'.', 0, 0)
                                              + u".gen.resolved.json"_s)))
                .array();
        QVERIFY(!resolved.isEmpty());
        const auto before = static_cast<double>(base::SystemClock::instance().now()) / 1e9;
        const Answer answer = run({u"decode"_s, u"--topic"_s, u"a/b"_s, input});
        const auto after = static_cast<double>(base::SystemClock::instance().now()) / 1e9;
        QVERIFY2(answer.exitCode == 0, answer.words.constData());
        QCOMPARE(answer.lines.size(), resolved.size());
        for (qsizetype i = 0; i < resolved.size(); ++i) {
            const QJsonObject want = resolved[i].toObject();
            const QJsonObject got = QJsonDocument::fromJson(answer.lines[i]).object();
            QCOMPARE(got.keys(),
                     QStringList({u"device"_s, u"quality"_s, u"signal"_s, u"time"_s, u"unit"_s,
                                  u"value"_s}));
            const QString name = want[u"n"_s].toString();
            const QString device = got[u"device"_s].toString();
            const QString signal = got[u"signal"_s].toString();
            QVERIFY2(name == device + u':' + signal || (name == device && signal == u"value"_s),
                     answer.lines[i].constData());
            QCOMPARE(got[u"unit"_s].toString(), want[u"u"_s].toString());
            QVERIFY(got[u"value"_s].toDouble() == want[u"v"_s].toDouble());
            QCOMPARE(got[u"quality"_s].toString(), u"good"_s);
            const double time = want[u"t"_s].toDouble();
            if (got[u"time"_s].isNull()) {
                QVERIFY(time == madeAt); // the payload has none: now
                continue;
            }
            const qint64 ns = got[u"time"_s].toInteger();
            const double ago = madeAt - time;
            if (ago >= 0 && ago < 1'000) { // relative
                QVERIFY(static_cast<double>(ns) / 1e9 >= before - ago - 0.001);
                QVERIFY(static_cast<double>(ns) / 1e9 <= after - ago + 0.001);
            } else {
                QCOMPARE(ns, std::llround(time * 1e6) * 1'000);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlDecode)
#include "tst_ctldecode.moc"
