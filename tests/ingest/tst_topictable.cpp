// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/topictable.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using ingest::TopicId;
using ingest::TopicTable;
using telemetry::MessageView;

namespace {

TopicId add(TopicTable &table, std::string_view topic, std::string_view payload,
            base::TimeNs time = 0)
{
    TopicTable::Writer writer(table);
    return writer.add(MessageView{topic, payload, time, 0, 1, false, false, nullptr}, 0, "json",
                      {});
}

} // namespace

class TestTopicTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAndHistory()
    {
        TopicTable table(1'000, 1 << 20);
        const TopicId a = add(table, "site/a", "1", 10);
        const TopicId b = add(table, "site/b", "2", 11);
        QCOMPARE(add(table, "site/a", "3", 12), a);
        const auto figures = table.figures({a, b});
        QCOMPARE(figures[0].messages, 2u);
        QCOMPARE(figures[0].preview, std::string("3"));
        QCOMPARE(figures[0].last, 12);
        const auto history = table.history(a, 10);
        QCOMPARE(history.size(), 2u);
        QCOMPARE(history[0].payload, "3"_ba);
        QCOMPARE(history[0].number, 2u);
        QCOMPARE(history[1].payload, "1"_ba);
        QCOMPARE(table.namesFrom(1).size(), 1u);
    }

    void theRingOverwritesTheOldestOnly()
    {
        TopicTable table(1'000, 64 * 1024);
        const std::string payload(1'000, 'x');
        const TopicId quiet = add(table, "quiet", "still here?");
        TopicId busy = 0;
        for (int i = 0; i < 1'000; ++i)
            busy = add(table, "busy", std::to_string(i) + payload);
        QVERIFY(table.history(quiet, 10).empty());
        const auto history = table.history(busy, 1'000);
        QVERIFY(history.size() > 50 && history.size() < 64);
        for (std::size_t i = 0; i < history.size(); ++i)
            QVERIFY(history[i].payload.startsWith(QByteArray::number(999 - static_cast<int>(i))));
    }

    void aHugeMessageIsCutForDisplayAndSaysSo()
    {
        TopicTable table(10, 64 * 1024);
        const TopicId id = add(table, "t", std::string(1'000'000, 'y'));
        const auto history = table.history(id, 1);
        QCOMPARE(history.size(), 1u);
        QCOMPARE(history[0].fullSize, 1'000'000u);
        QVERIFY(history[0].payload.size() < 20'000);
    }

    void resizingForgetsSafely()
    {
        TopicTable table(10, 1 << 20);
        const TopicId id = add(table, "t", "old");
        table.setRingBytes(128 * 1024);
        QVERIFY(table.history(id, 5).empty());
        add(table, "t", "new");
        QCOMPARE(table.history(id, 5).size(), 1u);
    }

    void theTopicCapIsCounted()
    {
        TopicTable table(2, 64 * 1024);
        add(table, "a", "1");
        add(table, "b", "1");
        QCOMPARE(add(table, "c", "1"), ingest::noTopic);
        QCOMPARE(table.refused(), 1u);
        QCOMPARE(table.size(), 2u);
    }

    void retainedAgainIsRecognised()
    {
        TopicTable table(10, 64 * 1024);
        add(table, "t", "on");
        QVERIFY(table.sameAsNewest(MessageView{"t", "on"}));
        QVERIFY(!table.sameAsNewest(MessageView{"t", "off"}));
        QVERIFY(!table.sameAsNewest(MessageView{"u", "on"}));
    }

    void rates()
    {
        TopicTable table(10, 64 * 1024);
        base::TimeNs now = base::nsPerSecond;
        table.tick(now);
        TopicId id = 0;
        for (int second = 0; second < 40; ++second) {
            for (int i = 0; i < 50; ++i)
                id = add(table, "t", "1");
            now += base::nsPerSecond;
            table.tick(now);
        }
        QVERIFY(std::abs(table.figures({id})[0].rate - 50) < 1);
        for (int second = 0; second < 120; ++second)
            table.tick(now += base::nsPerSecond);
        QCOMPARE(table.figures({id})[0].rate, 0.0);
    }

    void searchFindsAllWordsInAnyCase()
    {
        TopicTable table(100'000, 64 * 1024);
        for (int i = 0; i < 1'000; ++i)
            add(table,
                "Plant/line" + std::to_string(i % 10) + "/pump" + std::to_string(i)
                    + "/Temperature",
                "1");
        QCOMPARE(table.search(u"temperature"_s, 5'000).size(), 1'000u);
        QCOMPARE(table.search(u"LINE3 pump13/"_s, 5'000).size(), 1u);
        QCOMPARE(table.search(u"plant"_s, 7).size(), 7u);
        QVERIFY(table.search(u"nothing like it"_s, 10).empty());
    }

    void readersAndTheWriterMeetSafely()
    {
        TopicTable table(5'000, 256 * 1024);
        std::atomic<bool> done = false;
        std::thread writer([&table, &done] {
            for (int i = 0; i < 30'000; ++i)
                add(table, "t/" + std::to_string(i % 3'000), std::to_string(i), i);
            done = true;
        });
        std::vector<float> rates;
        while (!done) {
            const auto names = table.namesFrom(0);
            for (std::size_t i = 0; i < names.size(); i += 97) {
                for (const auto &message : table.history(names[i].id, 4))
                    QVERIFY(message.payload.toInt() % 3'000 == static_cast<int>(names[i].id));
            }
            table.rates(rates);
        }
        writer.join();
        QCOMPARE(table.size(), 3'000u);
    }
};

QTEST_GUILESS_MAIN(TestTopicTable)
#include "tst_topictable.moc"
