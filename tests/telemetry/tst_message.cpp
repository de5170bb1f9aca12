// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/message.h"

#include <QTest>

#include <atomic>
#include <thread>

using telemetry::Inlet;
using telemetry::MessageBatch;
using telemetry::MessageView;
using telemetry::SourceEvent;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchKeepsEverythingApart()
    {
        MessageBatch batch;
        telemetry::MessageProperties properties;
        properties.contentType = "application/json";
        for (int i = 0; i < 1'000; ++i) {
            const std::string topic = "a/" + std::to_string(i);
            const std::string payload(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
            MessageView view{topic, payload,    i,     3,
                             1,     i % 2 == 0, false, i % 10 == 0 ? &properties : nullptr};
            batch.append(view);
        }
        QCOMPARE(batch.size(), 1'000u);
        for (int i = 0; i < 1'000; ++i) {
            const MessageView view = batch.at(static_cast<std::size_t>(i));
            QCOMPARE(std::string(view.topic), "a/" + std::to_string(i));
            QCOMPARE(std::string(view.payload),
                     std::string(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26)));
            QCOMPARE(view.received, i);
            QCOMPARE(view.source, 3);
            QCOMPARE(view.retain, i % 2 == 0);
            QCOMPARE(view.properties != nullptr, i % 10 == 0);
        }
        // The last payload has readable bytes behind it (simdjson reads ahead).
        const MessageView last = batch.at(999);
        volatile char sum = 0;
        for (std::size_t i = 0; i < MessageBatch::padding; ++i)
            sum = static_cast<char>(sum + last.payload.data()[last.payload.size() + i]);
        batch.clear();
        QVERIFY(batch.empty());
    }

    void eventsKnowTheirPlace()
    {
        Inlet inlet;
        inlet.push(SourceEvent{SourceEvent::Kind::Connected, 1, "up", 99});
        QVERIFY(inlet.push({"t", "1", 2}));
        inlet.push(SourceEvent{SourceEvent::Kind::Disconnected, 3, "down", 0});
        MessageBatch batch;
        QVERIFY(inlet.take(batch, 0));
        QCOMPARE(batch.events().size(), 2u);
        QCOMPARE(batch.events()[0].beforeMessage, 0u);
        QCOMPARE(batch.events()[1].beforeMessage, 1u);
    }

    void aFullInletBlocksThenDropsAndSaysSo()
    {
        Inlet inlet(1'000, 20 * base::nsPerMs);
        const std::string payload(600, 'x');
        QVERIFY(inlet.push({"t", payload, 0}));
        QVERIFY(inlet.push({"t", payload, 0})); // passes the limit, the next one waits
        QVERIFY(!inlet.push({"t", payload, 0}));
        QCOMPARE(inlet.dropped(), 1u);
        QVERIFY(inlet.blockedFor() >= 15 * base::nsPerMs);
        MessageBatch batch;
        QVERIFY(inlet.take(batch, 0));
        QVERIFY(inlet.push({"t", payload, 0}));
        QCOMPARE(inlet.dropped(), 1u);
    }

    void aClosedInletRefusesAndWakes()
    {
        Inlet inlet;
        std::thread reader([&inlet] {
            MessageBatch batch;
            (void)inlet.take(batch, 60 * base::nsPerSecond);
        });
        inlet.close();
        reader.join();
        QVERIFY(!inlet.push({"t", "1", 0}));
    }

    void nothingIsLostBetweenThreads()
    {
        Inlet inlet(64 * 1024);
        constexpr int count = 200'000;
        std::thread writer([&inlet] {
            for (int i = 0; i < count; ++i) {
                const std::string payload = std::to_string(i);
                if (!inlet.push({"topic", payload, i}))
                    return;
            }
        });
        MessageBatch batch;
        int next = 0;
        bool inOrder = true;
        while (next < count && inOrder) {
            inlet.take(batch, 5 * base::nsPerMs);
            for (std::size_t i = 0; i < batch.size(); ++i)
                inOrder = inOrder && batch.at(i).payload == std::to_string(next++);
        }
        inlet.close();
        writer.join();
        QVERIFY(inOrder);
        QCOMPARE(next, count);
        QCOMPARE(inlet.dropped(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
