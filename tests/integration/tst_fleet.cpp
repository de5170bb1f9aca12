// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/broker.h"

#include <QCborValue>
#include <QDir>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Received
{
    bool retained;
    QString topic;
    QByteArray payload;
};

/// mosquitto_sub on everything: an eye that shares no code with the fleet.
class Eye
{
public:
    explicit Eye(quint16 port)
    {
        m_process.start(support::findProgram(u"mosquitto_sub"_s),
                        {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-t"_s, u"#"_s,
                         u"-F"_s, u"%r|%t|%x"_s});
    }
    ~Eye()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    const QList<Received> &all()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            const auto first = line.indexOf('|');
            const auto last = line.lastIndexOf('|');
            m_all.append({line.startsWith('1'),
                          QString::fromUtf8(line.mid(first + 1, last - first - 1)),
                          QByteArray::fromHex(line.mid(last + 1))});
        }
        return m_all;
    }
    int count(const QString &pattern)
    {
        const QRegularExpression wanted(QRegularExpression::anchoredPattern(pattern));
        return static_cast<int>(std::ranges::count_if(
            all(), [&](const Received &r) { return wanted.match(r.topic).hasMatch(); }));
    }
    QByteArray last(const QString &topic)
    {
        QByteArray payload;
        for (const Received &r : all())
            payload = r.topic == topic ? r.payload : payload;
        return payload;
    }

private:
    QProcess m_process;
    QList<Received> m_all;
};

QJsonObject objectOf(const QByteArray &payload)
{
    return QJsonDocument::fromJson(payload).object();
}

} // namespace

class FleetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void speaksEveryDialect();
    void sendsWillsWhenKilled();
    void saysGoodbyeWhenAsked();
    void obeysFaultOrders();
    void comesBackAfterTheBroker();
    void manyDevicesOnOneThread();
    void streamsSkabExactly();

private:
    void start(QProcess &fleet, const QStringList &arguments) const;
    std::unique_ptr<support::Broker> m_broker;
};

namespace {

/// Ends the fleet with the test, whichever way the test ends.
class Program final : public QProcess
{
public:
    ~Program() override
    {
        kill();
        waitForFinished();
    }
};

} // namespace

void FleetTest::init()
{
    if (support::findProgram(u"mosquitto"_s).isEmpty()
        || support::findProgram(u"mosquitto_sub"_s).isEmpty())
        QSKIP("mosquitto and mosquitto_sub are not installed.");
    m_broker = std::make_unique<support::Broker>();
    QCOMPARE(m_broker->start(), QString());
}

void FleetTest::cleanup()
{
    m_broker.reset();
}

void FleetTest::start(QProcess &fleet, const QStringList &arguments) const
{
    const QString url = u"mqtt://127.0.0.1:%1"_s.arg(m_broker->port());
    fleet.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothouse-fleet"),
                QStringList{u"--url"_s, url} + arguments);
    QVERIFY(fleet.waitForStarted());
}

void FleetTest::speaksEveryDialect()
{
    Eye eye(m_broker->port());
    Program fleet;
    start(fleet, {u"--devices"_s, u"20"_s, u"--rate"_s, u"5"_s, u"--scenario"_s, u"calm"_s});
    const QStringList topics{u"spBv1.0/Harbour works/NBIRTH/edge-pump-01"_s,
                             u"spBv1.0/Harbour works/DBIRTH/edge-pump-01/pump-0[123]"_s,
                             u"spBv1.0/Harbour works/DDATA/edge-pump-01/vibration-01"_s,
                             u"homeassistant/sensor/hvac-01/confidence/config"_s,
                             u"home/depot/hvac-01/state"_s,
                             u"tasmota/discovery/[0-9A-F]{12}/config"_s,
                             u"tele/meter-01/LWT"_s,
                             u"tele/meter-01/SENSOR"_s,
                             u"north-plant/camera-01/snapshot"_s,
                             u"harbour-works/pump-04/telemetry"_s,
                             u"opcua/json/metadata/pump-05/.*"_s,
                             u"opcua/json/data/pump-05/.*"_s,
                             u"homie/5/hvac-02/.description"_s,
                             u"homie/5/hvac-02/inference/confidence"_s,
                             u"zigbee2mqtt/bridge/devices"_s,
                             u"zigbee2mqtt/hvac-04"_s,
                             u"harbour-works/meter-02/frequency"_s,
                             u"north-plant/senml/vibration-02"_s,
                             u"north-plant/events/pump-06"_s,
                             u"depot/senml/hvac-05"_s,
                             u"spBv1.0/North plant/DDATA/edge-meter-04/meter-04"_s};
    for (const QString &topic : topics)
        QTRY_VERIFY2_WITH_TIMEOUT(eye.count(topic) > 0, qPrintable(topic), 10'000);
    const QJsonObject json = objectOf(eye.last(u"harbour-works/pump-04/telemetry"_s));
    QCOMPARE(json.value(u"deviceId").toString(), u"pump-04"_s);
    QCOMPARE(
        json.value(u"motor").toObject().value(u"temperature").toObject().value(u"unit").toString(),
        u"°C"_s);
    QVERIFY(std::abs(json.value(u"ts").toDouble()
                     - static_cast<double>(QDateTime::currentMSecsSinceEpoch()))
            < 10'000);
    const QJsonObject inference = json.value(u"inference").toObject();
    QCOMPARE(inference.value(u"model").toString(), u"pump-wear"_s);
    QCOMPARE(inference.value(u"version").toString(), u"2.1.0"_s);
    QCOMPARE(inference.value(u"label").toString(), u"ok"_s);
    QVERIFY(inference.value(u"confidence").toDouble() > 0.8
            && inference.value(u"confidence").toDouble() < 1);
    QVERIFY(eye.last(u"north-plant/camera-01/snapshot"_s).startsWith("\xff\xd8\xff"));
    QVERIFY(QCborValue::fromCbor(eye.last(u"north-plant/senml/vibration-02"_s)).toArray().size()
            >= 10);
    QVERIFY(QJsonDocument::fromJson(eye.last(u"depot/senml/hvac-05"_s)).array().size() >= 12);
    QCOMPARE(objectOf(eye.last(u"north-plant/events/pump-06"_s)).value(u"specversion").toString(),
             u"1.0"_s);
    fleet.terminate();
    QVERIFY(fleet.waitForFinished(5'000));
    QCOMPARE(fleet.exitCode(), 0);
}

void FleetTest::sendsWillsWhenKilled()
{
    Eye eye(m_broker->port());
    Program fleet;
    start(fleet, {u"--devices"_s, u"20"_s});
    QTRY_VERIFY_WITH_TIMEOUT(eye.count(u"spBv1.0/North plant/DBIRTH/.*"_s) == 2, 10'000);
    QTRY_COMPARE(eye.last(u"tele/meter-01/LWT"_s), QByteArray("Online"));
    fleet.kill();
    fleet.waitForFinished();
    QTRY_COMPARE(eye.last(u"tele/meter-01/LWT"_s), QByteArray("Offline"));
    QTRY_COMPARE(eye.last(u"homie/5/hvac-02/$state"_s), QByteArray("lost"));
    QTRY_COMPARE(eye.last(u"harbour-works/pump-04/availability"_s), QByteArray("offline"));
    QTRY_COMPARE(eye.count(u"spBv1.0/.*/NDEATH/.*"_s), 2);
}

void FleetTest::saysGoodbyeWhenAsked()
{
    Eye eye(m_broker->port());
    Program fleet;
    start(fleet, {u"--devices"_s, u"20"_s});
    QTRY_COMPARE_WITH_TIMEOUT(eye.last(u"homie/5/hvac-02/$state"_s), QByteArray("ready"), 10'000);
    QTRY_VERIFY(eye.count(u"spBv1.0/.*/NBIRTH/.*"_s) == 2);
    fleet.terminate();
    QVERIFY(fleet.waitForFinished(5'000));
    QTRY_COMPARE(eye.last(u"homie/5/hvac-02/$state"_s), QByteArray("disconnected"));
    QTRY_COMPARE(eye.last(u"zigbee2mqtt/bridge/state"_s), QByteArray(R"({"state":"offline"})"));
    QTRY_COMPARE(eye.count(u"spBv1.0/.*/NDEATH/.*"_s), 2); // and the broker does not add its own
}

void FleetTest::obeysFaultOrders()
{
    const QString topic = u"harbour-works/pump-04/telemetry"_s;
    const auto vibration = [&topic](Eye &eye) {
        return objectOf(eye.last(topic))
            .value(u"bearing")
            .toObject()
            .value(u"vibration_rms")
            .toObject()
            .value(u"value")
            .toDouble();
    };
    Eye eye(m_broker->port());
    Program fleet;
    start(fleet, {u"--devices"_s, u"20"_s, u"--rate"_s, u"10"_s, u"--scenario"_s, u"calm"_s});
    QTRY_VERIFY_WITH_TIMEOUT(eye.count(topic) > 5, 10'000);
    const auto order = [this](const QString &json) {
        return support::Broker::publish(m_broker->port(),
                                        {u"-t"_s, u"rehearsal/fault"_s, u"-m"_s, json});
    };
    QVERIFY(order(uR"({"fault":"melt","device":"pump-04"})"_s));
    QTRY_VERIFY(eye.last(u"rehearsal/status"_s).startsWith(R"({"ok":false)"));
    QVERIFY(order(uR"({"fault":"stuck","device":"pump-04","seconds":100})"_s));
    QTRY_VERIFY(eye.last(u"rehearsal/status"_s).startsWith(R"({"ok":true)"));
    const int before = eye.count(topic);
    QTRY_VERIFY(eye.count(topic) > before + 2);
    const double held = vibration(eye);
    const int later = eye.count(topic);
    QTRY_VERIFY(eye.count(topic) > later + 3);
    QCOMPARE(vibration(eye), held);
    QVERIFY(order(uR"({"clear":"pump-04"})"_s));
    QTRY_VERIFY(vibration(eye) != held);
    QVERIFY(order(uR"({"fault":"anomaly","device":"pump-04"})"_s));
    QTRY_VERIFY(objectOf(eye.last(topic)).value(u"inference").toObject().value(u"label").toString()
                != u"ok"_s);
}

void FleetTest::comesBackAfterTheBroker()
{
    Program fleet;
    start(fleet, {u"--devices"_s, u"5"_s});
    {
        Eye eye(m_broker->port());
        QTRY_VERIFY_WITH_TIMEOUT(eye.count(u"spBv1.0/.*/DDATA/.*"_s) > 0, 10'000);
    }
    m_broker->kill();
    QCOMPARE(m_broker->start(), QString());
    Eye eye(m_broker->port());
    QTRY_VERIFY_WITH_TIMEOUT(eye.count(u"spBv1.0/.*/NBIRTH/.*"_s) == 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(eye.count(u"home/depot/hvac-01/state"_s) > 0, 20'000);
}

void FleetTest::manyDevicesOnOneThread()
{
    Eye eye(m_broker->port());
    Program fleet;
    start(fleet, {u"--devices"_s, u"1000"_s});
    QSet<QString> seen;
    const auto devices = [&] {
        for (const Received &r : eye.all()) {
            if (r.topic.contains(u"DBIRTH"))
                seen.insert(r.topic.section(u'/', 4));
        }
        return seen.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(devices(), 300, 40'000); // 6 of each 20 speak Sparkplug
    QCOMPARE(QDir(u"/proc/%1/task"_s.arg(fleet.processId()))
                 .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                 .size(),
             1);
}

void FleetTest::streamsSkabExactly()
{
    const QString path = QStringLiteral(PILOTHOUSE_SHARED_DATA "/skab/valve1/0.csv");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The SKAB data is not beside this checkout.");
    Eye eye(m_broker->port());
    QTRY_VERIFY(support::Broker::publish(m_broker->port(), {u"-t"_s, u"hello"_s, u"-m"_s, u"1"_s})
                && eye.count(u"hello"_s) > 0);
    Program fleet;
    start(fleet, {u"--csv"_s, path, u"--topic"_s, u"skab/valve1"_s, u"--speed"_s, u"max"_s});
    QVERIFY(fleet.waitForFinished(20'000));
    QCOMPARE(fleet.exitCode(), 0);
    const QList<QByteArray> header = file.readLine().trimmed().split(';');
    int row = 0;
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QTRY_COMPARE(eye.count(u"skab/valve1"_s), static_cast<int>(lines.size()));
    for (const Received &r : eye.all()) {
        if (r.topic != u"skab/valve1"_s)
            continue;
        const QList<QByteArray> cells = lines[row++].trimmed().split(';');
        const auto time =
            QDateTime::fromString(QString::fromLatin1(cells[0]) + u'Z', u"yyyy-MM-dd HH:mm:ssZ"_s);
        QByteArray wanted = "{\"ts\":"
            + QByteArray::number(QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch());
        for (qsizetype i = 1; i < cells.size(); ++i)
            wanted += ",\"" + header[i] + "\":" + cells[i];
        QCOMPARE(r.payload, QByteArray(wanted + "}"));
    }
}

QTEST_GUILESS_MAIN(FleetTest)
#include "tst_fleet.moc"
