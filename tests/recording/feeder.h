// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/recorder.h"
#include "tests/recording/madestream.h"

#include <bit>

namespace made {

/// Feeds the made stream, and with each message three samples of the device it came from: its
/// number, a decimal, a word.
class Feeder
{
public:
    Feeder(recording::Recorder &recorder, std::uint32_t width)
        : m_recorder(recorder)
        , m_width(width)
    {
        // Ids that the recording will not have.
        catalogue.addSource(QStringLiteral("other"), QStringLiteral("Other"));
        catalogue.addSource(QStringLiteral("c"), QStringLiteral("C"));
        texts.intern("not recorded");
        recorder.connection(1, {QStringLiteral("c"), QStringLiteral("C"), QStringLiteral("{}")});
    }

    void feed(std::uint64_t count)
    {
        for (const std::uint64_t end = next + count; next < end; ++next) {
            message(next, m_width, m_message);
            m_message.view.source = 1;
            m_recorder.message(m_message.view);
            m_recorder.samples(m_message.view, samplesOf(next), catalogue, texts);
        }
        m_recorder.endBatch();
    }

    /// What message k says, by the names of the feeder.
    std::vector<telemetry::Sample> samplesOf(std::uint64_t k)
    {
        using telemetry::ValueType;
        const auto device = catalogue.internDevice(1, "dev" + std::to_string(mix(k) % m_width));
        const TimeNs time = begin + static_cast<TimeNs>(k) * base::nsPerMs;
        const auto make = [&](const char *name, ValueType type, std::uint64_t bits) {
            return telemetry::Sample{catalogue.internSignal(device, name, type),
                                     type,
                                     k % 31 == 0 && type == ValueType::Double
                                         ? telemetry::Quality::Suspect
                                         : telemetry::Quality::Good,
                                     time,
                                     time + 2 * base::nsPerMs,
                                     bits};
        };
        return {make("k", ValueType::UInt64, k),
                make("value", ValueType::Double,
                     std::bit_cast<std::uint64_t>(static_cast<double>(mix(k) % 1'000) / 100)),
                make("word", ValueType::Text, texts.intern("word " + std::to_string(k % 9)))};
    }

    telemetry::Catalogue catalogue;
    telemetry::TextTable texts;
    std::uint64_t next = 0;

private:
    recording::Recorder &m_recorder;
    const std::uint32_t m_width;
    Message m_message;
};

} // namespace made
