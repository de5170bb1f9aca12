// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Blobs of the historian: bytes with a good check must decode or be refused, and what is packed
// from any samples must come back bit for bit.

#include "models/store/columnsink.h"
#include "models/store/journal.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace store;

namespace {

std::string_view part(std::string_view &rest)
{
    if (rest.size() < 2)
        return std::exchange(rest, {});
    const std::size_t size = std::min<std::size_t>(static_cast<std::uint8_t>(rest[0])
                                                       + 256u * static_cast<std::uint8_t>(rest[1]),
                                                   rest.size() - 2);
    const std::string_view out = rest.substr(2, size);
    rest.remove_prefix(2 + size);
    return out;
}

std::string withCheck(std::string_view body)
{
    std::string blob(body);
    ByteWriter(blob).u64(blobCheck(blob.data(), blob.size()));
    return blob;
}

void decode(std::string_view input)
{
    const std::string times = withCheck(part(input));
    const std::string delays = withCheck(part(input));
    const std::string block = withCheck(input);
    std::vector<Entry> entries;
    if (unpackEntries(times, delays, block, entries))
        summarise(entries);
    TimesView timesView;
    BlockView blockView;
    if (!timesView.open(times) || !blockView.open(block) || !blockView.uniform()
        || timesView.size() != blockView.size())
        return;
    std::vector<telemetry::Column> out(40);
    ColumnSink sink({timesView.miniFirst(0) / 2, timesView.miniFirst(0) / 2 + 5'000'000'000, 40},
                    out);
    std::array<TimeNs, miniSize> at;
    std::array<std::uint64_t, miniSize> bits;
    for (std::size_t m = 0; m * miniSize < blockView.size(); ++m) {
        double min;
        double max;
        blockView.miniRange(m, min, max);
        if (timesView.decodeMini(m, at.data()) && blockView.decodeMini(m, bits.data()))
            sink.addRun(blockView.type(),
                        std::span(at).first(std::min(miniSize, blockView.size() - m * miniSize)),
                        bits.data(), nullptr, 1);
    }
}

void roundTrip(std::string_view input)
{
    std::vector<Entry> entries;
    while (input.size() >= 12 && entries.size() < maxBlockSamples) {
        Entry entry;
        std::uint32_t time;
        std::memcpy(&time, input.data(), 4);
        std::memcpy(&entry.bits, input.data() + 4, 8);
        entry = Entry::of(time, entry.bits, static_cast<telemetry::ValueType>(time % 5),
                          static_cast<std::uint8_t>(time >> 24), time % 999);
        entries.push_back(entry);
        input.remove_prefix(12);
    }
    if (entries.empty())
        return;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.time < b.time; });
    std::string times;
    std::string delays;
    std::string block;
    packTimes(entries, times);
    packDelays(entries, delays);
    packBlock(entries, block);
    std::vector<Entry> back;
    if (!unpackEntries(times, delays, block, back) || back != entries)
        std::abort();
    const JournalRun run{1, entries};
    bool same = false;
    if (!unpackJournal(packJournal(std::span(&run, 1)),
                       [&](telemetry::SignalId, std::span<const Entry> got) {
                           same =
                               std::equal(got.begin(), got.end(), entries.begin(), entries.end());
                       })
        || !same)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view input(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 3) {
    case 0:
        decode(input);
        break;
    case 1:
        roundTrip(input);
        break;
    default:
        unpackJournal(input, [](telemetry::SignalId, std::span<const Entry>) {});
    }
    return 0;
}
