// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A data race on purpose, in a test slot against a QThread: built and run only under the thread
// sanitizer, where the test passes when the race is reported. A suppression or option that is too
// broad makes it fail.
#include <QTest>
#include <QThread>

#include <memory>

class TestTsanCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raceIsReported()
    {
        int shared = 0;
        const std::unique_ptr<QThread> thread(QThread::create([&shared] {
            for (int i = 0; i < 100'000; ++i)
                const_cast<volatile int &>(shared) = shared + 1;
        }));
        thread->start();
        for (int i = 0; i < 100'000; ++i)
            const_cast<volatile int &>(shared) = shared + 1;
        thread->wait();
        QVERIFY(shared > 0);
    }
};

QTEST_GUILESS_MAIN(TestTsanCanary)
#include "tst_tsancanary.moc"
