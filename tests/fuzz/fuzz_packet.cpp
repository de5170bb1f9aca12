// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// MQTT packets from a server, 3.1.1 and 5.0: whatever the bytes, each packet is read, refused with
// words, or waited for; nothing is read outside the buffer, and the stream always moves on.

#include "models/connect/mqtt/packet.h"
#include "models/connect/mqtt/topics.h"

#include <cstdlib>

using namespace connect::mqtt;

namespace {

bool inside(std::string_view part, std::string_view whole)
{
    return part.empty()
        || (part.data() >= whole.data()
            && part.data() + part.size() <= whole.data() + whole.size());
}

void read(const Frame &frame, int version)
{
    if (frame.type == PacketType::Publish) {
        PublishPacket packet;
        if (const Fault fault = readPublish(frame, version, packet); fault != Fault::None) {
            if (faultText(fault).isEmpty())
                std::abort();
            return;
        }
        if (!inside(packet.topic, frame.body) || !inside(packet.payload, frame.body)
            || packet.qos > 2 || packet.topic.empty())
            std::abort();
        const std::string filter(packet.topic);
        if (!filter.starts_with('$') && !topicMatches("#", packet.topic))
            std::abort();
        if (!topicMatches(filter, packet.topic))
            std::abort();
        return;
    }
    ControlPacket packet;
    const Fault fault = readControl(frame, version, packet);
    if (packetName(frame.type).isEmpty() || (fault != Fault::None && faultText(fault).isEmpty()))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const int version = data[0] % 2 == 0 ? 4 : 5;
    const std::size_t limit = data[0] < 128 ? 1u << 20 : 64;
    std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    while (!rest.empty()) {
        Frame frame;
        if (scanFrame(rest, limit, frame) != Scan::Complete)
            break;
        if (frame.whole.empty() || !inside(frame.whole, rest) || !inside(frame.body, frame.whole))
            std::abort();
        read(frame, version);
        rest.remove_prefix(frame.whole.size());
    }
    return 0;
}
