// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Connect once to a real broker and see everything, without configuring anything.
#include "app/engine/engine.h"
#include "tests/support/broker.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString program(const QString &name)
{
    return QStringLiteral(PILOTHOUSE_BIN_DIR) + u'/' + name;
}

QString shared(const QString &path)
{
    return QStringLiteral(PILOTHOUSE_SHARED_DATA) + u'/' + path;
}

} // namespace

class TestZeroConfig : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::Broker> m_broker;
    std::unique_ptr<app::Engine> m_engine;
    QTemporaryDir m_workspace;
    QString m_connection;

    bool publish(const QString &topic, const QByteArray &payload, bool retain = false)
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"payload"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(payload) != payload.size())
            return false;
        file.close();
        QStringList arguments{u"-t"_s, topic, u"-f"_s, file.fileName(), u"-q"_s, u"1"_s};
        if (retain)
            arguments += u"-r"_s;
        return support::Broker::publish(m_broker->port(), arguments);
    }

    telemetry::SignalInfo find(const QString &device, const QString &signal) const
    {
        telemetry::Catalogue &catalogue = m_engine->pipeline().catalogue();
        for (const telemetry::SignalInfo &info : catalogue.signalsFrom(0)) {
            if (info.name == signal && catalogue.device(info.device).name == device)
                return info;
        }
        return {};
    }

    QString known() const
    {
        QStringList out;
        telemetry::Catalogue &catalogue = m_engine->pipeline().catalogue();
        for (const telemetry::SignalInfo &info : catalogue.signalsFrom(0))
            out += catalogue.device(info.device).name + u" | "_s + info.name + u" | "_s + info.unit;
        return out.join(u'\n');
    }

    /// Of one kind, those that count in the figures of a fleet.
    QSet<QString> names(devices::DeviceKind kind) const
    {
        QSet<QString> out;
        for (const devices::DeviceRecord &device : m_engine->pipeline().devices().records())
            if (device.kind == kind && (kind != devices::DeviceKind::Device || device.counts()))
                out += device.name;
        return out;
    }

    /// "device: model version" of every prediction record, without the devices in `without`.
    QStringList modelsOf(const QSet<QString> &without) const
    {
        QStringList out;
        for (const auto &record : m_engine->pipeline().predictions().records()) {
            const QString device = m_engine->pipeline().catalogue().device(record.device).name;
            if (!without.contains(device))
                out += device.section(u'/', -1) + u": "_s + record.model + u' ' + record.version;
        }
        out.sort();
        return out;
    }

    /// What the rehearsal fleet of 40 runs: twice its pattern of twenty places.
    static QStringList expectedModels()
    {
        const struct
        {
            const char *kind;
            int count;
            const char *model;
        } machines[]{{"pump", 12, "pump-wear 2.1.0"},
                     {"hvac", 10, "hvac-fault 1.2.0"},
                     {"meter", 8, "energy-anomaly 1.1.0"},
                     {"vibration", 6, "bearing-vib 1.3.0"},
                     {"camera", 4, "surface-defect 3.0.1"}};
        QStringList out;
        for (const auto &machine : machines) {
            for (int i = 1; i <= machine.count; ++i) {
                const QString device =
                    u"%1-%2"_s.arg(QLatin1StringView(machine.kind)).arg(i, 2, 10, QLatin1Char('0'));
                // Two pumps were forgotten in the last roll-out.
                const bool old = device == u"pump-02"_s || device == u"pump-08"_s;
                out += device + u": "_s
                    + (old ? u"pump-wear 1.4.0"_s : QString::fromLatin1(machine.model));
            }
        }
        out.sort();
        return out;
    }

    double last(const telemetry::SignalInfo &info) const
    {
        const auto series = m_engine->pipeline().series().find(info.id);
        telemetry::Point point;
        return series && series->last(point) ? point.number()
                                             : std::numeric_limits<double>::quiet_NaN();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_broker = std::make_unique<support::Broker>();
        const QString problem = m_broker->start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        auto engine = app::Engine::create({m_workspace.path(), true, false, false});
        QVERIFY2(engine.has_value(), engine ? "" : qPrintable(engine.error().text));
        m_engine = std::move(*engine);
        auto profile =
            connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(m_broker->port()));
        QVERIFY(profile.has_value());
        m_connection = profile->id;
        QVERIFY(m_engine->connections().save(*profile).has_value());
        m_engine->start();
        m_engine->connections().start(m_connection);
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->connections().status(m_connection).state,
                                  connect::SourceState::Connected, 10'000);
    }

    void cleanupTestCase()
    {
        m_engine.reset();
        m_broker.reset();
    }

    void homeAssistant()
    {
        QVERIFY(publish(
            u"homeassistant/sensor/kitchen/config"_s,
            R"({"name":"Temperature","uniq_id":"kt1","stat_t":"home/kitchen","val_tpl":"{{ value_json.t }}",)"
            R"("unit_of_meas":"°C","dev_cla":"temperature","dev":{"ids":["kitchen-1"],"name":"Kitchen","mf":"ACME","sw":"1.2"}})",
            true));
        QVERIFY(publish(u"home/kitchen"_s, R"({"t":21.5})"));
        QTRY_VERIFY2_WITH_TIMEOUT(known().contains(u"°C"_s), qPrintable(known()), 5'000);
        bool found = false;
        for (const devices::DeviceRecord &device : m_engine->pipeline().devices().records())
            found = found
                || (device.title() == u"Kitchen"_s && device.manufacturer == u"ACME"_s
                    && device.firmware == u"1.2"_s);
        QVERIFY(found);
    }

    void zigbee2Mqtt()
    {
        QVERIFY(publish(
            u"zigbee2mqtt/bridge/devices"_s,
            R"([{"ieee_address":"0x00158d","friendly_name":"cold store","type":"EndDevice","definition":{"model":"WSDCGQ11LM",)"
            R"("vendor":"Aqara","exposes":[{"type":"numeric","name":"temperature","property":"temperature","unit":"°C","access":1},)"
            R"({"type":"numeric","name":"humidity","property":"humidity","unit":"%","access":1}]}}])",
            true));
        QVERIFY(publish(u"zigbee2mqtt/cold store"_s,
                        R"({"temperature":3.4,"humidity":81.2,"linkquality":120})"));
        QTRY_COMPARE_WITH_TIMEOUT(find(u"cold store"_s, u"temperature"_s).unit, u"°C"_s, 5'000);
        QCOMPARE(last(find(u"cold store"_s, u"humidity"_s)), 81.2);
    }

    void tasmota()
    {
        QVERIFY(publish(
            u"tele/plug7/SENSOR"_s,
            R"({"Time":"2026-11-22T10:00:00","ENERGY":{"Power":131,"Voltage":230},"DS18B20":{"Temperature":20.6},"TempUnit":"C"})"));
        QTRY_VERIFY2_WITH_TIMEOUT(find(u"plug7"_s, u"ENERGY/Power"_s).id != telemetry::noId,
                                  qPrintable(known()), 5'000);
        QCOMPARE(last(find(u"plug7"_s, u"DS18B20/Temperature"_s)), 20.6);
    }

    void senml()
    {
        QFile file(shared(u"captures/senml/ex3.json"_s));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("../shared/data/captures/senml is not there");
        QVERIFY(publish(u"sensors/senml"_s, file.readAll()));
        QTRY_VERIFY2_WITH_TIMEOUT(known().contains(u"| A"_s) && known().contains(u"voltage | V"_s),
                                  qPrintable(known()), 5'000);
    }

    void skabRows()
    {
        const QString csv = shared(u"skab/valve1/0.csv"_s);
        if (!QFile::exists(csv))
            QSKIP("../shared/data/skab is not there");
        QProcess stream;
        stream.start(program(u"pilothouse-fleet"_s),
                     {u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(m_broker->port()), u"--csv"_s, csv,
                      u"--topic"_s, u"skab/bench1/telemetry"_s, u"--speed"_s, u"max"_s});
        QVERIFY(stream.waitForFinished(60'000));
        QVERIFY2(stream.exitCode() == 0, stream.readAllStandardError().constData());
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qsizetype rows = file.readAll().count('\n') - 1;
        QTRY_VERIFY2_WITH_TIMEOUT(find(u"skab/bench1"_s, u"Pressure"_s).id != telemetry::noId,
                                  qPrintable(known()), 5'000);
        const auto series =
            m_engine->pipeline().series().find(find(u"skab/bench1"_s, u"Pressure"_s).id);
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<qsizetype>(series->total()), rows, 10'000);
        // The time is the file's own, not the time of receipt.
        QVERIFY(series->firstTime() < 1'600'000'000 * base::nsPerSecond);
    }

    void theRehearsalFleet()
    {
        QProcess fleet;
        fleet.start(
            program(u"pilothouse-fleet"_s),
            {u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(m_broker->port()), u"--devices"_s, u"40"_s});
        const QSet<QString> before = names(devices::DeviceKind::Device);
        QVERIFY(fleet.waitForStarted());
        // Every device once, under one name, each with its model; edge nodes and bridges apart.
        QTRY_COMPARE_WITH_TIMEOUT(modelsOf(before), expectedModels(), 30'000);
        QCOMPARE(names(devices::DeviceKind::Device).size() - before.size(), 40);
        QCOMPARE(names(devices::DeviceKind::Gateway),
                 QSet<QString>({u"Harbour works/edge-pump-01"_s, u"Harbour works/edge-pump-07"_s,
                                u"North plant/edge-meter-04"_s, u"North plant/edge-meter-08"_s,
                                u"zigbee2mqtt/bridge"_s, u"zigbee2mqtt-hvac-08/bridge"_s}));
        QSet<QString> sites;
        for (const devices::DeviceRecord &device : m_engine->pipeline().devices().records())
            if (device.counts() && !before.contains(device.name) && !device.site.isEmpty())
                sites += device.site;
        QCOMPARE(sites, QSet<QString>({u"Harbour works"_s, u"Depot"_s, u"North plant"_s}));
        QSet<QString> protocols;
        for (const devices::DeviceRecord &device : m_engine->pipeline().devices().records())
            protocols += device.protocol;
        QVERIFY2(protocols.contains(u"Sparkplug B"_s),
                 qPrintable(QStringList(protocols.values()).join(u", ")));
        int withUnit = 0;
        for (const telemetry::SignalInfo &info : m_engine->pipeline().catalogue().signalsFrom(0))
            withUnit += info.unit.isEmpty() ? 0 : 1;
        QVERIFY(withUnit >= 60);
        for (const telemetry::ConfidenceRecord &record :
             m_engine->pipeline().predictions().records()) {
            QVERIFY(!record.model.isEmpty());
            QCOMPARE(record.invalid, 0u);
        }
        fleet.terminate();
        QVERIFY(fleet.waitForFinished(10'000));
    }

    void theLedgerBalances()
    {
        m_engine->pipeline().drain();
        const ingest::LedgerFigures ledger = m_engine->pipeline().totals();
        QString reasons;
        for (const auto &entry : m_engine->pipeline().undecodable())
            reasons += entry.topic + u": "_s + entry.reason + u'\n';
        QVERIFY2(ledger.undecodable == 0, qPrintable(reasons));
        QCOMPARE(ledger.received, ledger.decoded + ledger.kept + ledger.undecodable);
        QCOMPARE(ledger.lost(), 0u);
        QVERIFY(m_engine->historian()->flush().has_value());
        QCOMPARE(m_engine->historian()->status().stored, ledger.handedToStore);
    }
};

QTEST_GUILESS_MAIN(TestZeroConfig)
#include "tst_zeroconfig.moc"
