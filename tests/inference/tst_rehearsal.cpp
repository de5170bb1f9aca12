// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/csvrows.h"
#include "app/fleet/csvstream.h"
#include "app/fleet/dialect/senml.h"
#include "app/fleet/options.h"
#include "app/fleet/snapshotimage.h"

#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <sstream>

using namespace Qt::StringLiterals;
using fleet::MachineKind;

namespace {

std::vector<fleet::Measured> readingOf(fleet::Machine &machine)
{
    std::vector<fleet::Measured> values(machine.quantities().size());
    machine.read(values);
    return values;
}

double meanOf(MachineKind kind, std::string_view quantity, int condition, double severity)
{
    double sum = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto machine = fleet::makeMachine(kind, seed);
        machine->setCondition(condition, severity);
        machine->settle(0.3);
        machine->step(1, 43'200);
        const auto values = readingOf(*machine);
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += machine->quantities()[i].id == quantity ? values[i].real : 0;
    }
    return sum / 50;
}

} // namespace

class RehearsalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsShowInTheRightQuantity_data();
    void faultsShowInTheRightQuantity();
    void staysPlausibleForADay_data();
    void staysPlausibleForADay();
    void meterCountsWhatItMeasures();
    void seedRepeats();
    void senmlFormsAgree();
    void picturesAreJpeg();
    void numbersKeepTheirDigits_data();
    void numbersKeepTheirDigits();
    void rowsFollowRfc4180();
    void timesAreFound_data();
    void timesAreFound();
    void csvBecomesMessages();
    void ordersAreChecked_data();
    void ordersAreChecked();
};

void RehearsalTest::faultsShowInTheRightQuantity_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<int>("condition");
    QTest::addColumn<double>("ratio"); // faulty against healthy: above 1 at least, below 1 at most
    QTest::newRow("wear shakes the pump")
        << int(MachineKind::Pump) << u"vibration_rms"_s << 1 << 2.0;
    QTest::newRow("wear costs head")
        << int(MachineKind::Pump) << u"discharge_pressure"_s << 1 << 0.97;
    QTest::newRow("wear heats the motor")
        << int(MachineKind::Pump) << u"motor_temperature"_s << 1 << 1.08;
    QTest::newRow("cavitation is low suction")
        << int(MachineKind::Pump) << u"suction_pressure"_s << 2 << 0.5;
    QTest::newRow("clogged filter chokes air")
        << int(MachineKind::Hvac) << u"air_flow"_s << 2 << 0.7;
    QTest::newRow("imbalance empties a phase")
        << int(MachineKind::Meter) << u"current_l2"_s << 1 << 0.5;
    QTest::newRow("harmonics distort") << int(MachineKind::Meter) << u"current_thd"_s << 2 << 4.0;
    QTest::newRow("damaged ring is peaky")
        << int(MachineKind::Bearing) << u"kurtosis"_s << 2 << 1.5;
    QTest::newRow("unbalanced rotor shakes")
        << int(MachineKind::Bearing) << u"acceleration_rms"_s << 1 << 2.0;
    QTest::newRow("stain darkens") << int(MachineKind::Surface) << u"brightness"_s << 3 << 0.97;
}

void RehearsalTest::faultsShowInTheRightQuantity()
{
    QFETCH(const int, kind);
    QFETCH(const QString, quantity);
    QFETCH(const int, condition);
    QFETCH(const double, ratio);
    const auto machine = static_cast<MachineKind>(kind);
    const std::string name = quantity.toStdString();
    const double measured =
        meanOf(machine, name, condition, 0.9) / meanOf(machine, name, condition, 0);
    QVERIFY2(ratio > 1 ? measured >= ratio : measured <= ratio,
             qPrintable(QString::number(measured)));
}

void RehearsalTest::staysPlausibleForADay_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < fleet::machineKinds; ++kind)
        QTest::newRow(fleet::machineKindName(static_cast<MachineKind>(kind)).data()) << kind;
}

void RehearsalTest::staysPlausibleForADay()
{
    QFETCH(const int, kind);
    const auto machine = fleet::makeMachine(static_cast<MachineKind>(kind), 3);
    for (int second = 0; second < 86'400; second += 30) {
        machine->step(30, second);
        const auto values = readingOf(*machine);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto &quantity = machine->quantities()[i];
            QVERIFY(std::isfinite(values[i].real));
            const bool percent = quantity.unit == "%" && quantity.id != "valve";
            QVERIFY(!percent || (values[i].real >= 0 && values[i].real <= 100));
            QVERIFY(quantity.unit != "°C" || (values[i].real > -25 && values[i].real < 95));
            QVERIFY(quantity.unit != "V" || std::abs(values[i].real - 230) < 23);
        }
    }
}

void RehearsalTest::meterCountsWhatItMeasures()
{
    const auto machine = fleet::makeMachine(MachineKind::Meter, 11);
    const auto before = readingOf(*machine);
    double energy = 0; // µWh
    for (int second = 1; second <= 600; ++second) {
        machine->step(1, 43'200);
        energy += readingOf(*machine)[6].real * 1e6 / 3600;
    }
    const std::int64_t counted = readingOf(*machine).back().counter - before.back().counter;
    QVERIFY(std::abs(static_cast<double>(counted) / energy - 1) < 0.01);
    QVERIFY(before.back().counter > (std::int64_t(1) << 53));
}

void RehearsalTest::seedRepeats()
{
    const auto one = fleet::makeMachine(MachineKind::Pump, 5);
    const auto two = fleet::makeMachine(MachineKind::Pump, 5);
    const auto other = fleet::makeMachine(MachineKind::Pump, 6);
    QCOMPARE(readingOf(*one)[1].real, readingOf(*two)[1].real);
    QVERIFY(readingOf(*one)[1].real != readingOf(*other)[1].real);
}

void RehearsalTest::senmlFormsAgree()
{
    auto model = fleet::EdgeModel::open("energy-anomaly", "1.1.0");
    QVERIFY(model);
    fleet::Device device("meter-77", "Depot", fleet::makeMachine(MachineKind::Meter, 2), *model, 3);
    fleet::Snapshot now;
    now.timeMs = 1'763'800'000'123;
    QVERIFY(device.sample(1, 43'200, now));
    QVERIFY(now.verdict.valid);
    QVERIFY(now.verdict.confidence > 0.5 && now.verdict.confidence <= 1);
    const QByteArray text = QByteArray::fromStdString(fleet::senmlJson(device, now));
    const QJsonArray json = QJsonDocument::fromJson(text).array();
    const QCborArray cbor =
        QCborValue::fromCbor(QByteArray::fromStdString(fleet::senmlCbor(device, now))).toArray();
    QCOMPARE(cbor.size(), json.size());
    QCOMPARE(cbor.at(0).toMap().value(-2).toString(),
             json.at(0).toObject().value(u"bn").toString());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QCborMap map = cbor.at(i).toMap();
        QCOMPARE(map.value(0).toString(), json.at(i).toObject().value(u"n").toString());
        if (!map.value(2).isTag() || !json.at(i).toObject().contains(u"v"))
            continue;
        const QCborArray fraction =
            map.value(2).taggedValue().toArray(); // tag 4: exponent, mantissa
        const double value = static_cast<double>(fraction.at(1).toInteger())
            * std::pow(10.0, static_cast<double>(fraction.at(0).toInteger()));
        QVERIFY(std::abs(value - json.at(i).toObject().value(u"v").toDouble())
                < 1e-9 * std::abs(value) + 1e-9);
    }
    // The energy register keeps all its digits in both.
    const QByteArray counter = QByteArray::number(static_cast<qint64>(now.values.back().counter));
    QVERIFY(text.contains(QByteArray("\"v\":" + counter)));
    QCOMPARE(cbor.at(10).toMap().value(2).toInteger(),
             static_cast<qint64>(now.values.back().counter));
}

void RehearsalTest::picturesAreJpeg()
{
    const auto camera = fleet::makeMachine(MachineKind::Surface, 4);
    const std::string jpeg = fleet::encodeJpeg(camera->picture(), 4);
    QVERIFY(jpeg.size() > 500 && jpeg.size() < 30'000);
    QVERIFY(jpeg.starts_with("\xff\xd8\xff"));
    QVERIFY(jpeg.ends_with("\xff\xd9"));
    QVERIFY(fleet::encodeJpeg(camera->picture().first(7), 4).empty());
}

void RehearsalTest::numbersKeepTheirDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    QTest::newRow("as it stands") << u"0.0265878"_s << u"0.0265878"_s;
    QTest::newRow("trailing zero") << u"32.0"_s << u"32.0"_s;
    QTest::newRow("beyond double") << u"9007199254740993.10"_s << u"9007199254740993.10"_s;
    QTest::newRow("decimal comma") << u"-1,50"_s << u"-1.50"_s;
    QTest::newRow("plus and no zero") << u"+.5"_s << u"0.5"_s;
    QTest::newRow("leading zeros") << u"007"_s << u"7"_s;
    QTest::newRow("exponent") << u"1.5E-3"_s << u"1.5E-3"_s;
    QTest::newRow("point at the end") << u"3."_s << u"3"_s;
    QTest::newRow("not a number") << u"nan"_s << QString();
    QTest::newRow("a date") << u"2020-03-09"_s << QString();
    QTest::newRow("sign only") << u"-"_s << QString();
    QTest::newRow("huge exponent") << u"1e99999"_s << QString();
}

void RehearsalTest::numbersKeepTheirDigits()
{
    QFETCH(const QString, text);
    QFETCH(const QString, json);
    QCOMPARE(QString::fromStdString(fleet::jsonNumber(text.toStdString(), true)), json);
}

void RehearsalTest::rowsFollowRfc4180()
{
    std::istringstream in("\xef\xbb\xbf"
                          "a;b;c\r\n1;\"x;\"\"y\"\"\nz\";3\r\n\r\n4;;\n");
    fleet::CsvRows rows(in);
    QCOMPARE(rows.separator(), ';');
    std::vector<std::string> fields;
    QVERIFY(rows.next(fields));
    QCOMPARE(fields, (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(rows.next(fields));
    QCOMPARE(fields, (std::vector<std::string>{"1", "x;\"y\"\nz", "3"}));
    QVERIFY(rows.next(fields));
    QCOMPARE(fields, (std::vector<std::string>{""}));
    QVERIFY(rows.next(fields));
    QCOMPARE(fields, (std::vector<std::string>{"4", "", ""}));
    QVERIFY(!rows.next(fields));
}

void RehearsalTest::timesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time");
    QTest::newRow("SKAB") << u"2020-03-09 10:14:33"_s << qint64(1583748873000);
    QTest::newRow("ISO with zone") << u"2020-03-09T11:14:33.250+01:00"_s << qint64(1583748873250);
    QTest::newRow("seconds") << u"1583748873.5"_s << qint64(1583748873500);
    QTest::newRow("milliseconds") << u"1583748873500"_s << qint64(1583748873500);
    QTest::newRow("no time") << u"12"_s << qint64(-1);
    QTest::newRow("words") << u"yesterday"_s << qint64(-1);
}

void RehearsalTest::timesAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, time);
    QCOMPARE(fleet::csvTime(text.toStdString()).value_or(-1), time);
}

void RehearsalTest::csvBecomesMessages()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"rows.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("datetime;unit;flow rate;state\n2020-03-09 10:14:33;p1;32,10;on\n2020-03-09 "
               "10:14:35;p/2;;off\n");
    file.close();
    fleet::CsvOptions options;
    options.file = path;
    options.topic = "rig";
    options.deviceColumn = u"unit"_s;
    auto messages = fleet::CsvMessages::open(options);
    QVERIFY(messages);
    fleet::Message message;
    double due = -1;
    QVERIFY((*messages)->next(0, message, due));
    QCOMPARE(message.topic, std::string("rig/p1"));
    QCOMPARE(message.payload,
             std::string(R"({"ts":1583748873000,"deviceId":"p1","flow rate":32.10,"state":"on"})"));
    QCOMPARE(due, 0.0);
    QVERIFY((*messages)->next(0, message, due));
    QCOMPARE(message.topic, std::string("rig/p_2"));
    QCOMPARE(message.payload,
             std::string(R"({"ts":1583748875000,"deviceId":"p/2","state":"off"})"));
    QCOMPARE(due, 2.0);
    QVERIFY(!(*messages)->next(0, message, due));
    options.timeColumn = u"nothing"_s;
    QVERIFY(!fleet::CsvMessages::open(options));
}

void RehearsalTest::ordersAreChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("fine");
    QTest::newRow("nothing") << QStringList{} << true;
    QTest::newRow("fault") << QStringList{u"--fault"_s, u"drift:pump-01:30:120"_s} << true;
    QTest::newRow("unknown fault") << QStringList{u"--fault"_s, u"melt:pump-01"_s} << false;
    QTest::newRow("fault without device") << QStringList{u"--fault"_s, u"drift"_s} << false;
    QTest::newRow("fault in the past") << QStringList{u"--fault"_s, u"drift:pump-01:-3"_s} << false;
    QTest::newRow("no devices") << QStringList{u"--devices"_s, u"0"_s} << false;
    QTest::newRow("wrong scheme") << QStringList{u"--url"_s, u"http://127.0.0.1"_s} << false;
    QTest::newRow("wrong scenario") << QStringList{u"--scenario"_s, u"panic"_s} << false;
    QTest::newRow("fastest rows") << QStringList{u"--csv"_s, u"x"_s, u"--speed"_s, u"max"_s}
                                  << true;
    QTest::newRow("fastest fleet") << QStringList{u"--speed"_s, u"max"_s} << false;
    QTest::newRow("wildcard topic")
        << QStringList{u"--csv"_s, u"x"_s, u"--topic"_s, u"a/#"_s} << false;
}

void RehearsalTest::ordersAreChecked()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, fine);
    const auto options = fleet::parseOptions(QStringList{u"pilothouse-fleet"_s} + arguments);
    QCOMPARE(options.has_value(), fine);
    QVERIFY(fine || !options.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_rehearsal.moc"
