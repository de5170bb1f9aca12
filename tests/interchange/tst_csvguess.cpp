// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvplan.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace interchange;

namespace {

std::unique_ptr<QIODevice> bytes(const QByteArray &text)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// Topic and payload of each row, or the error.
struct Rows
{
    QStringList lines;
    std::vector<TimeNs> times;
    QStringList notices;
    QString error;
};

Rows read(const QByteArray &text, const CsvPlan &plan)
{
    Rows rows;
    auto reader = openCsv(bytes(text), u"file"_s, plan);
    if (!reader) {
        rows.error = reader.error().text;
        return rows;
    }
    telemetry::MessageView message;
    while (true) {
        const auto more = (*reader)->next(message);
        if (!more)
            rows.error = more.error().text;
        if (!more || !*more)
            break;
        rows.lines += QString::fromUtf8(message.topic.data(), qsizetype(message.topic.size()))
            + u' ' + QString::fromUtf8(message.payload.data(), qsizetype(message.payload.size()));
        rows.times.push_back(message.received);
    }
    rows.notices = (*reader)->notices();
    if ((*reader)->bytesTotal() > 0 && rows.error.isEmpty()
        && (*reader)->bytesRead() != (*reader)->bytesTotal())
        rows.error = u"bytesRead() does not reach the end"_s;
    return rows;
}

Rows guessAndRead(const QByteArray &text)
{
    const auto guess = guessCsv(text, u"file"_s);
    if (!guess)
        return {.lines = {}, .times = {}, .notices = {}, .error = guess.error().text};
    return read(text, guess->plan);
}

} // namespace

class TestCsvGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRow_data();
    void firstRow();
    void headerUnits_data();
    void headerUnits();
    void dates_data();
    void dates();
    void summerTime();
    void encodings();
    void longQuotes();
    void missingAndOddCells();
    void hostileNames();
    void badRowsAreCounted();
    void refusals_data();
    void refusals();
    void changedPlan();
    void damagedPlan();
};

void TestCsvGuess::firstRow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("italian") << QByteArray(
        "Date;Time;CO(GT);PT08.S1(CO);T;;\r\n10/03/2004;18.00.00;2,6;1360;13,6;;\r\n"
        "10/03/2004;19.00.00;2;1292;13,3;;\r\n13/03/2004;20.00.00;2,2;1402;11,9;;\r\n;;;;;;\r\n")
                             << u"csv/file {\"ts\":\"2004-03-10T18:00:00Z\",\"deviceId\":\"file\","
                                "\"CO(GT)\":2.6,\"PT08.S1(CO)\":1360,\"T\":13.6}"_s;
    QTest::newRow("exact digits")
        << QByteArray("time,a,b,c,d\n2024-05-01T12:00:00.123456789Z,1.10,-.5,+7,"
                      "12345678901234567890.000000000001\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00.123456789Z\",\"deviceId\":\"file\",\"a\":1.10,"
           "\"b\":-0.5,\"c\":7,\"d\":12345678901234567890.000000000001}"_s;
    QTest::newRow("unix seconds") << QByteArray("t,x\n1714564800,1\n1714564801,2\n")
                                  << u"csv/file {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":"
                                     "\"file\",\"x\":1}"_s;
    QTest::newRow("unix seconds with fraction")
        << QByteArray("t,x\n1714564800.000000001,1\n1714564801.5,2\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00.000000001Z\",\"deviceId\":\"file\",\"x\":1}"_s;
    QTest::newRow("unix milliseconds")
        << QByteArray("stamp,x\n1714564800001,1\n1714564801000,2\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00.001Z\",\"deviceId\":\"file\",\"x\":1}"_s;
    QTest::newRow("unix microseconds")
        << QByteArray("time,x\n1714564800000001,1\n1714564801000000,2\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00.000001Z\",\"deviceId\":\"file\",\"x\":1}"_s;
    QTest::newRow("unix nanoseconds")
        << QByteArray("time,x\n1714564800000000001,1\n1714564801000000000,2\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00.000000001Z\",\"deviceId\":\"file\",\"x\":1}"_s;
    QTest::newRow("elapsed")
        << QByteArray("Time (ms)\tx\n0\t1\n250\t2\n")
        << u"csv/file {\"ts\":\"1970-01-01T00:00:00Z\",\"deviceId\":\"file\",\"x\":1}"_s;
    QTest::newRow("device column")
        << QByteArray("ts|deviceId|on|mode\n2024-05-01 12:00|pump 7/a|TRUE|auto\n")
        << u"csv/pump 7%2Fa {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":\"pump 7/a\",\"on\":true,"
           "\"mode\":\"auto\"}"_s;
    QTest::newRow("title lines")
        << QByteArray("Logger 5\nmade by hand\n\ntime;x;y\n2024-05-01 12:00:00;1;2\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":\"file\",\"x\":1,\"y\":2}"_s;
    QTest::newRow("one column") << QByteArray("x\n5\n6\n")
                                << u"csv/file {\"ts\":\"1970-01-01T00:00:00Z\",\"deviceId\":"
                                   "\"file\",\"x\":5}"_s;
    QTest::newRow("quoted comma")
        << QByteArray("time,note,x\n2024-05-01 12:00:00,\"a, \"\"b\"\"\nc\",1\n")
        << u"csv/file {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":\"file\",\"note\":\"a, "
           "\\\"b\\\"\\nc\",\"x\":1}"_s;
    QTest::newRow("units") << QByteArray("time,Temp (C),flow [l/min]\n2024-05-01 12:00:00,1.5,2\n")
                           << u"csv/file {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":\"file\","
                              "\"Temp\":1.5,\"Temp_unit\":\"°C\",\"flow\":2,\"flow_unit\":"
                              "\"l/min\"}"_s;
}

void TestCsvGuess::firstRow()
{
    QFETCH(QByteArray, text);
    const Rows rows = guessAndRead(text);
    QCOMPARE(rows.error, QString());
    QVERIFY(!rows.lines.isEmpty());
    QTEST(rows.lines.front(), "line");
}

void TestCsvGuess::headerUnits_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("unit");
    QTest::newRow("round") << u"Temp (C)"_s << u"Temp"_s << u"°C"_s;
    QTest::newRow("gas") << u"CO(GT)"_s << u"CO(GT)"_s << u""_s;
    QTest::newRow("degC") << u"Temperature [degC]"_s << u"Temperature"_s << u"°C"_s;
    QTest::newRow("no unit") << u"Volume Flow RateRMS"_s << u"Volume Flow RateRMS"_s << u""_s;
    QTest::newRow("any in square") << u"Load [kg/m]"_s << u"Load"_s << u"kg/m"_s;
    QTest::newRow("index") << u"speed [2]"_s << u"speed [2]"_s << u""_s;
    QTest::newRow("suffix") << u"pressure_bar"_s << u"pressure_bar"_s << u"bar"_s;
    QTest::newRow("mean") << u"Pressure (mean)"_s << u"Pressure (mean)"_s << u""_s;
}

void TestCsvGuess::headerUnits()
{
    QFETCH(QString, header);
    const QByteArray text = "time;" + header.toUtf8() + "\n2024-05-01 12:00:00;1\n";
    const auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    QCOMPARE(guess->plan.columns[1].header, header);
    QTEST(guess->plan.columns[1].name, "name");
    QTEST(guess->plan.columns[1].unit, "unit");
}

void TestCsvGuess::dates_data()
{
    QTest::addColumn<QByteArray>("times"); // of rows, one a line
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("sure");
    QTest::newRow("day above 12") << QByteArray("1/2/2024 00:00\n13/2/2024 00:00")
                                  << QByteArray("2024-02-01T00:00:00Z") << true;
    QTest::newRow("month first") << QByteArray("1/2/2024 00:00\n1/13/2024 00:00")
                                 << QByteArray("2024-01-02T00:00:00Z") << true;
    QTest::newRow("even steps") << QByteArray("1/2/2024 00:00\n1/3/2024 00:00\n1/4/2024 00:00")
                                << QByteArray("2024-01-02T00:00:00Z") << true;
    QTest::newRow("ambiguous") << QByteArray("3/3/2024 00:00\n3/3/2024 01:00")
                               << QByteArray("2024-03-03T00:00:00Z") << false;
    QTest::newRow("am pm") << QByteArray("2/28/2024 12:05:06 AM\n2/28/2024 1:00:00 PM")
                           << QByteArray("2024-02-28T00:05:06Z") << true;
    QTest::newRow("german") << QByteArray("31.12.2023 23:59:59,5\n01.01.2024 00:00:00")
                            << QByteArray("2023-12-31T23:59:59.5Z") << true;
    QTest::newRow("offset") << QByteArray("2024-05-01T12:00:00+02:00\n2024-05-01T12:00:01+02:00")
                            << QByteArray("2024-05-01T10:00:00Z") << true;
    QTest::newRow("month name") << QByteArray("01-May-2024 10:00:00\n02-May-2024 10:00:00")
                                << QByteArray("2024-05-01T10:00:00Z") << true;
    QTest::newRow("year slash") << QByteArray("2024/05/01 10:00\n2024/05/02 10:00")
                                << QByteArray("2024-05-01T10:00:00Z") << true;
    QTest::newRow("compact") << QByteArray("20240501T100000Z\n20240501T100001Z")
                             << QByteArray("2024-05-01T10:00:00Z") << true;
    QTest::newRow("date only") << QByteArray("2024-05-01\n2024-05-02")
                               << QByteArray("2024-05-01T00:00:00Z") << true;
}

void TestCsvGuess::dates()
{
    QFETCH(QByteArray, times);
    QFETCH(QByteArray, first);
    QFETCH(bool, sure);
    QByteArray text = "timestamp;x\n";
    for (const QByteArray &time : times.split('\n'))
        text += time + ";1\n";
    const auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    for (const CsvReason &reason : guess->reasons)
        if (reason.about == CsvReason::About::Time)
            QVERIFY2((reason.confidence >= 0.7) == sure, qPrintable(reason.sentence));
    const Rows rows = read(text, guess->plan);
    QCOMPARE(rows.lines.size(), times.count('\n') + 1);
    QVERIFY2(rows.lines.front().contains(QString::fromLatin1("\"ts\":\"" + first + '"')),
             qPrintable(rows.lines.front()));
}

void TestCsvGuess::summerTime()
{
    const QByteArray text = "time,x\n2024-03-31 01:59:59,1\n2024-03-31 03:00:00,2\n"
                            "2024-10-27 12:00:00,3\n";
    auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    guess->plan.time.zone = u"Europe/Berlin"_s;
    const Rows rows = read(text, guess->plan);
    QCOMPARE(rows.times.size(), std::size_t(3));
    QCOMPARE(rows.times[1] - rows.times[0], base::nsPerSecond); // the clocks went forward
    QVERIFY(rows.lines[2].contains(u"2024-10-27T11:00:00Z"_s));
}

void TestCsvGuess::encodings()
{
    const QString table = u"Zeit;Druck (µg/m³);Ort\n2024-05-01 12:00:00;1;Küche\n"_s;
    const QString expected = u"\"Druck\":1,\"Druck_unit\":\"µg/m³\",\"Ort\":\"Küche\"}"_s;
    QByteArray utf16("\xFF\xFE");
    utf16.append(reinterpret_cast<const char *>(table.utf16()), table.size() * 2);
    const QList<QByteArray> texts{table.toUtf8(), "\xEF\xBB\xBF" + table.toUtf8(), table.toLatin1(),
                                  utf16};
    for (const QByteArray &text : texts) {
        const Rows rows = guessAndRead(text);
        QCOMPARE(rows.error, QString());
        QCOMPARE(rows.lines.size(), 1);
        QVERIFY2(rows.lines.front().endsWith(expected), qPrintable(rows.lines.front()));
    }
    auto guess = guessCsv(table.toUtf8(), u"file"_s);
    const Rows wrong = read(table.toLatin1(), guess->plan);
    QCOMPARE(wrong.notices.size(), 1); // the bytes were replaced, and it is said
}

void TestCsvGuess::longQuotes()
{
    const QByteArray head = "time,x,y\n2024-05-01 12:00:00,1,\"";
    const auto guess = guessCsv("time,x,y\n2024-05-01 12:00:00,1,a\n", u"file"_s);
    const Rows inside = read(head + QByteArray(600'000, 'q') + "\"\n", guess->plan);
    QCOMPARE(inside.error, QString());
    QCOMPARE(inside.lines.size(), 1);
    const Rows beyond = read(head + QByteArray(2'000'000, '\n'), guess->plan);
    QVERIFY2(beyond.error.contains(u"line 2"_s), qPrintable(beyond.error));
    const Rows open = read(head + "end", guess->plan);
    QCOMPARE(open.lines.size(), 1);
    QCOMPARE(open.notices.size(), 1);
}

void TestCsvGuess::missingAndOddCells()
{
    const QByteArray text = "time,a,b,c\n2024-05-01 12:00:00,NA,,nan\n2024-05-01 12:00:01,1,2,3.5\n"
                            "2024-05-01 12:00:02,1e999,2,3\n";
    const auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    const Rows rows = read(text, guess->plan);
    QVERIFY2(rows.lines[0].endsWith(u"\"a\":null,\"c\":null}"_s), qPrintable(rows.lines[0]));
    QVERIFY2(rows.lines[2].endsWith(u"\"a\":\"1e999\",\"b\":2,\"c\":3}"_s),
             qPrintable(rows.lines[2]));
    QCOMPARE(rows.notices.size(), 1);
}

void TestCsvGuess::hostileNames()
{
    const QByteArray text = "ts,ts,deviceid,x,x,\"q\"\"\\\",\n"
                            "2024-05-01 12:00:00,7,a+#%\x01,1,2,3,4\n";
    const auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    const Rows rows = read(text, guess->plan);
    QCOMPARE(rows.lines,
             QStringList(u"csv/a%2B%23%25%01 {\"ts\":\"2024-05-01T12:00:00Z\",\"deviceId\":"
                         "\"a+#%\\u0001\",\"ts (column 2)\":7,\"x\":1,\"x (column 5)\":2,"
                         "\"q\\\"\\\\\":3,\"column 7\":4}"_s));
}

void TestCsvGuess::badRowsAreCounted()
{
    QByteArray text = "time,x,y\n";
    for (int i = 0; i < 150; ++i)
        text += "2024-05-01 11:" + QByteArray::number(i / 60).rightJustified(2, '0') + ':'
            + QByteArray::number(i % 60).rightJustified(2, '0') + ",1,2\n";
    text += "no time,1,2\n2024-05-01 12:01:00,1\n2024-02-30 00:00:00,1,2\n"
            "2024-05-01 12:00:30,1,2,3\n";
    const Rows rows = guessAndRead(text);
    QCOMPARE(rows.lines.size(), 152);
    QCOMPARE(rows.notices,
             QStringList({u"2 rows were skipped, because their time cannot be read. First place: "
                          "line 152, \"no time\"."_s,
                          u"1 rows have fewer fields than there are columns; what is not there was "
                          "left out. Place: line 153."_s,
                          u"1 rows have more fields than there are columns; the surplus was left "
                          "out. Place: line 155."_s,
                          u"1 rows are earlier than the row before them; they were kept in the "
                          "order of the file. Place: line 155."_s}));
}

void TestCsvGuess::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("white") << QByteArray("\n \n\r\n");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("one endless line") << QByteArray(1 << 20, 'x');
    QTest::newRow("endless fields") << QByteArray(1 << 20, ',');
}

void TestCsvGuess::refusals()
{
    QFETCH(QByteArray, text);
    const Rows rows = guessAndRead(text);
    QVERIFY(!rows.error.isEmpty());
    QVERIFY2(rows.error.startsWith(u"file"_s) && rows.error.endsWith(u'.')
                 && rows.error.count(u'\n') == 0,
             qPrintable(rows.error));
}

/// What a person may change: another start, a signal's name and unit, a column left out.
void TestCsvGuess::changedPlan()
{
    const QByteArray text = "a;b;c\n1;2;3\n4;5;6\n";
    auto guess = guessCsv(text, u"file"_s);
    QVERIFY(guess);
    guess->plan.time.start = 1'700'000'000 * base::nsPerSecond;
    guess->plan.time.unit = base::nsPerMinute;
    guess->plan.columns[0].name = u"speed"_s;
    guess->plan.columns[0].unit = u"m/s"_s;
    guess->plan.columns[1].use = CsvColumn::Use::Ignored;
    guess->plan.device = u"mill"_s;
    QVERIFY(refreshPreview(text, *guess));
    QCOMPARE(guess->previewTimes[1], (1'700'000'000 + 60) * base::nsPerSecond);
    const Rows rows = read(text, guess->plan);
    QCOMPARE(rows.lines[1],
             u"csv/mill {\"ts\":\"2023-11-14T22:14:20Z\",\"deviceId\":\"mill\",\"speed\":4,"
             "\"speed_unit\":\"m/s\",\"c\":6}"_s);
    guess->plan.time.zone = u"Middle/Earth"_s;
    QVERIFY(read(text, guess->plan).error.contains(u"Middle/Earth"_s));
    guess->plan.time = {.source = CsvTime::Source::Epoch};
    QVERIFY(!read(text, guess->plan).error.isEmpty());
}

void TestCsvGuess::damagedPlan()
{
    const auto guess = guessCsv("a;b\n1;2\n", u"file"_s);
    QJsonObject json = guess->plan.toJson();
    QVERIFY(CsvPlan::fromJson(json));
    for (const QString &key : json.keys()) {
        if (key == "device"_L1 || key == "missing"_L1 || key == "fingerprint"_L1
            || key == "columns"_L1)
            continue;
        QJsonObject damaged = json;
        damaged.remove(key);
        QVERIFY2(!CsvPlan::fromJson(damaged), qPrintable(key));
    }
}

QTEST_GUILESS_MAIN(TestCsvGuess)
#include "tst_csvguess.moc"
