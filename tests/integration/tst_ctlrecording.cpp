// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pilothousectl record, info, verify, signals and query as others use them: programs with a real
// broker, files, lines and exit codes.
#include "tests/support/broker.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    std::vector<QJsonObject> objects;
    QByteArray out;
    QByteArray words; ///< standard error
};

void start(QProcess &program, const QStringList &arguments)
{
    program.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothousectl"), arguments);
}

Answer finish(QProcess &program)
{
    Answer answer;
    if (!program.waitForFinished(30'000) || program.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.exitCode = program.exitCode();
    answer.out = program.readAllStandardOutput();
    for (const QByteArray &line : answer.out.split('\n')) {
        if (!line.isEmpty())
            answer.objects.push_back(QJsonDocument::fromJson(line).object());
    }
    answer.words = program.readAllStandardError();
    return answer;
}

Answer run(const QStringList &arguments)
{
    QProcess program;
    start(program, arguments);
    return finish(program);
}

/// The last line is the program's; what the log says may stand before it.
bool oneSentence(const Answer &answer)
{
    const QByteArray last = answer.words.trimmed().split('\n').constLast();
    return last.startsWith("pilothousectl ") && last.contains(": ") && last.size() > 30;
}

} // namespace

class TestCtlRecording : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    support::Broker m_broker;
    QString m_file;
    static constexpr int count = 2'000;

    QString url() const { return u"mqtt://127.0.0.1:%1"_s.arg(m_broker.port()); }

    /// Numbered readings of three devices through mosquitto_pub, one connection.
    bool publish() const
    {
        QProcess program;
        program.start(support::findProgram(u"mosquitto_pub"_s),
                      {u"-p"_s, QString::number(m_broker.port()), u"-t"_s, u"plant/dev/telemetry"_s,
                       u"-l"_s});
        if (!program.waitForStarted())
            return false;
        for (int i = 0; i < count; ++i)
            program.write("{\"ts\":" + QByteArray::number(1'790'000'000'000 + i * 10)
                          + ",\"number\":" + QByteArray::number(i)
                          + ",\"temperature\":" + QByteArray::number(20 + i % 50 / 10.0) + "}\n");
        program.closeWriteChannel();
        return program.waitForFinished() && program.exitCode() == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_broker.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_file = m_folder.filePath(u"feed.phrec"_s);
        QProcess recorder;
        start(recorder,
              {u"record"_s, u"--url"_s, url(), u"--out"_s, m_file, u"--messages"_s,
               QString::number(count), u"--title"_s, u"Feed"_s, u"--json"_s});
        QVERIFY(recorder.waitForStarted());
        // It says so on standard error when it is connected; it subscribes at once then.
        recorder.setReadChannel(QProcess::StandardError);
        QVERIFY(recorder.waitForReadyRead(20'000));
        QTRY_VERIFY(m_broker.log().contains(u"SUBSCRIBE"_s));
        QVERIFY(publish());
        const Answer answer = finish(recorder);
        QVERIFY2(answer.exitCode == 0, answer.words.constData());
        QCOMPARE(answer.objects.size(), 1u);
        QCOMPARE(answer.objects[0]["messages"_L1].toInt(), count);
        QCOMPARE(answer.objects[0]["lost"_L1].toInt(), 0);
        QCOMPARE(answer.objects[0]["bytes"_L1].toInteger(), QFileInfo(m_file).size());
    }

    void info()
    {
        const Answer answer = run({u"info"_s, m_file, u"--json"_s});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.objects.size(), 1u);
        const QJsonObject facts = answer.objects[0];
        QCOMPARE(facts["messages"_L1].toInt(), count);
        QCOMPARE(facts["title"_L1].toString(), u"Feed"_s);
        QCOMPARE(facts["state"_L1].toString(), u"closed"_s);
        QCOMPARE(facts["topics"_L1].toInt(), 1);
        QCOMPARE(facts["file_bytes"_L1].toInteger(), QFileInfo(m_file).size());
        QCOMPARE(facts["connections"_L1].toArray().size(), 1);
        QVERIFY(!answer.out.contains("password"));
        QVERIFY(run({u"info"_s, m_file}).out.contains("2000 messages on 1 topics"));
    }

    void signalsAndQuery()
    {
        const Answer list = run({u"signals"_s, m_file, u"--json"_s});
        QCOMPARE(list.exitCode, 0);
        const auto number =
            std::find_if(list.objects.begin(), list.objects.end(),
                         [](const auto &o) { return o["signal"_L1].toString() == "number"_L1; });
        QVERIFY2(number != list.objects.end(), list.out.constData());
        QCOMPARE((*number)["samples"_L1].toInt(), count);
        QCOMPARE((*number)["first"_L1].toInteger(), 1'790'000'000'000'000'000);
        const QString name =
            (*number)["device"_L1].toString() + u'/' + (*number)["signal"_L1].toString();

        const Answer samples = run({u"query"_s, m_file, u"--signal"_s, name, u"--json"_s});
        QCOMPARE(samples.exitCode, 0);
        QCOMPARE(samples.objects.size(), static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            QCOMPARE(samples.objects[static_cast<std::size_t>(i)]["value"_L1].toInt(), i);
            QCOMPARE(samples.objects[static_cast<std::size_t>(i)]["time"_L1].toInteger(),
                     1'790'000'000'000'000'000 + i * 10'000'000ll);
        }
        const Answer buckets =
            run({u"query"_s, m_file, u"--signal"_s, name, u"--points"_s, u"7"_s, u"--json"_s});
        QCOMPARE(buckets.exitCode, 0);
        QCOMPARE(buckets.objects.size(), 7u);
        int next = 0;
        for (const QJsonObject &bucket : buckets.objects) {
            QCOMPARE(bucket["first"_L1].toInt(), next);
            QCOMPARE(bucket["min"_L1].toInt(), next);
            next += bucket["count"_L1].toInt();
            QCOMPARE(bucket["last"_L1].toInt(), next - 1);
            QCOMPARE(bucket["max"_L1].toInt(), next - 1);
        }
        QCOMPARE(next, count);
    }

    void verify()
    {
        const Answer sound = run({u"verify"_s, m_file, u"--json"_s});
        QCOMPARE(sound.exitCode, 0);
        QCOMPARE(sound.objects.size(), 1u);
        QVERIFY(sound.objects[0]["sound"_L1].toBool());

        // The zstd frame of the only chunk begins with the magic number; a byte behind it goes bad.
        QFile in(m_file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QByteArray bytes = in.readAll();
        QProcess shell;
        shell.start(u"sqlite3"_s,
                    {u"-readonly"_s, m_file,
                     u"SELECT first, count, hex(substr(data, length(data) / 2, 16)) "
                     "FROM chunks JOIN chunk_data USING (first)"_s});
        QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
        const QByteArrayList row = shell.readAllStandardOutput().trimmed().split('|');
        QCOMPARE(row.size(), 3);
        const QByteArray piece = QByteArray::fromHex(row[2]);
        qsizetype place = bytes.indexOf(piece);
        QVERIFY(place > 0);
        for (; place >= 0; place = bytes.indexOf(piece, place))
            bytes[place + 5] = static_cast<char>(~bytes[place + 5]);
        const QString damaged = m_folder.filePath(u"damaged.phrec"_s);
        QFile out(damaged);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        out.close();
        const Answer answer = run({u"verify"_s, damaged, u"--json"_s});
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.objects.size(), 2u);
        QCOMPARE(answer.objects[0]["damaged"_L1].toString(),
                 u"chunk "_s + QString::fromLatin1(row[0]));
        QCOMPARE(answer.objects[0]["messages"_L1].toInt(), row[1].toInt());
        QVERIFY(!answer.objects[1]["sound"_L1].toBool());
        QCOMPARE(answer.objects[1]["readable"_L1].toInt(), count - row[1].toInt());
    }

    void wrongInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString text = m_folder.filePath(u"text.phrec"_s);
        QFile out(text);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("not a recording\n") > 0);
        for (const char *command : {"info", "verify", "signals", "query"}) {
            const QString name = QString::fromLatin1(command);
            QStringList more;
            if (name == "query"_L1)
                more = {u"--signal"_s, u"a"_s};
            QTest::addRow("%s of a text", command) << (QStringList{name, text} + more);
            QTest::addRow("%s of nothing", command)
                << (QStringList{name, m_folder.filePath(u"none"_s)} + more);
            QTest::addRow("%s of a folder", command) << (QStringList{name, m_folder.path()} + more);
            QTest::addRow("%s without a file", command) << (QStringList{name} + more);
        }
        QTest::newRow("record without a file") << QStringList{u"record"_s, u"--url"_s, url()};
        QTest::newRow("record over a file")
            << QStringList{u"record"_s, u"--url"_s, url(), u"--out"_s, m_file};
        QTest::newRow("record into no folder") << QStringList{
            u"record"_s, u"--url"_s, url(), u"--out"_s, m_folder.filePath(u"no/such.phrec"_s)};
        QTest::newRow("record from no address") << QStringList{
            u"record"_s, u"--url"_s, u"ftp://x"_s, u"--out"_s, m_folder.filePath(u"new.phrec"_s)};
        QTest::newRow("record for a negative time") << QStringList{
            u"record"_s,    u"--url"_s, url(), u"--out"_s, m_folder.filePath(u"new.phrec"_s),
            u"--seconds"_s, u"-1"_s};
        QTest::newRow("query without a signal") << QStringList{u"query"_s, m_file};
        QTest::newRow("query of no signal")
            << QStringList{u"query"_s, m_file, u"--signal"_s, u"none"_s};
        QTest::newRow("query of no points")
            << QStringList{u"query"_s, m_file, u"--signal"_s, u"number"_s, u"--points"_s, u"0"_s};
        QTest::newRow("query of the wrong time")
            << QStringList{u"query"_s, m_file, u"--signal"_s, u"number"_s, u"--from"_s, u"soon"_s};
    }

    void wrongInput()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = run(arguments);
        QVERIFY2(answer.exitCode == 2, answer.words.constData());
        QVERIFY2(oneSentence(answer) && answer.words.trimmed().count('\n') == 0,
                 answer.words.constData());
        QVERIFY(answer.out.isEmpty());
    }

    void nobodyThere()
    {
        const QString file = m_folder.filePath(u"nobody.phrec"_s);
        const Answer answer =
            run({u"record"_s, u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(support::freePort()),
                 u"--out"_s, file, u"--seconds"_s, u"1"_s, u"--json"_s});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(oneSentence(answer), answer.words.constData());
        QCOMPARE(run({u"verify"_s, file}).exitCode, 0); // empty, but sound
    }
};

QTEST_GUILESS_MAIN(TestCtlRecording)
#include "tst_ctlrecording.moc"
