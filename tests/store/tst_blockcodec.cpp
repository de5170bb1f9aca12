// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/block.h"
#include "models/store/journal.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace store;
using telemetry::ValueType;

namespace {

using Numbers = std::vector<std::int64_t>;

bool roundTrip(const Numbers &values, std::size_t *bytes = nullptr)
{
    std::string blob;
    packInts(values, blob);
    if (bytes)
        *bytes = blob.size();
    blob.append(8, 'x');
    ByteReader in(blob.data(), blob.size());
    PackedInts packed;
    Numbers back(values.size());
    if (!packed.parse(in, values.size()) || !packed.decode(back.data()) || back != values
        || in.left() != 8)
        return false;
    for (std::size_t m = 0; m < packed.miniCount(); ++m) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(m * miniSize);
        const auto end = begin + packed.mini(m).size;
        if (packed.mini(m).lo != *std::min_element(begin, end)
            || packed.mini(m).hi() != *std::max_element(begin, end))
            return false;
    }
    return true;
}

std::vector<Entry> entriesOf(const std::vector<double> &values)
{
    std::vector<Entry> out;
    TimeNs time = 1'000'000'000;
    for (const double v : values)
        out.push_back(
            Entry::of(time += 1'000'000, std::bit_cast<std::uint64_t>(v), ValueType::Double, 1, 3));
    return out;
}

bool blobsRoundTrip(const std::vector<Entry> &entries, std::size_t *valueBytes = nullptr)
{
    std::string times;
    std::string delays;
    std::string block;
    packTimes(entries, times);
    packDelays(entries, delays);
    packBlock(entries, block);
    if (valueBytes)
        *valueBytes = block.size();
    std::vector<Entry> back;
    if (!unpackEntries(times, delays, block, back) || back != entries)
        return false;
    BlockView view;
    if (!view.open(block))
        return false;
    for (std::size_t m = 0; view.uniform() && m * miniSize < entries.size(); ++m) {
        double min;
        double max;
        if (!view.miniRange(m, min, max))
            continue;
        const std::span<const Entry> part = std::span(entries).subspan(
            m * miniSize, std::min(miniSize, entries.size() - m * miniSize));
        const bool missing = std::ranges::any_of(part, [](const Entry &entry) {
            return entry.quality() == static_cast<std::uint8_t>(telemetry::Quality::Missing);
        });
        if (missing) // its bits are in the mini's range, but say no number; readers open such minis
            continue;
        const Summary s = summarise(part);
        if (s.min != min || s.max != max)
            return false;
    }
    return true;
}

} // namespace

class TestBlockCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integers_data()
    {
        QTest::addColumn<Numbers>("values");
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        QTest::newRow("one") << Numbers{42};
        QTest::newRow("extremes") << Numbers{least, most, 0, -1, least, most};
        QTest::newRow("two extremes") << Numbers{most, least};
        QTest::newRow("wrapping line") << Numbers{most - 1, most, least, least + 1};
        QTest::newRow("one outlier") << [] {
            Numbers v(700, 5);
            v[300] = most;
            v[0] = -3;
            return v;
        }();
        QTest::newRow("full block") << [] {
            Numbers v;
            for (int i = 0; i < 8192; ++i)
                v.push_back(i * i % 977);
            return v;
        }();
        std::mt19937_64 random(7);
        for (unsigned bits = 1; bits <= 64; ++bits) {
            Numbers noise;
            Numbers walk;
            std::int64_t at = 0;
            for (int i = 0; i < 1000; ++i) {
                const std::uint64_t r = random() >> (64 - bits);
                noise.push_back(static_cast<std::int64_t>(r));
                at = static_cast<std::int64_t>(static_cast<std::uint64_t>(at) + r);
                walk.push_back(at);
            }
            QTest::addRow("noise of %u bits", bits) << noise;
            QTest::addRow("walk of %u bits", bits) << walk;
        }
    }

    void integers()
    {
        QFETCH(Numbers, values);
        QVERIFY(roundTrip(values));
    }

    void integersOfAnyCount()
    {
        std::mt19937_64 random(1);
        for (std::size_t count = 1; count < 1100; count += 7) {
            Numbers values(count);
            for (std::int64_t &v : values)
                v = static_cast<std::int64_t>(random() >> (random() % 64));
            QVERIFY2(roundTrip(values), qPrintable(QString::number(count)));
        }
    }

    void regularIsAlmostFree()
    {
        Numbers line;
        for (int i = 0; i < 4096; ++i)
            line.push_back(1'700'000'000'000 + i * 250);
        std::size_t bytes = 0;
        QVERIFY(roundTrip(line, &bytes));
        QVERIFY2(bytes <= 16, qPrintable(QString::number(bytes)));
        QVERIFY(roundTrip(Numbers(4096, 7), &bytes));
        QVERIFY(bytes <= 4);
    }

    void doubles_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<double>("bytesPerValue");
        std::mt19937_64 random(3);
        std::normal_distribution<double> noise;
        const auto fill = [](auto make) {
            std::vector<double> v;
            for (int i = 0; i < 4096; ++i)
                v.push_back(make(i));
            return v;
        };
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("constant") << fill([](int) { return 21.5; }) << 0.02;
        QTest::newRow("decimals of noise")
            << fill([&](int) { return std::nearbyint(noise(random) * 1000) / 1000; }) << 1.8;
        QTest::newRow("few levels")
            << fill([&](int) { return static_cast<double>(random() % 9) * 0.327927 - 0.273216; })
            << 0.7;
        QTest::newRow("full mantissas") << fill([&](int) { return noise(random); }) << 8.2;
        QTest::newRow("floats") << fill([&](int) {
            return static_cast<double>(static_cast<float>(noise(random)));
        }) << 4.6;
        QTest::newRow("specials among decimals") << fill([&](int i) {
            return i % 97 == 0 ? nan : i % 89 == 0 ? -0.0 : i % 83 == 0 ? -inf : i / 10.0;
        }) << 2.5;
        QTest::newRow("only specials") << fill([&](int i) {
            return i % 3 == 0 ? nan : i % 3 == 1 ? inf : -0.0;
        }) << 3.0;
        QTest::newRow("negative zeros") << fill([](int) { return -0.0; }) << 0.02;
        QTest::newRow("denormals")
            << fill([](int i) { return i * std::numeric_limits<double>::denorm_min(); }) << 2.1;
        QTest::newRow("huge and tiny") << fill([](int i) { return i % 2 ? 1e300 : 1e-300; }) << 8.2;
        QTest::newRow("one long decimal")
            << fill([](int i) { return i == 77 ? 0.1 + 0.2 : i * 0.01; }) << 1.5;
        QTest::newRow("one") << std::vector<double>{std::bit_cast<double>(0x7ff4dead0000beefull)}
                             << 40.0;
    }

    void doubles()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(double, bytesPerValue);
        std::size_t bytes = 0;
        QVERIFY(blobsRoundTrip(entriesOf(values), &bytes));
        const double each = static_cast<double>(bytes) / static_cast<double>(values.size());
        QVERIFY2(each <= bytesPerValue, qPrintable(QString::number(each)));
    }

    void randomBlocks()
    {
        std::mt19937_64 random(11);
        for (int round = 0; round < 300; ++round) {
            std::vector<Entry> entries;
            TimeNs time = static_cast<TimeNs>(random());
            const std::size_t count = 1 + random() % 900;
            const bool mixed = random() % 2;
            const unsigned shift = random() % 64;
            auto type = static_cast<ValueType>(random() % 5);
            for (std::size_t i = 0; i < count; ++i) {
                time = static_cast<TimeNs>(static_cast<std::uint64_t>(time)
                                           + (random() >> (4 + random() % 50)) % 1'000'000'000'000);
                if (mixed && random() % 8 == 0)
                    type = static_cast<ValueType>(random() % 5);
                const std::uint64_t bits =
                    random() % 10 == 0 ? random() : random() << shift >> shift;
                entries.push_back(Entry::of(
                    time, bits, type, random() % 30 ? 1 : static_cast<std::uint8_t>(random() % 10),
                    static_cast<std::int64_t>(random() >> 44) - 500));
            }
            std::stable_sort(entries.begin(), entries.end(),
                             [](const Entry &a, const Entry &b) { return a.time < b.time; });
            QVERIFY2(blobsRoundTrip(entries), qPrintable(QString::number(round)));
        }
    }

    void delayIsWholeMilliseconds()
    {
        const auto delay = [](TimeNs time, TimeNs received) {
            return Entry::of({0, ValueType::Double, telemetry::Quality::Good, time, received, 0})
                       .received()
                - time;
        };
        QCOMPARE(delay(5'000'000'000, 5'000'000'000), 0);
        QCOMPARE(delay(5'000'000'000, 5'001'999'999), 1'000'000);
        QCOMPARE(delay(5'000'000'000, 4'999'999'999), -1'000'000);
        const Entry far =
            Entry::of({0, ValueType::Double, telemetry::Quality::Good,
                       std::numeric_limits<TimeNs>::min(), std::numeric_limits<TimeNs>::max(), 0});
        QVERIFY(far.received() > far.time);
    }

    void journalRoundTrip()
    {
        std::mt19937_64 random(5);
        std::vector<std::vector<Entry>> given(50);
        std::vector<JournalRun> runs;
        for (std::size_t i = 0; i < given.size(); ++i) {
            for (std::size_t n = random() % 40; n > 0; --n)
                given[i].push_back({static_cast<TimeNs>(random()), random(), random()});
            runs.push_back({static_cast<telemetry::SignalId>(i * 3), given[i]});
        }
        const std::string blob = packJournal(runs);
        std::size_t next = 0;
        QVERIFY(unpackJournal(blob, [&](telemetry::SignalId id, std::span<const Entry> entries) {
            QCOMPARE(id, next * 3);
            QVERIFY(
                std::equal(entries.begin(), entries.end(), given[next].begin(), given[next].end()));
            ++next;
        }));
        QCOMPARE(next, given.size());
        for (std::size_t at = 0; at < blob.size(); at += 13) {
            std::string damaged = blob;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            unpackJournal(
                damaged, [](telemetry::SignalId, std::span<const Entry>) {}); // must only not crash
        }
        QVERIFY(!unpackJournal(std::string_view(blob).substr(0, blob.size() / 2),
                               [](telemetry::SignalId, std::span<const Entry>) {}));
    }

    void damageIsFound()
    {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(i % 50 * 0.25);
        const std::vector<Entry> entries = entriesOf(values);
        std::string block;
        std::string times;
        packBlock(entries, block);
        packTimes(entries, times);
        for (std::string *blob : {&block, &times}) {
            for (std::size_t at = 0; at < blob->size(); ++at) {
                for (int bit = 0; bit < 8; ++bit) {
                    (*blob)[at] = static_cast<char>((*blob)[at] ^ (1 << bit));
                    std::vector<Entry> back;
                    QVERIFY(!unpackEntries(times, {}, block, back));
                    (*blob)[at] = static_cast<char>((*blob)[at] ^ (1 << bit));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockCodec)
#include "tst_blockcodec.moc"
