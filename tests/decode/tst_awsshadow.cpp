// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

// In the form of the developer guide's response documents.
const QString accepted =
    uR"($aws/things/pump7/shadow/update/accepted {"state":{"reported":{"flow":41.5,"mode":{"name":"auto"}}},)"
    uR"("metadata":{"reported":{"flow":{"timestamp":1700000001},"mode":{"name":{"timestamp":1700000002}}}},)"
    uR"("version":12,"clientToken":"c","timestamp":1700000009})"_s;
const QString documents =
    uR"($aws/things/pump7/shadow/update/documents {"previous":{"state":{"reported":{"flow":40}},"metadata":{},"version":11},)"
    uR"("current":{"state":{"desired":{"speed":1500},"reported":{"flow":42}},)"
    uR"("metadata":{"desired":{"speed":{"timestamp":1700000003}},"reported":{"flow":{"timestamp":1700000010}}},"version":12},)"
    uR"("timestamp":1700000010,"clientToken":"c"})"_s;

} // namespace

class TestAwsShadow final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeAwsShadow()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeAwsShadow()); }

    void conversations_data()
    {
        QTest::addColumn<Conversation>("talk");
        const auto row = [](const char *name, QStringList messages, QStringList samples,
                            QStringList facts = {u"Protocol pump7 AWS IoT shadow"_s}) {
            QTest::newRow(name) << Conversation{messages, samples, facts};
        };
        row("accepted: each value has its time", {accepted},
            {u"pump7 | flow = d:41.5 @1700000001000"_s,
             u"pump7 | mode/name = 'auto' @1700000002000"_s});
        row("documents", {documents},
            {u"pump7 | flow = i:42 @1700000010000"_s,
             u"pump7 | desired/speed = i:1500 @1700000003000"_s});
        row("request", {u"$aws/things/pump7/shadow/update {\"state\":{\"reported\":{\"a\":1}}}"_s},
            {u"pump7 | a = i:1"_s});
        row("get",
            {u"$aws/things/pump7/shadow/get/accepted {\"state\":{\"reported\":{\"a\":1}},\"timestamp\":1700000000}"_s},
            {u"pump7 | a = i:1 @1700000000000"_s});
        row("named shadow",
            {u"$aws/things/pump7/shadow/name/config/update {\"state\":{\"desired\":{\"a\":1}}}"_s},
            {u"pump7 | config/desired/a = i:1"_s});
        row("bridged copy",
            {u"cloud/eu/things/pump7/shadow/update {\"state\":{\"reported\":{\"a\":1}}}"_s},
            {u"pump7 | a = i:1"_s});
        row("an answer of a model",
            {u"$aws/things/pump7/shadow/update {\"state\":{\"reported\":{\"inference\":{\"model\":\"m\",\"version\":\"1\",\"label\":\"ok\",\"confidence\":0.9}}}}"_s},
            {u"pump7 | inference/model = 'm'"_s, u"pump7 | inference/version = '1'"_s,
             u"pump7 | m 1/label = 'ok'"_s, u"pump7 | m 1/confidence = d:0.9"_s});
        row("not a shadow", {u"x/things/pump7/update {\"state\":{\"reported\":{\"a\":1}}}"_s}, {},
            {});
        row("no state", {u"$aws/things/pump7/shadow/update {\"a\":1}"_s}, {}, {});
        row("other operation",
            {u"$aws/things/pump7/shadow/other {\"state\":{\"reported\":{\"a\":1}}}"_s}, {}, {});
    }
    void conversations()
    {
        QFETCH(const Conversation, talk);
        hold(m_probe, talk);
    }

    void oneChangeIsReadOnce()
    {
        const QString request =
            u"$aws/things/pump7/shadow/update {\"state\":{\"reported\":{\"flow\":42}}}"_s;
        QVERIFY(say(m_probe, request));
        QCOMPARE(m_probe.samples().size(), 1);
        QVERIFY(say(m_probe, accepted)); // tells more: from now on these are read
        QCOMPARE(m_probe.samples().size(), 2);
        QVERIFY(say(m_probe, request));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(m_probe.samples().isEmpty() && !m_probe.out.reason.empty());
        QVERIFY(say(m_probe, documents));
        QCOMPARE(m_probe.samples().size(), 2);
        QVERIFY(say(m_probe, accepted));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        // Another thing is another matter.
        QVERIFY(say(m_probe,
                    u"$aws/things/b/shadow/update {\"state\":{\"reported\":{\"flow\":42}}}"_s));
        QCOMPARE(m_probe.samples().size(), 1);
    }

    void kept_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("delta")
            << u"$aws/things/t/shadow/update/delta {\"state\":{\"a\":1},\"version\":2,\"timestamp\":1}"_s;
        QTest::newRow("rejected")
            << u"$aws/things/t/shadow/update/rejected {\"code\":409,\"message\":\"Version conflict\"}"_s;
        QTest::newRow("get") << u"$aws/things/t/shadow/get"_s;
        QTest::newRow("delete")
            << u"$aws/things/t/shadow/delete/accepted {\"version\":3,\"timestamp\":1}"_s;
        QTest::newRow("empty")
            << u"$aws/things/t/shadow/update/accepted {\"state\":{\"reported\":{}}}"_s;
    }
    void kept()
    {
        QFETCH(const QString, message);
        QVERIFY(say(m_probe, message));
        QVERIFY(m_probe.out.samples.empty());
        QVERIFY(!m_probe.out.reason.empty() || m_probe.out.outcome == decode::Outcome::Decoded);
        if (message.contains(u"conflict"_s))
            QVERIFY(m_probe.out.reason.find("Version conflict") != std::string::npos);
    }

    void torture()
    {
        for (const QString &message : {accepted, documents}) {
            const QByteArray bytes = message.toUtf8();
            torment(m_probe, bytes.left(bytes.indexOf(' ')), bytes.mid(bytes.indexOf(' ') + 1));
        }
    }
};

QTEST_GUILESS_MAIN(TestAwsShadow)
#include "tst_awsshadow.moc"
