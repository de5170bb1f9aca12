// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/chunk.h"
#include "models/recording/state.h"
#include "tests/recording/madestream.h"

#include <QTest>

#include <random>

using namespace recording;
using telemetry::MessageProperties;
using telemetry::MessageView;

namespace {

struct Kept
{
    TopicId topic;
    std::string payload;
    MessageProperties properties;
    MessageView view;
};

Kept randomMessage(std::mt19937_64 &random, std::size_t mostBytes)
{
    Kept out;
    out.topic = static_cast<TopicId>(random() % 3 == 0 ? random() % 1'000'000 : random() % 5);
    out.payload.resize(random() % 4 == 0 ? 0 : random() % mostBytes);
    for (char &c : out.payload)
        c = static_cast<char>(random());
    out.view.received = static_cast<base::TimeNs>(random() % 5 == 0 ? random() : random() % 1'000);
    out.view.qos = static_cast<std::uint8_t>(random() % 3);
    out.view.retain = random() % 2;
    out.view.duplicate = random() % 2;
    out.view.retainAsPublished = random() % 2;
    if (random() % 3 == 0) {
        out.properties.contentType = std::string(random() % 4, '\xfe');
        out.properties.responseTopic = random() % 2 ? "a/b" : "";
        out.properties.correlationData = std::string(random() % 9, '\0');
        for (std::uint64_t i = random() % 3; i > 0; --i)
            out.properties.userProperties.emplace_back("n" + std::to_string(i),
                                                       std::string(random() % 300, 'v'));
        for (std::uint64_t i = random() % 3; i > 0; --i)
            out.properties.subscriptionIds.push_back(static_cast<std::uint32_t>(random()));
        out.properties.expirySeconds = static_cast<std::int64_t>(random() % 3) - 1;
        out.properties.payloadFormat = static_cast<int>(random() % 3) - 1;
        out.view.properties = &out.properties;
    }
    return out;
}

void add(ChunkBuilder &builder, Kept &kept)
{
    kept.view.payload = kept.payload;
    if (kept.view.properties)
        kept.view.properties = &kept.properties;
    builder.add(kept.topic, kept.view);
}

std::string sample(std::uint64_t seed, std::size_t count, std::vector<Kept> &messages)
{
    std::mt19937_64 random(seed);
    ChunkBuilder builder;
    for (std::size_t i = 0; i < count; ++i)
        messages.push_back(randomMessage(random, 40));
    for (Kept &kept : messages)
        add(builder, kept);
    return builder.encode(0);
}

void readAll(const Chunk &chunk)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const Chunk::Message message = chunk.at(i);
        // The bytes behind a payload may be read as well.
        for (std::size_t b = 0; b < message.view.payload.size() + telemetry::MessageBatch::padding;
             ++b)
            sum += static_cast<std::uint8_t>(message.view.payload.data()[b]);
    }
    QVERIFY(sum < SIZE_MAX);
}

State randomState(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    State state;
    for (std::uint64_t i = random() % 60; i > 0; --i) {
        Kept kept = randomMessage(random, 200);
        kept.view.payload = kept.payload;
        if (kept.view.properties)
            kept.view.properties = &kept.properties;
        state.take(kept.topic % 20, kept.view);
    }
    for (std::uint64_t i = random() % 40; i > 0; --i)
        state.take(telemetry::Sample{static_cast<telemetry::SignalId>(random() % 30),
                                     static_cast<telemetry::ValueType>(random() % 5),
                                     telemetry::Quality::Good,
                                     static_cast<base::TimeNs>(random() % 100),
                                     static_cast<base::TimeNs>(random()), random()});
    return state;
}

bool equal(const KeptMessage &a, const KeptMessage &b)
{
    return a == b && (a.properties == nullptr) == (b.properties == nullptr)
        && (!a.properties || made::same(*a.properties, *b.properties));
}

bool equal(const State &a, const State &b)
{
    if (a.topics().size() != b.topics().size() || a.values() != b.values()
        || a.bytes() != b.bytes())
        return false;
    for (std::size_t i = 0; i < a.topics().size(); ++i) {
        const TopicState &x = a.topics()[i];
        const TopicState &y = b.topics()[i];
        if (x.seen != y.seen || x.retains != y.retains || !equal(x.last, y.last)
            || x.retained.has_value() != y.retained.has_value()
            || (x.retained && !equal(*x.retained, *y.retained)))
            return false;
    }
    return true;
}

} // namespace

class TestChunk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            std::mt19937_64 random(seed);
            std::vector<Kept> messages;
            ChunkBuilder builder;
            for (std::uint64_t i = 1 + random() % 200; i > 0; --i)
                messages.push_back(randomMessage(random, 300));
            for (Kept &kept : messages)
                add(builder, kept);
            const std::size_t from = random() % messages.size();
            const auto chunk = Chunk::decode(builder.encode(from));
            QVERIFY(chunk);
            QCOMPARE(chunk->size(), messages.size() - from);
            std::map<TopicId, std::uint32_t> counts;
            for (std::size_t i = 0; i < chunk->size(); ++i) {
                const Chunk::Message got = chunk->at(i);
                const Kept &wanted = messages[from + i];
                QCOMPARE(got.topic, wanted.topic);
                ++counts[wanted.topic];
                MessageView view = wanted.view;
                view.topic = {};
                QVERIFY2(made::same(got.view, view), qPrintable(QString::number(seed)));
            }
            std::vector<TopicCount> topics;
            QVERIFY(unpackTopics(packTopics(builder.topics(from)), topics));
            QCOMPARE(topics.size(), counts.size());
            for (const TopicCount &topic : topics)
                QCOMPARE(topic.messages, counts[topic.topic]);
        }
    }

    void appendedIsAsAdded()
    {
        std::mt19937_64 random(4);
        ChunkBuilder whole;
        ChunkBuilder first;
        ChunkBuilder second;
        for (int i = 0; i < 500; ++i) {
            Kept kept = randomMessage(random, 90);
            add(whole, kept);
            add(i < 200 ? first : second, kept);
        }
        first.append(second);
        QVERIFY(first.encode(0) == whole.encode(0));
        QVERIFY(first.encode(300) == whole.encode(300));
        QCOMPARE(first.earliest(10), whole.earliest(10));
        QCOMPARE(first.latest(10), whole.latest(10));
    }

    void largePayloads()
    {
        std::mt19937_64 random(5);
        ChunkBuilder builder;
        std::vector<std::string> payloads;
        for (int i = 0; i < 5; ++i) {
            payloads.emplace_back(1 << 20, '\0');
            for (std::size_t b = 0; b < payloads.back().size(); b += 3)
                payloads.back()[b] = static_cast<char>(random());
            MessageView view;
            view.payload = payloads.back();
            builder.add(7, view);
        }
        std::string bytes;
        QVERIFY(decompress(compress(builder.encode(0), 3), maxChunkBytes, bytes));
        const auto chunk = Chunk::decode(bytes);
        QVERIFY(chunk);
        for (std::size_t i = 0; i < payloads.size(); ++i)
            QVERIFY(chunk->at(i).view.payload == payloads[i]);
    }

    void shortenedChunksAreRefused()
    {
        std::vector<Kept> messages;
        const std::string bytes = sample(6, 40, messages);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            // An own allocation of exactly this size: reading behind it is seen by the sanitizer.
            const std::string part(bytes, 0, size);
            QVERIFY2(!Chunk::decode(part), qPrintable(QString::number(size)));
        }
        QVERIFY(!Chunk::decode(bytes + '\0'));
    }

    void flippedBitsAreBounded()
    {
        std::vector<Kept> messages;
        const std::string bytes = sample(7, 30, messages);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            if (const auto chunk = Chunk::decode(flipped)) {
                QCOMPARE(chunk->size(), messages.size());
                readAll(*chunk);
            }
        }
    }

    void noiseIsBounded()
    {
        std::mt19937_64 random(8);
        for (int i = 0; i < 20'000; ++i) {
            std::string noise(random() % 200, '\0');
            for (char &c : noise)
                c = static_cast<char>(random());
            if (!noise.empty())
                noise[0] = 1;
            if (const auto chunk = Chunk::decode(noise))
                readAll(*chunk);
            State state;
            state.decode(noise);
        }
    }

    void topicsOutOfOrderAreRefused()
    {
        std::vector<TopicCount> topics;
        QVERIFY(!unpackTopics(std::string_view("\5\1\0\1", 4), topics)); // the same topic twice
        topics.clear();
        QVERIFY(!unpackTopics(std::string_view("\5", 1), topics));
        topics.clear();
        QVERIFY(!unpackTopics("\xff\xff\xff\xff\xff\xff\xff\xff\xff\1\1", topics));
    }

    void framesAreChecked()
    {
        const std::string text(10'000, 'x');
        const std::string frame = compress(text, 1);
        std::string out;
        QVERIFY(decompress(frame, text.size(), out));
        QVERIFY(out == text);
        QVERIFY(!decompress(frame, text.size() - 1, out)); // says that it is larger than wanted
        for (std::size_t size = 0; size < frame.size(); ++size)
            QVERIFY(!decompress(std::string_view(frame).substr(0, size), text.size(), out));
        QVERIFY(decompress(compress({}, 1), 10, out));
        QVERIFY(out.empty());
    }

    void stateRoundTrip()
    {
        for (std::uint64_t seed = 1; seed <= 400; ++seed) {
            const State state = randomState(seed);
            const std::string bytes = state.encode();
            State back;
            QVERIFY(back.decode(bytes));
            QVERIFY2(equal(back, state), qPrintable(QString::number(seed)));
            QVERIFY(back.encode() == bytes);
        }
    }

    void stateFollowsTheBroker()
    {
        const auto message = [](std::string_view payload, bool retain) {
            MessageView view;
            view.payload = payload;
            view.retain = retain;
            return view;
        };
        State state;
        state.take(0, message("birth", true));
        state.take(0, message("1", false));
        state.take(0, message("2", false));
        const TopicState &topic = state.topics()[0];
        QCOMPARE(QByteArray::fromStdString(topic.last.payload), "2");
        QVERIFY(topic.retains && topic.retained);
        QCOMPARE(QByteArray::fromStdString(topic.retained->payload), "birth");
        state.take(0, message("again", true));
        QVERIFY(state.topics()[0].retains && !state.topics()[0].retained);
        state.take(0, message("", true)); // clears it
        QVERIFY(!state.topics()[0].retains);
        state.take(0, message("3", false));
        QVERIFY(!state.topics()[0].retained);
        // The newest by source time stays, whatever comes later.
        state.take(
            telemetry::Sample{2, telemetry::ValueType::Int64, telemetry::Quality::Good, 10, 11, 5});
        state.take(
            telemetry::Sample{2, telemetry::ValueType::Int64, telemetry::Quality::Good, 9, 12, 6});
        QCOMPARE(state.values()[2].bits, 5u);
    }

    void damagedStates()
    {
        std::string bytes;
        for (std::uint64_t seed = 10; bytes.size() < 2'000; ++seed)
            bytes = randomState(seed).encode();
        State state;
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!state.decode(std::string(bytes, 0, size)));
        QVERIFY(!state.decode(bytes + '\0'));
        for (std::size_t bit = 0; bit < std::min<std::size_t>(bytes.size(), 4'000) * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            if (state.decode(flipped))
                QVERIFY(state.bytes() < 100 * bytes.size());
        }
        // Small bytes must not ask for much memory.
        QVERIFY(!state.decode(std::string_view("\1\1\xff\xff\xff\xff\x0f\0\0\0\0\0", 12)));
    }
};

QTEST_APPLESS_MAIN(TestChunk)
#include "tst_chunk.moc"
