// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/inference.h"
#include "models/decode/mapping.h"
#include "models/decode/timetext.h"
#include "models/decode/units.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDecodeParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time");
        constexpr qint64 at = 1'700'000'000 * base::nsPerSecond;
        QTest::newRow("seconds") << QByteArray("1700000000") << at;
        QTest::newRow("milliseconds") << QByteArray("1700000000123") << at + 123 * base::nsPerMs;
        QTest::newRow("microseconds")
            << QByteArray("1700000000123456") << at + 123'456 * base::nsPerUs;
        QTest::newRow("nanoseconds") << QByteArray("1700000000123456789") << at + 123'456'789;
        QTest::newRow("fraction") << QByteArray("1700000000.001") << at + base::nsPerMs;
        QTest::newRow("zulu") << QByteArray("2023-11-14T22:13:20Z") << at;
        QTest::newRow("zone") << QByteArray("2023-11-15T03:43:20+05:30") << at;
        QTest::newRow("west") << QByteArray("2023-11-14T14:13:20.000000001-0800") << at + 1;
        QTest::newRow("blank") << QByteArray("2023-11-14 22:13:20") << at;
        QTest::newRow("basic") << QByteArray("20231114T221320Z") << at;
        QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z")
                                  << qint64(1'709'164'800 * base::nsPerSecond);
        for (const char *bad :
             {"", "12", "2023-13-01T00:00:00Z", "2023-11-14", "2023-11-14T22:13:20X", "12:30:00",
              "99999999999999999999", "2023-11-14T25:00:00Z", "inf", "nan"})
            QTest::newRow(qPrintable(u"not “%1”"_s.arg(QLatin1StringView(bad))))
                << QByteArray(bad) << qint64(base::noTime);
    }
    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, time);
        QCOMPARE(decode::timeOfText({text.constData(), static_cast<std::size_t>(text.size())}),
                 time);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<bool>("matches");
        QTest::newRow("same") << QByteArray("a/b") << QByteArray("a/b") << true;
        QTest::newRow("plus") << QByteArray("a/+/c") << QByteArray("a/x/c") << true;
        QTest::newRow("plus is one level") << QByteArray("a/+") << QByteArray("a/x/c") << false;
        QTest::newRow("hash") << QByteArray("a/#") << QByteArray("a/x/c") << true;
        QTest::newRow("hash is also the parent") << QByteArray("a/#") << QByteArray("a") << true;
        QTest::newRow("all") << QByteArray("#") << QByteArray("a/b") << true;
        QTest::newRow("not the system") << QByteArray("#") << QByteArray("$SYS/a") << false;
        QTest::newRow("empty level") << QByteArray("+/a") << QByteArray("/a") << true;
        QTest::newRow("longer") << QByteArray("a/b/c") << QByteArray("a/b") << false;
    }
    void filters()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, topic);
        QTEST(decode::matchesFilter(filter.toStdString(), topic.toStdString()), "matches");
    }

    void units_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("unit");
        QTest::newRow("temperature_c") << QByteArray("temperature_c") << u"°C"_s;
        QTest::newRow("vitamin_c") << QByteArray("vitamin_c") << QString();
        QTest::newRow("camel case") << QByteArray("pressureKPa") << u"kPa"_s;
        QTest::newRow("pressure_kpa") << QByteArray("pressure_kpa") << u"kPa"_s;
        QTest::newRow("temp_min is a minimum") << QByteArray("temp_min") << QString();
        QTest::newRow("a unit alone") << QByteArray("bar") << QString();
        QTest::newRow("no name") << QByteArray("") << QString();
    }
    void units()
    {
        QFETCH(QByteArray, name);
        const std::string_view unit =
            decode::unitFromName({name.constData(), static_cast<std::size_t>(name.size())});
        QTEST(QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())), "unit");
    }

    /// A payload full of answers must not cost the square of their number.
    void manyAnswersInOneMessage()
    {
        constexpr int answers = 20'000;
        decode::Output out;
        for (int i = 0; i < answers; ++i) {
            const std::string path = "m" + std::to_string(i) + "/";
            decode::Sample sample;
            sample.device = "d";
            sample.signal = out.keep(path, "confidence");
            sample.value = telemetry::Value::real(0.5);
            out.samples.push_back(sample);
            sample.signal = out.keep(path, "label");
            sample.value = telemetry::Value::string("ok");
            out.samples.push_back(sample);
        }
        QElapsedTimer timer;
        timer.start();
        decode::findPredictions(out, 0, nullptr);
        QCOMPARE(out.predictions.size(), std::size_t(answers));
        for (int i = 0; i < answers; ++i) {
            QCOMPARE(out.predictions[std::size_t(i)].confidenceSample, 2 * i);
            QCOMPARE(out.predictions[std::size_t(i)].labelSample, 2 * i + 1);
        }
        // Linear takes some ten milliseconds, the square of it minutes.
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestDecodeParts)
#include "tst_decodeparts.moc"
