// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of other formats become recordings by guess alone, and recordings become files and
// recordings again without a difference.
#include "models/interchange/mcap.h"
#include "models/replay/foreignfile.h"
#include "models/replay/importjob.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

const QString data = QStringLiteral(PILOTHOUSE_SHARED_DATA);

struct Message
{
    QByteArray topic;
    QByteArray payload;
    base::TimeNs received;
    int flags;
    bool operator==(const Message &) const = default;
};

std::vector<Message> messagesIn(const QString &file)
{
    std::vector<Message> out;
    auto opened = recording::Recording::open(file);
    if (!opened)
        return out;
    recording::Cursor cursor(*opened);
    recording::RecordedMessage m;
    while (cursor.next(m))
        out.push_back({QByteArray(m.view.topic.data(), qsizetype(m.view.topic.size())),
                       QByteArray(m.view.payload.data(), qsizetype(m.view.payload.size())),
                       m.view.received, recording::flagsOf(m.view)});
    return out;
}

/// "device/signal" -> time -> value, as numbers or texts.
std::map<QString, std::multimap<base::TimeNs, QString>> samplesIn(const QString &file)
{
    std::map<QString, std::multimap<base::TimeNs, QString>> out;
    auto opened = recording::Recording::open(file);
    if (!opened)
        return out;
    const recording::Recording &r = **opened;
    for (const telemetry::SignalInfo &signal : r.catalogue().signalsFrom(0)) {
        const auto points = r.history().points(signal.id, base::noTime + 1,
                                               std::numeric_limits<base::TimeNs>::max(), 1'000'000);
        if (!points)
            continue;
        auto &at = out[r.catalogue().device(signal.device).name + u'/' + signal.name];
        for (const telemetry::Point &p : *points) {
            const bool text = p.type == telemetry::ValueType::Text;
            at.emplace(p.time,
                       p.quality == telemetry::Quality::Missing ? u"missing"_s
                           : text                               ? QString::fromStdString(
                                                               r.texts().text(static_cast<telemetry::TextCode>(p.bits)))
                                  : QString::number(p.number(), 'g', 17));
        }
    }
    return out;
}

QString import(const QString &from, const QString &to)
{
    auto reader = replay::openForeign(from);
    if (!reader)
        return reader.error().text;
    recording::RecorderOptions options;
    options.path = to;
    const auto done = replay::importRecording(**reader, options);
    return done ? QString() : done.error().text;
}

} // namespace

class TestForeignFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void everyTableByGuess_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("headerLines");
        if (!QFileInfo(data).isDir())
            QSKIP("../shared/data is not there.");
        for (const char *folder :
             {"skab", "nab", "occupancy", "airquality", "cmapss", "ai4i", "edge_replay"}) {
            QDirIterator it(data + u'/' + QLatin1StringView(folder),
                            {u"*.csv"_s, u"*.tsv"_s, u"*.txt"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = it.next();
                if (path.contains("readme"_L1, Qt::CaseInsensitive) || path.contains("LICENSE"_L1))
                    continue;
                QTest::newRow(qPrintable(path.mid(data.size() + 1)))
                    << path << (qstrcmp(folder, "cmapss") == 0 ? 0 : 1);
            }
        }
    }
    /// Each row of the file is a message, with a sample for each cell that has a value.
    void everyTableByGuess()
    {
        QFETCH(QString, path);
        QFETCH(int, headerLines);
        const QString out = m_folder.filePath(QFileInfo(path).completeBaseName() + u".phrec"_s);
        QFile::remove(out);
        QCOMPARE(import(path, out), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        qsizetype rows = -headerLines;
        while (!file.atEnd())
            rows += file.readLine().trimmed().isEmpty() ? 0 : 1;
        const auto opened = recording::Recording::open(out);
        QVERIFY(opened.has_value());
        QCOMPARE(qsizetype((*opened)->info().messages), rows);
        const auto damages = (*opened)->verify();
        QVERIFY(damages.has_value());
        QVERIFY(damages->empty());
        std::uint64_t samples = 0;
        for (const auto &[signal, values] : samplesIn(out))
            samples += values.size();
        QVERIFY(samples >= static_cast<std::uint64_t>(rows) * 9 / 10);
    }

    void throughOtherFormats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("jsonl") << u"jsonl"_s;
        QTest::newRow("mcap") << u"mcap"_s;
    }
    /// Message for message the same, and so are the samples.
    void throughOtherFormats()
    {
        QFETCH(QString, format);
        if (!QFileInfo(data).isDir())
            QSKIP("../shared/data is not there.");
        const QStringList names{u"/captures/mqtt/mqtt5_pub_jpeg.pcap"_s,
                                u"/captures/mqtt/zeek-mqtt.pcap"_s, u"/skab/other/1.csv"_s};
        for (const QString &name : names) {
            const QString source = data + name;
            const QString stem = QFileInfo(source).completeBaseName() + u'-' + format;
            const QString first = m_folder.filePath(stem + u"-1.phrec"_s);
            const QString between = m_folder.filePath(stem + u'.' + format);
            const QString second = m_folder.filePath(stem + u"-2.phrec"_s);
            QCOMPARE(import(source, first), QString());
            auto recording = recording::Recording::open(first);
            QVERIFY(recording.has_value());
            auto writer = format == "mcap"_L1 ? interchange::createMcap(between)
                                              : interchange::createJsonLines(between);
            QVERIFY(writer.has_value());
            const auto reader = replay::messagesOf(*recording, {});
            const auto copied = interchange::copyMessages(*reader, **writer);
            QVERIFY2(copied.has_value(), copied ? "" : qPrintable(copied.error().text));
            QCOMPARE(*copied, (*recording)->info().messages);
            QCOMPARE(import(between, second), QString());
            const std::vector<Message> a = messagesIn(first);
            const std::vector<Message> b = messagesIn(second);
            QVERIFY(!a.empty());
            QCOMPARE(b.size(), a.size());
            for (std::size_t i = 0; i < a.size(); ++i)
                QVERIFY2(a[i] == b[i], qPrintable(source + u" message "_s + QString::number(i)));
            // The mapping that names the device after the table is the recording's, not the
            // format's: there the device has the name of the topic.
            auto samples = samplesIn(second);
            for (const auto &[signal, values] : samplesIn(first)) {
                const auto same = samples.contains(signal) ? signal : u"csv/"_s + signal;
                QVERIFY2(samples[same] == values, qPrintable(signal));
            }
        }
    }

    void throughCsv_data()
    {
        QTest::addColumn<bool>("wide");
        QTest::newRow("a row per sample") << false;
        QTest::newRow("a column per signal") << true;
    }
    /// A table that is exported and imported again has the same values at the same times.
    void throughCsv()
    {
        QFETCH(bool, wide);
        if (!QFileInfo(data).isDir())
            QSKIP("../shared/data is not there.");
        const QString stem = wide ? u"wide"_s : u"long"_s;
        const QString first = m_folder.filePath(stem + u"-1.phrec"_s);
        const QString between = m_folder.filePath(stem + u".csv"_s);
        const QString second = m_folder.filePath(stem + u"-2.phrec"_s);
        QCOMPARE(import(data + u"/skab/other/5.csv"_s, first), QString());
        auto recording = recording::Recording::open(first);
        QVERIFY(recording.has_value());
        std::vector<interchange::WideColumn> columns;
        for (const telemetry::SignalInfo &signal : (*recording)->catalogue().signalsFrom(0))
            columns.push_back({signal.name.toStdString(), signal.unit.toStdString()});
        auto writer = wide ? interchange::createCsvWide(between, columns)
                           : interchange::createCsvLong(between);
        QVERIFY(writer.has_value());
        const auto copied = replay::copySamples(**recording, {}, wide, **writer);
        QVERIFY(copied.has_value());
        QCOMPARE(*copied, 1'155u * 10u); // 1,155 rows, 8 channels and two labels
        QCOMPARE(import(between, second), QString());
        const auto a = samplesIn(first);
        const auto b = samplesIn(second);
        QCOMPARE(a.size(), 10u);
        for (const auto &[signal, values] : a) {
            const auto it = b.find(signal);
            QVERIFY2(it != b.end(), qPrintable(signal));
            QVERIFY2(it->second == values, qPrintable(signal));
        }
    }

    void whatIsNotThere()
    {
        const QString out = m_folder.filePath(u"never.phrec"_s);
        QVERIFY(!import(m_folder.filePath(u"no such file.csv"_s), out).isEmpty());
        QFile empty(m_folder.filePath(u"empty.csv"_s));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QVERIFY(!import(empty.fileName(), out).isEmpty());
        QVERIFY(!QFileInfo::exists(out)); // nothing is left of an import that failed
    }

    void cancelledLeavesNothing()
    {
        if (!QFileInfo(data).isDir())
            QSKIP("../shared/data is not there.");
        auto reader = replay::openForeign(data + u"/cmapss/train_FD001.txt"_s);
        QVERIFY(reader.has_value());
        recording::RecorderOptions options;
        options.path = m_folder.filePath(u"cancelled.phrec"_s);
        const auto done =
            replay::importRecording(**reader, options, [](double part) { return part < 0.3; });
        QVERIFY(!done);
        QCOMPARE(done.error().code, base::ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(options.path));
        QVERIFY(!QFileInfo::exists(options.path + u"-wal"_s));
    }
};

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
