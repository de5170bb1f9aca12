// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/mcap.h"
#include "models/interchange/mcapformat.h"
#include "models/interchange/unpack.h"
#include "tests/interchange/messages.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace interchange;
using mcap::Fields;
using mcap::Op;
using mcap::putNumber;
using mcap::putRecord;
using mcap::putText;

namespace {

AllMessages read(const std::string &bytes)
{
    return readAll(openMcap(inMemory(QByteArray::fromStdString(bytes)), u"f"_s));
}

std::string written(const std::vector<Kept> &messages, const McapOptions &options = {},
                    QStringList *notices = nullptr)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.mcap"_s);
    MadeUp from(messages);
    auto to = createMcap(path, options);
    const auto copied = copyMessages(from, **to);
    if (!copied) {
        qWarning("%s", qPrintable(copied.error().text));
        return {};
    }
    if (notices)
        *notices = (*to)->notices();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string channelRecord(std::uint16_t id, std::string_view topic, std::string_view encoding)
{
    std::string content;
    putNumber(id, 2, content);
    putNumber(0, 2, content);
    putText(topic, content);
    putText(encoding, content);
    putText({}, content);
    std::string record;
    putRecord(Op::Channel, content, record);
    return record;
}

std::string messageRecord(std::uint16_t channel, std::uint64_t time, std::string_view data)
{
    std::string content;
    putNumber(channel, 2, content);
    putNumber(1, 4, content);
    putNumber(time, 8, content);
    putNumber(time, 8, content);
    content += data;
    std::string record;
    putRecord(Op::Message, content, record);
    return record;
}

/// A file of somebody else: data records, without a summary.
std::string foreign(const std::string &records)
{
    std::string header;
    putText("ros2", header);
    putText("libmcap 2.0", header);
    std::string file(mcap::magic);
    putRecord(Op::Header, header, file);
    file += records;
    putRecord(Op::DataEnd, std::string(4, '\0'), file);
    putRecord(Op::Footer, std::string(20, '\0'), file);
    return file + std::string(mcap::magic);
}

std::string chunkRecord(std::string_view kind, std::string_view packed, std::uint64_t size)
{
    std::string content(16, '\0');
    putNumber(size, 8, content);
    putNumber(0, 4, content);
    putText(kind, content);
    putNumber(packed.size(), 8, content);
    content += packed;
    std::string record;
    putRecord(Op::Chunk, content, record);
    return record;
}

QStringList payloads(const AllMessages &all)
{
    QStringList out;
    for (const Kept &message : all.messages)
        out += QString::fromStdString(message.topic + "=" + message.payload);
    return out;
}

} // namespace

class TestMcap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void structure();
    void foreignFiles();
    void lz4();
    void damagedChunk();
    void cutAnywhere();
    void flippedAnywhere();
    void refusals_data();
    void refusals();
    void manyChannels();
};

void TestMcap::roundTrip_data()
{
    QTest::addColumn<int>("chunkBytes");
    QTest::addColumn<bool>("json");
    QTest::newRow("one chunk") << (1 << 20) << true;
    QTest::newRow("chunk per message") << 1 << true;
    QTest::newRow("raw") << 100 << false;
}

void TestMcap::roundTrip()
{
    QFETCH(int, chunkBytes);
    QFETCH(bool, json);
    std::vector<Kept> expected = awkwardMessages();
    QStringList lost;
    const std::string bytes = written(
        expected, {.json = json, .chunkBytes = static_cast<std::size_t>(chunkBytes)}, &lost);
    QCOMPARE(lost.size(), 1); // the one of 1969
    const AllMessages back = read(bytes);
    QCOMPARE(back.error, QString());
    QCOMPARE(back.notices, QStringList());
    QCOMPARE(back.messages.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expected[i].time = std::max<telemetry::TimeNs>(expected[i].time, 0);
        if (expected[i].origin.empty())
            expected[i].origin = "mcap";
        QVERIFY2(back.messages[i] == expected[i], qPrintable(back.messages[i].text()));
    }
    QCOMPARE(bytes.find("json") != std::string::npos,
             json || bytes.find("a/json") != std::string::npos);
    QVERIFY(read(written({})).messages.empty());
}

/// What a reader with an index relies on: each offset points at what it names.
void TestMcap::structure()
{
    std::vector<Kept> messages;
    for (int i = 0; i < 3'000; ++i)
        messages.push_back({"b", "t/" + std::to_string(i % 7), "{\"i\":" + std::to_string(i) + "}",
                            1'000 + (i ^ 5), 0, false, false});
    const std::string file = written(messages, {.chunkBytes = 10'000});
    QVERIFY(file.ends_with(mcap::magic));
    Fields footer(std::string_view(file).substr(file.size() - 8 - 29, 29));
    QCOMPARE(footer.number(1), quint64(Op::Footer));
    QCOMPARE(footer.u64(), quint64(20));
    const std::uint64_t summary = footer.u64();
    const std::uint64_t offsets = footer.u64();
    QVERIFY(summary > 0 && offsets > summary);
    std::map<Op, int> counts;
    std::map<Op, std::uint64_t> first;
    std::uint64_t inIndexes = 0;
    Fields in(std::string_view(file).substr(summary, file.size() - 8 - summary));
    while (!in.empty()) {
        const std::uint64_t at = file.size() - 8 - in.rest().size();
        const auto op = static_cast<Op>(in.number(1));
        Fields content(in.take(in.u64()));
        QVERIFY(in.good());
        if (counts[op]++ == 0)
            first[op] = at;
        if (op == Op::ChunkIndex) {
            const std::uint64_t start = content.u64();
            const std::uint64_t end = content.u64();
            const std::uint64_t offset = content.u64();
            const std::uint64_t length = content.u64();
            Fields chunk(std::string_view(file).substr(offset, length));
            QCOMPARE(chunk.number(1), quint64(Op::Chunk));
            QCOMPARE(chunk.u64(), length - 9);
            QCOMPARE(chunk.u64(), start);
            QCOMPARE(chunk.u64(), end);
            const std::uint64_t size = chunk.u64();
            chunk.u32();
            std::string unpacked;
            const std::string_view kind = chunk.text();
            QVERIFY(unpack(kind, chunk.take(chunk.u64()), size, unpacked) == Unpacked::Done);
            Fields map(content.text());
            while (!map.empty()) {
                const std::uint16_t channel = map.u16();
                Fields index(std::string_view(file).substr(map.u64()));
                QCOMPARE(index.number(1), quint64(Op::MessageIndex));
                index.u64();
                QCOMPARE(index.u16(), channel);
                Fields entries(index.text());
                while (!entries.empty()) {
                    const std::uint64_t time = entries.u64();
                    Fields record(std::string_view(unpacked).substr(entries.u64()));
                    QCOMPARE(record.number(1), quint64(Op::Message));
                    record.u64();
                    QCOMPARE(record.u16(), channel);
                    record.u32();
                    QCOMPARE(record.u64(), time);
                    QVERIFY(time >= start && time <= end);
                    ++inIndexes;
                }
            }
        } else if (op == Op::Statistics) {
            QCOMPARE(content.u64(), quint64(3'000));
            QCOMPARE(content.u16(), quint16(0));
            QCOMPARE(content.u32(), quint32(7));
            content.u64();
            QCOMPARE(content.u32(), quint32(counts[Op::ChunkIndex]));
            QCOMPARE(content.u64(), quint64(1'000));
            QCOMPARE(content.u64(), quint64(1'000 + 2'999)); // i ^ 5 permutes within eights
        } else if (op == Op::SummaryOffset) {
            const auto group = static_cast<Op>(content.number(1));
            QCOMPARE(content.u64(), first[group]);
        }
    }
    QCOMPARE(inIndexes, quint64(3'000));
    QCOMPARE(counts[Op::Channel], 7);
    QVERIFY(counts[Op::ChunkIndex] > 5);
    QCOMPARE(counts[Op::SummaryOffset], 3);
    QCOMPARE(first[Op::SummaryOffset], offsets);
}

void TestMcap::foreignFiles()
{
    std::string attachment;
    putRecord(Op::Attachment, std::string(500'000, 'a'), attachment);
    std::string unknown;
    putRecord(static_cast<Op>(0x90), "private", unknown);
    std::string inChunk = channelRecord(2, "/imu", "cdr") + messageRecord(2, 20, "\x01\x02");
    const AllMessages all = read(foreign(
        channelRecord(1, "/json", "json") + messageRecord(1, 10, R"({"x":1})") + attachment
        + unknown + chunkRecord("", inChunk, inChunk.size()) + messageRecord(9, 30, "nobody's")
        + messageRecord(1, UINT64_MAX, "too late") + chunkRecord("brotli", "xx", 100)));
    QCOMPARE(all.error, QString());
    QCOMPARE(payloads(all), QStringList({u"/json={\"x\":1}"_s, u"/imu=\x01\x02"_s}));
    QCOMPARE(all.messages[0].time, 10);
    QCOMPARE(all.messages[0].origin, std::string("mcap"));
    QCOMPARE(all.notices.size(), 5);
    QVERIFY(all.notices[0].startsWith(u"1 attachments"_s));
    QVERIFY(all.notices[1].startsWith(u"1 messages belong to channels"_s));
    QVERIFY(all.notices[2].startsWith(u"1 messages have a time beyond"_s));
    QVERIFY(all.notices[3].startsWith(u"1 chunks are compressed in a way"_s));
    QCOMPARE(all.notices[4], u"1 messages are encoded as \"cdr\" and come as raw bytes."_s);
}

/// A chunk that the lz4 program compressed (lz4 1.9.4, frame format).
void TestMcap::lz4()
{
    std::string chunk = channelRecord(1, "lz", "json");
    for (int i = 0; i < 20; ++i)
        chunk += messageRecord(1, static_cast<std::uint64_t>(i), "{\"same\":true}");
    const QByteArray packed = QByteArray::fromHex(
        "04224d186440a7e5000000320416000100f00301000000020000006c7a040000006a736f6e16002505231f002e"
        "01000100db7b2273616d65223a747275657d2c000430001f012c001013020e001f022c001013030e001f032c00"
        "1013040e001f042c001013050e001f052c001013060e001f062c001013070e001f072c001013080e001f082c00"
        "1013090e001f092c0010130a0e001f0a2c0010130b0e001f0b2c0010130c0e001f0c2c0010130d0e001f0d2c00"
        "10130e0e001f0e2c0010130f0e001f0f2c001013100e001f102c001013110e001f112c001013120e001f122c00"
        "1013130e001b132c0050747275657d00000000840d3e7c");
    std::string out;
    if (unpack("lz4", {}, 0, out) == Unpacked::UnknownKind)
        QSKIP("lz4 was not built in.");
    const std::string file = foreign(chunkRecord(
        "lz4", {packed.constData(), static_cast<std::size_t>(packed.size())}, chunk.size()));
    const AllMessages all = read(file);
    QCOMPARE(all.notices, QStringList());
    QCOMPARE(all.messages.size(), std::size_t(20));
    QCOMPARE(all.messages[19].text(), u"mcap|lz|{\"same\":true}|19|q0"_s);
    const AllMessages cut = read(foreign(chunkRecord(
        "lz4", {packed.constData(), static_cast<std::size_t>(packed.size()) - 9}, chunk.size())));
    QCOMPARE(cut.messages.size(), std::size_t(0));
    QCOMPARE(cut.notices.size(), 1);
}

void TestMcap::damagedChunk()
{
    std::vector<Kept> messages;
    for (int i = 0; i < 90; ++i)
        messages.push_back({"b", "t", "{\"i\":" + std::to_string(i) + "}", i, 0, false, false});
    std::string file = written(messages, {.chunkBytes = 1'500});
    const std::size_t second = file.find("zstd", file.find("zstd") + 4);
    file[second + 40] = static_cast<char>(file[second + 40] ^ 0x55);
    const AllMessages all = read(file);
    QVERIFY(all.messages.size() >= 30 && all.messages.size() < 90);
    QCOMPARE(all.messages.back().time, 89); // it goes on behind the damage
    QVERIFY2(all.notices[0].startsWith(u"1 chunks are damaged"_s), qPrintable(all.notices[0]));
    QVERIFY2(all.notices.last().startsWith(u"The checksum over the whole"_s),
             qPrintable(all.notices.last()));
}

/// The recorder was killed: what is whole is read, and it is said that the end is missing.
void TestMcap::cutAnywhere()
{
    const std::vector<Kept> messages = awkwardMessages();
    const std::string file = written(messages, {.chunkBytes = 200});
    const std::size_t dataEnd = file.size() - 4;
    std::size_t before = 0;
    for (std::size_t size = 8; size < dataEnd; size += size < 3'000 ? 1 : 97) {
        const AllMessages all = read(file.substr(0, size));
        QCOMPARE(all.error, QString());
        QVERIFY(all.messages.size() >= before);
        before = all.messages.size();
        QCOMPARE(all.notices.size(), before == messages.size() && all.notices.isEmpty() ? 0 : 1);
    }
    QCOMPARE(before, messages.size());
}

void TestMcap::flippedAnywhere()
{
    const std::string file = written(awkwardMessages(), {.chunkBytes = 200});
    int same = 0;
    for (quint32 seed = 1; seed <= 3'000; ++seed) {
        QRandomGenerator random(seed);
        std::string bytes = file;
        for (int flips = random.bounded(1, 5); flips > 0; --flips)
            bytes[random.bounded(static_cast<quint32>(bytes.size()))] =
                static_cast<char>(random.bounded(256));
        const AllMessages all = read(bytes);
        QVERIFY(all.error.isEmpty() || all.error.endsWith(u'.'));
        QVERIFY(all.messages.size() <= awkwardMessages().size());
        const bool complete = all.messages.size() == awkwardMessages().size();
        same += complete;
    }
    QVERIFY(same > 50 && same < 3'000);
}

void TestMcap::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("time,value\n1,2\n");
    QTest::newRow("version 1") << QByteArray("\x89MCAP1\r\n", 8);
}

void TestMcap::refusals()
{
    QFETCH(QByteArray, bytes);
    const AllMessages all = readAll(openMcap(inMemory(bytes), u"f"_s));
    QCOMPARE(all.error, u"f is no MCAP file: it does not start like one."_s);
}

void TestMcap::manyChannels()
{
    QTemporaryDir folder;
    auto writer = createMcap(folder.filePath(u"out.mcap"_s));
    QString error;
    int accepted = 0;
    for (int i = 0; i < 70'000 && error.isEmpty(); ++i) {
        const std::string topic = "t/" + std::to_string(i);
        const auto done =
            (*writer)->write({.topic = topic, .payload = {}, .received = i}, {"b", "b", {}});
        accepted += done.has_value();
        error = done ? QString() : done.error().text;
    }
    QCOMPARE(accepted, 65'535);
    QVERIFY2(error.contains(u"65"_s) && error.endsWith(u'.'), qPrintable(error));

    std::vector<Kept> messages;
    for (int i = 0; i < 40'000; ++i) {
        telemetry::MessageProperties properties;
        properties.correlationData = std::to_string(i);
        messages.push_back({"b", "t", "x", i, 1, false, false, properties});
    }
    QStringList notices;
    const AllMessages all = read(written(messages, {}, &notices));
    QCOMPARE(all.messages.size(), std::size_t(40'000));
    QVERIFY(all.messages[29'999].properties.has_value());
    QVERIFY(!all.messages[30'000].properties.has_value());
    QCOMPARE(notices.size(), 1);
    QVERIFY2(notices[0].startsWith(u"10000 messages were written without"_s),
             qPrintable(notices[0]));
}

QTEST_GUILESS_MAIN(TestMcap)
#include "tst_mcap.moc"
