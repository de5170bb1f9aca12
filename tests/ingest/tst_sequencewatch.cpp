// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/sequencewatch.h"

#include <QTest>

#include <vector>

using ingest::SequenceWatch;

class TestSequenceWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gaps_data()
    {
        QTest::addColumn<std::vector<qint64>>("numbers");
        QTest::addColumn<qint64>("modulus");
        QTest::addColumn<qint64>("missing");
        QTest::addColumn<int>("restarts");
        const std::vector<qint64> ten{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        const auto then = [&ten](std::vector<qint64> more) {
            std::vector<qint64> all = ten;
            all.insert(all.end(), more.begin(), more.end());
            return all;
        };
        QTest::newRow("steady") << ten << 0LL << 0LL << 0;
        QTest::newRow("three missing") << then({14, 15}) << 0LL << 3LL << 0;
        QTest::newRow("one of them late") << then({14, 12, 15}) << 0LL << 2LL << 0;
        QTest::newRow("same again is no gap") << then({10, 11}) << 0LL << 0LL << 0;
        QTest::newRow("starts over") << then({0, 1, 2}) << 0LL << 0LL << 1;
        QTest::newRow("jumps far: another counter") << then({5'000'000'000}) << 0LL << 0LL << 1;
        QTest::newRow("not a counter")
            << std::vector<qint64>{5, 100, 3, 77, 1'000, 4} << 0LL << 0LL << 0;
        QTest::newRow("counts over several topics")
            << std::vector<qint64>{1, 4, 7, 10, 13, 16, 19, 22, 25, 28} << 0LL << 0LL << 0;
        QTest::newRow("sparkplug wraps")
            << std::vector<qint64>{254, 255, 0, 1} << 256LL << 0LL << 0;
        QTest::newRow("sparkplug gap over the wrap")
            << std::vector<qint64>{254, 1} << 256LL << 2LL << 0;
        QTest::newRow("sparkplug rebirth")
            << std::vector<qint64>{100, 101, 0, 1} << 256LL << 0LL << 1;
        QTest::newRow("sparkplug late")
            << std::vector<qint64>{254, 255, 2, 0, 3, 1, 4} << 256LL << 0LL << 0;
        QTest::newRow("sparkplug same again") << std::vector<qint64>{7, 7, 8} << 256LL << 0LL << 0;
    }

    void gaps()
    {
        QFETCH(std::vector<qint64>, numbers);
        QFETCH(qint64, modulus);
        QFETCH(qint64, missing);
        QFETCH(int, restarts);
        SequenceWatch watch;
        qint64 found = 0;
        int foundRestarts = 0;
        for (const qint64 number : numbers) {
            const SequenceWatch::Step step = watch.next(number, modulus);
            found += step.missing;
            foundRestarts += step.restarted ? 1 : 0;
        }
        QCOMPARE(found, missing);
        QCOMPARE(foundRestarts, restarts);
    }
};

QTEST_GUILESS_MAIN(TestSequenceWatch)
#include "tst_sequencewatch.moc"
