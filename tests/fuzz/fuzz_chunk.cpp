// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Chunks of a recording: any bytes decode to something bounded or are refused; what decodes reads
// the same after it was encoded again.

#include "models/recording/chunk.h"

#include <cstdlib>

using namespace recording;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    std::vector<TopicCount> topics;
    unpackTopics(input, topics);
    std::string bytes;
    decompress(input, 1 << 20, bytes);
    const auto chunk = Chunk::decode(input);
    if (!chunk)
        return 0;
    ChunkBuilder builder;
    for (std::size_t i = 0; i < chunk->size(); ++i)
        builder.add(chunk->at(i).topic, chunk->at(i).view);
    const auto again = Chunk::decode(builder.encode(0));
    if (!again || again->size() != chunk->size())
        std::abort();
    for (std::size_t i = 0; i < chunk->size(); ++i) {
        const Chunk::Message a = chunk->at(i);
        const Chunk::Message b = again->at(i);
        if (a.topic != b.topic || a.view.payload != b.view.payload
            || a.view.received != b.view.received || flagsOf(a.view) != flagsOf(b.view))
            std::abort();
    }
    return 0;
}
