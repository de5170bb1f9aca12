// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/chain.h"
#include "models/interchange/csvplan.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace interchange;
using telemetry::Quality;

namespace {

/// What came out of a whole file, through the decoder.
struct Imported
{
    quint64 rows = 0;
    QString firstTime;
    QString lastTime;
    std::set<std::string> devices;
    std::vector<std::string> signals_; ///< in order of appearance
    std::map<std::string, std::string> units;
    std::map<std::string, quint64> samples;
    std::map<std::string, quint64> missing;
    std::map<std::string, std::pair<double, double>> firstAndLast;
    std::map<std::string, double> sums;
    QStringList notices;
    quint64 badOutcome = 0;
    quint64 wrongTime = 0;
};

QString iso(TimeNs time)
{
    std::string text;
    appendIso(time, text);
    return QString::fromStdString(text);
}

Imported import(const QString &path, const CsvPlan &plan)
{
    Imported all;
    auto reader = openCsv(path, plan);
    if (!reader)
        return all;
    decode::Chain chain;
    const auto origins = (*reader)->origins();
    std::vector<decode::Mapping> mappings;
    for (const QJsonValue &json :
         QJsonDocument::fromJson(QByteArray::fromStdString(origins.front().mappingsJson)).array())
        mappings.push_back(*decode::Mapping::fromJson(json.toObject()));
    chain.setMappings(mappings);
    decode::Output out;
    telemetry::MessageView message;
    while (true) {
        const auto more = (*reader)->next(message);
        if (!more) {
            qWarning("%s", qPrintable(more.error().text));
            return all;
        }
        if (!*more)
            break;
        chain.decode(message, out);
        all.badOutcome += out.outcome != decode::Outcome::Decoded;
        if (all.rows++ == 0)
            all.firstTime = iso(message.received);
        all.lastTime = iso(message.received);
        for (const decode::Sample &sample : out.samples) {
            all.wrongTime += sample.time != message.received;
            all.devices.insert(std::string(sample.device));
            const std::string name(sample.signal);
            if (all.samples[name]++ == 0)
                all.signals_.push_back(name);
            all.units[name] = sample.unit;
            if (sample.quality == Quality::Missing) {
                ++all.missing[name];
                continue;
            }
            const double value = telemetry::toDouble(sample.value.type, sample.value.bits);
            if (all.samples[name] == 1)
                all.firstAndLast[name].first = value;
            all.firstAndLast[name].second = value;
            all.sums[name] += value;
        }
    }
    all.notices = (*reader)->notices();
    return all;
}

QString shared(const QString &file)
{
    return QStringLiteral(PILOTHOUSE_SHARED_DATA) + u'/' + file;
}

QStringList namesOf(const Imported &all)
{
    QStringList names;
    for (const std::string &name : all.signals_)
        names += QString::fromStdString(name);
    return names;
}

const QString skab = u"Accelerometer1RMS|Accelerometer2RMS|Current|Pressure|Temperature|"
                     "Thermocouple|Voltage|Volume Flow RateRMS"_s;

} // namespace

/// Every table of the shared data comes out with the right columns, times and units by guess alone.
class TestCsvImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeFile_data();
    void wholeFile();
    void noTableIsForgotten();
    void airQualityMissing();
    void turbofan();
    void units();
};

void TestCsvImport::wholeFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("device");
    const auto row = [](const char *file, int rows, const char *first, const char *last,
                        const QString &columns, const char *device) {
        QTest::newRow(file) << QString::fromLatin1(file) << rows << QString::fromLatin1(first)
                            << QString::fromLatin1(last) << columns << QString::fromLatin1(device);
    };
    const QString labelled = skab + u"|anomaly|changepoint"_s;
    row("skab/anomaly-free/anomaly-free.csv", 9405, "2020-02-08T13:30:47Z", "2020-02-08T16:16:47Z",
        skab, "anomaly-free");
    row("skab/other/1.csv", 745, "2020-03-01T15:44:06Z", "2020-03-01T15:57:06Z", labelled, "1");
    row("skab/other/5.csv", 1155, "2020-02-08T16:06:48Z", "2020-02-08T16:26:56Z", labelled, "5");
    row("skab/other/9.csv", 1144, "2020-02-08T17:27:19Z", "2020-02-08T17:47:18Z", labelled, "9");
    row("skab/other/14.csv", 905, "2020-02-08T19:16:28Z", "2020-02-08T19:32:19Z", labelled, "14");
    row("skab/valve1/0.csv", 1147, "2020-03-09T10:14:33Z", "2020-03-09T10:34:32Z", labelled, "0");
    row("skab/valve1/1.csv", 1145, "2020-03-09T10:34:33Z", "2020-03-09T10:54:33Z", labelled, "1");
    row("skab/valve1/2.csv", 1075, "2020-03-09T10:54:34Z", "2020-03-09T11:14:33Z", labelled, "2");
    row("skab/valve2/0.csv", 1125, "2020-03-09T15:56:30Z", "2020-03-09T16:16:29Z", labelled, "0");
    row("nab/artificialNoAnomaly/art_flatline.csv", 4032, "2014-04-01T00:00:00Z",
        "2014-04-14T23:55:00Z", u"value"_s, "art_flatline");
    row("nab/artificialWithAnomaly/art_daily_flatmiddle.csv", 4032, "2014-04-01T00:00:00Z",
        "2014-04-14T23:55:00Z", u"value"_s, "art_daily_flatmiddle");
    row("nab/realKnownCause/ambient_temperature_system_failure.csv", 7267, "2013-07-04T00:00:00Z",
        "2014-05-28T15:00:00Z", u"value"_s, "ambient_temperature_system_failure");
    row("nab/realKnownCause/machine_temperature_system_failure.csv", 22695, "2013-12-02T21:15:00Z",
        "2014-02-19T15:25:00Z", u"value"_s, "machine_temperature_system_failure");
    row("nab/realTraffic/speed_7578.csv", 1127, "2015-09-08T11:39:00Z", "2015-09-17T14:05:00Z",
        u"value"_s, "speed_7578");
    const QString room = u"Temperature|Humidity|Light|CO2|HumidityRatio|Occupancy"_s;
    row("occupancy/datatraining.txt", 8143, "2015-02-04T17:51:00Z", "2015-02-10T09:33:00Z", room,
        "datatraining");
    row("occupancy/datatest.txt", 2665, "2015-02-02T14:19:00Z", "2015-02-04T10:43:00Z", room,
        "datatest");
    row("airquality/AirQualityUCI_rows0001-5000.csv", 5000, "2004-03-10T18:00:00Z",
        "2004-10-05T01:00:00Z",
        u"CO_GT|PT08_S1_CO|NMHC_GT|C6H6_GT|PT08_S2_NMHC|NOx_GT|PT08_S3_NOx|NO2_GT|PT08_S4_NO2|"
        "PT08_S5_O3|T|RH|AH"_s,
        "AirQualityUCI_rows0001-5000");
    row("ai4i/ai4i2020_rows0001-7000.tsv", 7000, "1970-01-01T00:00:00Z", "1970-01-01T01:56:39Z",
        u"UDI|Product ID|Type|Air temperature|Process temperature|Rotational speed|Torque|Tool "
        "wear|Machine failure|TWF|HDF|PWF|OSF|RNF"_s,
        "ai4i2020_rows0001-7000");
    // seq is the sender's sequence number: the decoder watches it for gaps.
    row("edge_replay/occupancy_a.csv", 2577, "2015-02-02T14:19:00Z", "2015-02-04T09:38:00Z",
        u"model_name|model_version|Temperature|Humidity|Light|CO2|HumidityRatio|CO2_ref|"
        "reported_label|reported_confidence"_s,
        "room-01");
    row("edge_replay/occupancy_a_labels.csv", 2600, "2015-02-02T14:19:00Z", "2015-02-04T09:38:00Z",
        u"occupied"_s, "occupancy_a_labels");
    QString cycles = u"column 3"_s;
    for (int i = 4; i <= 26; ++i)
        cycles += u"|column %1"_s.arg(i);
    row("cmapss/train_FD001.txt", 20631, "1970-01-01T00:00:01Z", "1970-01-01T00:03:20Z", cycles,
        "100 devices");
}

void TestCsvImport::wholeFile()
{
    QFETCH(QString, file);
    QFETCH(int, rows);
    if (!QFile::exists(shared(file)))
        QSKIP("The shared data are not beside the checkout.");
    const auto guess = guessCsv(shared(file));
    QVERIFY2(guess, guess ? "" : qPrintable(guess.error().text));
    const Imported all = import(shared(file), guess->plan);
    QCOMPARE(all.rows, static_cast<quint64>(rows));
    QTEST(all.firstTime, "first");
    QTEST(all.lastTime, "last");
    QTEST(namesOf(all).join(u'|'), "columns");
    QFETCH(QString, device);
    if (device == u"100 devices"_s)
        QCOMPARE(all.devices.size(), std::size_t(100));
    else
        QCOMPARE(QString::fromStdString(*all.devices.begin()), device);
    QCOMPARE(all.badOutcome, quint64(0));
    QCOMPARE(all.wrongTime, quint64(0));
    for (const auto &[name, count] : all.samples)
        QVERIFY2(count == all.rows, name.c_str());
    for (const CsvReason &reason : guess->reasons)
        QVERIFY2(!reason.sentence.isEmpty() && reason.confidence > 0 && reason.confidence <= 1,
                 qPrintable(reason.sentence));
    QCOMPARE(guess->preview.size(), std::size_t(50));
    QCOMPARE(iso(guess->previewTimes.front()), all.firstTime);
    // The plan survives being remembered, and is taken for the same header again.
    const auto again = CsvPlan::fromJson(guess->plan.toJson());
    QVERIFY(again);
    QVERIFY(*again == guess->plan);
    const auto remembered = guessCsv(shared(file), {*again});
    QVERIFY(remembered && remembered->plan == guess->plan);
}

/// A table added to the shared data has to get its line above.
void TestCsvImport::noTableIsForgotten()
{
    QSet<QString> tables;
    for (const char *folder :
         {"skab", "nab", "occupancy", "airquality", "cmapss", "ai4i", "edge_replay"}) {
        QDirIterator it(shared(QString::fromLatin1(folder)),
                        {u"*.csv"_s, u"*.tsv"_s, u"train*.txt"_s, u"data*.txt"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            tables.insert(QDir(shared({})).relativeFilePath(it.next()));
    }
    if (tables.isEmpty())
        QSKIP("The shared data are not beside the checkout.");
    QCOMPARE(tables.size(), 21);
}

void TestCsvImport::airQualityMissing()
{
    const QString file = shared(u"airquality/AirQualityUCI_rows0001-5000.csv"_s);
    if (!QFile::exists(file))
        QSKIP("The shared data are not beside the checkout.");
    auto guess = guessCsv(file);
    QVERIFY(guess);
    QVERIFY(guess->plan.time.order == DateOrder::DayFirst);
    QCOMPARE(guess->missingOffers.size(), std::size_t(1));
    QCOMPARE(guess->missingOffers.front().mark, u"-200"_s);
    const Imported before = import(file, guess->plan);
    QCOMPARE(before.missing.size(), std::size_t(0));
    guess->plan.missing.append(guess->missingOffers.front().mark);
    const Imported after = import(file, guess->plan);
    // Counted in the file with awk: '$3==-200', '$5==-200', '$13==-200'.
    QCOMPARE(after.missing.at("CO_GT"), quint64(1168));
    QCOMPARE(after.missing.at("NMHC_GT"), quint64(4086));
    QCOMPARE(after.missing.at("T"), quint64(148));
    QCOMPARE(after.samples.at("T"), quint64(5000));
}

void TestCsvImport::turbofan()
{
    const QString file = shared(u"cmapss/train_FD001.txt"_s);
    if (!QFile::exists(file))
        QSKIP("The shared data are not beside the checkout.");
    const auto guess = guessCsv(file);
    QVERIFY(guess);
    QVERIFY(!guess->plan.dialect.header && guess->plan.dialect.mergeDelimiters);
    const Imported all = import(file, guess->plan);
    QCOMPARE(all.firstAndLast.at("column 26").first, 23.4190);
    QCOMPARE(all.firstAndLast.at("column 26").second, 23.0522);
    QVERIFY(all.devices.contains("1") && all.devices.contains("100"));
    bool said = false;
    for (const CsvReason &reason : guess->reasons)
        said = said || (reason.about == CsvReason::About::Time && reason.confidence < 0.7);
    QVERIFY(said);
    QCOMPARE(all.notices.size(), 1); // 99 engines start anew
    QVERIFY2(all.notices.front().startsWith(u"99 rows are earlier"_s),
             qPrintable(all.notices.front()));
}

void TestCsvImport::units()
{
    const QString file = shared(u"ai4i/ai4i2020_rows0001-7000.tsv"_s);
    if (!QFile::exists(file))
        QSKIP("The shared data are not beside the checkout.");
    const auto guess = guessCsv(file);
    QVERIFY(guess);
    const Imported all = import(file, guess->plan);
    QCOMPARE(all.units.at("Air temperature"), std::string("K"));
    QCOMPARE(all.units.at("Process temperature"), std::string("K"));
    QCOMPARE(all.units.at("Rotational speed"), std::string("rpm"));
    QCOMPARE(all.units.at("Torque"), std::string("N·m"));
    QCOMPARE(all.units.at("Tool wear"), std::string("min"));
    QCOMPARE(all.units.at("UDI"), std::string());
    QCOMPARE(all.firstAndLast.at("Torque").first, 42.8);
    QCOMPARE(all.firstAndLast.at("Torque").second, 36.7);
}

QTEST_GUILESS_MAIN(TestCsvImport)
#include "tst_csvimport.moc"
