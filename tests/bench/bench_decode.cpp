// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nanoseconds per message through a warm decode chain, beside simdjson's bare parse of the same
// text. One JSON object per payload on standard output.
#include "models/decode/chain.h"

#include <simdjson.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

namespace {
std::atomic<std::uint64_t> allocations{0};
}

void *operator new(std::size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *place = std::malloc(size))
        return place;
    throw std::bad_alloc();
}
void operator delete(void *place) noexcept
{
    std::free(place);
}
void operator delete(void *place, std::size_t) noexcept
{
    std::free(place);
}

namespace {

using Clock = std::chrono::steady_clock;
constexpr int topicCount = 1'000;

struct Row
{
    const char *name;
    const char *topicStart;
    const char *topicEnd;
    std::string payload;
};

/// Best of several runs: the machine's noise only adds.
template <class Work>
double nanoseconds(int messages, Work work)
{
    double best = 1e18;
    for (int run = 0; run < 7; ++run) {
        const auto start = Clock::now();
        for (int i = 0; i < messages; ++i)
            work(i);
        const std::chrono::duration<double, std::nano> took = Clock::now() - start;
        best = std::min(best, took.count() / messages);
    }
    return best;
}

/// Payload with one Sparkplug metric of each of four doubles, by hand: name, timestamp, datatype,
/// value.
std::string sparkplugBirth(bool withSequence)
{
    std::string payload("\x08\x80\xd0\x95\xff\xbc\x31", 7);
    for (const char *name : {"temp", "pres", "flow", "rpm_"}) {
        std::string metric = "\x0a\x04";
        metric.append(name).append("\x20\x0a\x69", 3).append(8, '\x40');
        payload.append("\x12").append(1, static_cast<char>(metric.size())).append(metric);
    }
    if (withSequence)
        payload.append("\x18\x00", 2);
    return payload;
}

void measure(const Row &row, int messages)
{
    const std::string padded = row.payload + std::string(telemetry::MessageBatch::padding, '\0');
    const std::string_view payload = std::string_view(padded).substr(0, row.payload.size());
    std::vector<std::string> topics;
    for (int i = 0; i < topicCount; ++i)
        topics.push_back(row.topicStart + std::to_string(i) + row.topicEnd);
    decode::Chain chain;
    decode::Output out;
    std::size_t samples = 0;
    const auto decodeOne = [&](int i) {
        telemetry::MessageView message;
        message.topic = topics[static_cast<std::size_t>(i % topicCount)];
        message.payload = payload;
        message.received = 1'700'000'000 * base::nsPerSecond + i;
        chain.decode(message, out);
        samples += out.samples.size();
    };
    for (int i = 0; i < topicCount * 3; ++i)
        decodeOne(i);
    const std::uint64_t before = allocations.load();
    for (int i = 0; i < topicCount; ++i)
        decodeOne(i);
    const double perMessage = static_cast<double>(allocations.load() - before) / topicCount;
    const double chainTime = nanoseconds(messages, decodeOne);
    simdjson::dom::parser parser;
    double bare = 0;
    if (payload.front() == '{' || payload.front() == '[')
        bare = nanoseconds(messages, [&](int) {
            samples += parser.parse(payload.data(), payload.size(), false).error();
        });
    std::printf(
        "{\"payload\":\"%s\",\"bytes\":%zu,\"decoder\":\"%.*s\",\"samples\":%zu,\"ns\":%.0f,"
        "\"simdjson_ns\":%.0f,\"allocations\":%.2f}\n",
        row.name, payload.size(), static_cast<int>(out.decoder.size()), out.decoder.data(),
        out.samples.size(), chainTime, bare, perMessage);
}

} // namespace

int main(int argc, char *argv[])
{
    const int messages = argc > 1 ? std::atoi(argv[1]) : 200'000;
    const Row rows[] = {
        {"flat JSON, 100 bytes", "plant/line/dev", "/telemetry",
         R"({"ts":1700000000123,"seq":123456,"temperature":21.53,"pressure":1.0132,"rpm":1480,"state":"running"})"},
        {"inference JSON", "plant/line/cam", "/inference",
         R"({"ts":1700000000123,"model":"wear","version":"3","label":"ok","confidence":0.9312,"latency_ms":4.1})"},
        {"SenML", "plant/dev", "/up",
         R"([{"bn":"urn:dev:mac:1:","bt":1700000000,"n":"temp","u":"Cel","v":21.5},{"n":"hum","u":"%RH","v":40}])"},
        {"plain number", "plant/dev", "/temperature", "21.53"},
        {"Sparkplug NBIRTH, 4 metrics", "spBv1.0/G/NBIRTH/E", "", sparkplugBirth(true)},
    };
    const std::string_view only = argc > 2 ? argv[2] : "";
    for (const Row &row : rows) {
        if (std::string_view(row.name).starts_with(only))
            measure(row, messages);
    }
    return 0;
}
