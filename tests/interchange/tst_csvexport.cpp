// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/chain.h"
#include "models/interchange/csvexport.h"
#include "models/interchange/csvplan.h"
#include "models/interchange/writers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace interchange;
using telemetry::Quality;
using telemetry::Value;
using telemetry::ValueType;

namespace {

struct Row
{
    std::string device;
    std::string signal;
    std::string unit;
    TimeNs time = 0;
    Value value;
    std::string text;
    Quality quality = Quality::Good;

    SampleRow view() const
    {
        SampleRow row{device, signal, unit, time, value, quality};
        if (value.type == ValueType::Text)
            row.value.text = text;
        return row;
    }
    QString shown() const
    {
        return QStringLiteral("%1 %2 [%3] %4 type %5 bits %6 \"%7\" q%8")
            .arg(QString::fromStdString(device), QString::fromStdString(signal),
                 QString::fromStdString(unit))
            .arg(time)
            .arg(int(value.type))
            .arg(value.bits, 0, 16)
            .arg(QString::fromStdString(text))
            .arg(int(quality));
    }
};

QStringList shown(const std::vector<Row> &rows)
{
    QStringList out;
    for (const Row &row : rows)
        out += row.shown();
    return out;
}

/// Guess, read, decode: what a person gets who imports the file again.
std::vector<Row> importAgain(const QString &path)
{
    std::vector<Row> rows;
    const auto guess = guessCsv(path);
    auto reader = guess
        ? openCsv(path, guess->plan)
        : base::Result<std::unique_ptr<MessageReader>>(tl::unexpected(guess.error()));
    if (!reader) {
        qWarning("%s", qPrintable(reader.error().text));
        return rows;
    }
    decode::Chain chain;
    std::vector<decode::Mapping> mappings;
    const std::string json = (*reader)->origins().front().mappingsJson;
    for (const QJsonValue &value : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array())
        mappings.push_back(*decode::Mapping::fromJson(value.toObject()));
    chain.setMappings(mappings);
    decode::Output out;
    telemetry::MessageView message;
    while ((*reader)->next(message).value_or(false)) {
        chain.decode(message, out);
        for (const decode::Sample &sample : out.samples) {
            Row &row = rows.emplace_back(Row{std::string(sample.device), std::string(sample.signal),
                                             std::string(sample.unit), sample.time, sample.value,
                                             std::string(sample.value.text), sample.quality});
            if (row.quality == Quality::Missing || row.value.type == ValueType::Text)
                row.value.bits = 0;
            if (row.quality == Quality::Missing)
                row.value.type = ValueType::Double;
        }
    }
    for (const QString &notice : (*reader)->notices())
        if (!notice.contains(u"are earlier than"_s))
            qWarning("%s", qPrintable(notice));
    return rows;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr TimeNs start = 1'714'564'800'123'456'789;

} // namespace

class TestCsvExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longForm();
    void longFormOfRandomDoubles();
    void formulas_data();
    void formulas();
    void wideForm();
    void jsonSamples();
    void empty();
};

void TestCsvExport::longForm()
{
    const std::vector<Row> rows{
        {"pump 1", "temp/inner", "°C", start, Value::real(21.5), {}},
        {"pump 1", "whole", "", start, Value::real(5), {}},
        {"pump 1", "tiny", "V", start + 1, Value::real(5e-324), {}},
        {"pump 1", "huge", "V", start + 1, Value::real(-1.7976931348623157e308), {}},
        {"=cmd|x", "@sum", "-", start, Value::integer(-42), {}},
        {"a,b\"c", "+1\n2", "'q", 1, Value::integer(INT64_MIN), {}},
        {"'quote", "''two", "%", start, Value::natural(UINT64_MAX), {}},
        {"pump 1", "flag", "", start, Value::boolean(true), {}, Quality::Suspect},
        {"pump 1", "flag", "", start, Value::boolean(false), {}, Quality::Fail},
        {"pump 1", "mode", "", start, Value::string({}), "=1+2", Quality::Stale},
        {"pump 1", "mode", "", start, Value::string({}), "NA"},
        {"pump 1", "mode", "", start, Value::string({}), ""},
        {"pump 1", "mode", "", start, Value::string({}), " two\r\nlines, \"quoted\"; ä ",
         Quality::Unknown},
        {"pump 1", "gone", "bar", start, Value::real(0), {}, Quality::Missing},
        {"temperature", "state", "", start, Value::real(1.25), {}}, // words of topics
    };
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    auto writer = createCsvLong(path);
    QVERIFY(writer);
    for (const Row &row : rows)
        QVERIFY((*writer)->write(row.view()));
    QVERIFY(!QFile::exists(path)); // only when it is complete
    QVERIFY((*writer)->finish());
    QCOMPARE((*writer)->bytesWritten(), quint64(QFile(path).size()));
    QVERIFY(contents(path).startsWith("time,deviceId,signal,value,unit,quality,type\r\n"
                                      "2024-05-01T12:00:00.123456789Z,pump 1,temp/inner,21.5,°C,"
                                      "good,double\r\n"));
    QCOMPARE(shown(importAgain(path)), shown(rows));
}

void TestCsvExport::longFormOfRandomDoubles()
{
    QRandomGenerator random(7);
    std::vector<Row> rows;
    while (rows.size() < 5'000) {
        const double value = std::bit_cast<double>(random.generate64());
        if (std::isfinite(value))
            rows.push_back(
                {"d", "s", "", start + static_cast<TimeNs>(rows.size()), Value::real(value), {}});
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    auto writer = createCsvLong(path);
    for (const Row &row : rows)
        QVERIFY((*writer)->write(row.view()));
    QVERIFY((*writer)->finish());
    const std::vector<Row> back = importAgain(path);
    QCOMPARE(back.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(back[i].shown(), rows[i].shown());
}

void TestCsvExport::formulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const char *text, const char *cell) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(cell);
    };
    row("plain", "plain", "plain");
    row("equals", "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
    row("plus", "+1", "'+1");
    row("minus", "-1", "'-1");
    row("at", "@SUM(1)", "'@SUM(1)");
    row("tab", "\t=1", "\"'\t=1\"");
    row("return", "\r=1", "\"'\r=1\"");
    row("quote", "'x", "''x");
    row("comma", "a,b", "\"a,b\"");
    row("semicolon", "a;=1", "\"a;=1\""); // a delimiter in half of Europe
    row("inside", "a=1", "a=1");
    row("empty", "", "");
}

void TestCsvExport::formulas()
{
    QFETCH(QByteArray, text);
    std::string cell;
    appendCsvText(text.toStdString(), cell);
    QTEST(QByteArray::fromStdString(cell), "cell");
    std::string bare = cell;
    if (bare.starts_with('"')) {
        bare = bare.substr(1, bare.size() - 2);
        for (std::size_t at = bare.find("\"\""); at != std::string::npos;
             at = bare.find("\"\"", at + 1))
            bare.erase(at, 1);
    }
    QCOMPARE(QByteArray::fromStdString(std::string(withoutPrefix(bare))), text);
}

void TestCsvExport::wideForm()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    auto writer =
        createCsvWide(path, {{"temp", "°C"}, {"=flow", "l/min"}, {"mode", ""}, {"on", ""}});
    const std::vector<Row> rows{
        {"a", "temp", "°C", start, Value::real(1.5), {}},
        {"a", "=flow", "l/min", start, Value::integer(7), {}},
        {"a", "mode", "", start, Value::string({}), "-auto"},
        {"b", "temp", "°C", start, Value::real(2), {}},
        {"b", "on", "", start, Value::boolean(true), {}},
        {"b", "temp", "°C", start + 1, Value::real(0), {}, Quality::Missing},
        {"b", "temp", "°C", start + 1, Value::real(3.25), {}}, // twice at one time: two rows
    };
    for (const Row &row : rows)
        QVERIFY((*writer)->write(row.view()));
    const Row stray{"b", "other", "", start + 2, Value::real(1), {}};
    QVERIFY((*writer)->write(stray.view()));
    QVERIFY((*writer)->finish());
    QCOMPARE(contents(path),
             QByteArray("time,deviceId,temp [°C],'=flow [l/min],mode,on\r\n"
                        "2024-05-01T12:00:00.123456789Z,a,1.5,7,'-auto,\r\n"
                        "2024-05-01T12:00:00.123456789Z,b,2.0,,,true\r\n"
                        "2024-05-01T12:00:00.12345679Z,b,NA,,,\r\n"
                        "2024-05-01T12:00:00.12345679Z,b,3.25,,,\r\n"));
    QCOMPARE((*writer)->notices(),
             QStringList(u"1 samples are of signals that have no column and were left out. Place: "
                         "b/other."_s));
    QCOMPARE(shown(importAgain(path)), shown(rows));
}

void TestCsvExport::jsonSamples()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    auto writer = createJsonLinesSamples(path);
    QVERIFY((*writer)->write(Row{"d\"", "s", "°C", start, Value::real(2), {}}.view()));
    const Row text{"d", "s", "", start, Value::string({}), "a\nb", Quality::Stale};
    QVERIFY((*writer)->write(text.view()));
    QVERIFY(
        (*writer)->write(Row{"d", "s", "", start, Value::real(1), {}, Quality::Missing}.view()));
    QVERIFY((*writer)->write(
        Row{"d", "s", "", start, Value::real(std::numeric_limits<double>::infinity()), {}}.view()));
    QVERIFY((*writer)->finish());
    const QByteArray time = "{\"time\":1714564800123456789,";
    QCOMPARE(contents(path),
             time
                 + "\"device\":\"d\\\"\",\"signal\":\"s\",\"value\":2.0,\"unit\":\"°C\","
                   "\"quality\":\"good\"}\n"
                 + time
                 + "\"device\":\"d\",\"signal\":\"s\",\"value\":\"a\\nb\",\"unit\":\"\","
                   "\"quality\":\"stale\"}\n"
                 + time
                 + "\"device\":\"d\",\"signal\":\"s\",\"value\":null,\"unit\":\"\",\"quality\":"
                   "\"missing\"}\n"
                 + time
                 + "\"device\":\"d\",\"signal\":\"s\",\"value\":\"inf\",\"unit\":\"\",\"quality\":"
                   "\"good\"}\n");
}

void TestCsvExport::empty()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    {
        auto writer = createCsvLong(path);
        QVERIFY((*writer)->finish());
    }
    QCOMPARE(contents(path), QByteArray("time,deviceId,signal,value,unit,quality,type\r\n"));
    {
        auto unfinished = createCsvLong(folder.filePath(u"never.csv"_s));
        QVERIFY((*unfinished)->write(Row{"d", "s", "", 0, Value::real(1), {}}.view()));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"out.csv"_s));
}

QTEST_GUILESS_MAIN(TestCsvExport)
#include "tst_csvexport.moc"
