// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include <zstd.h>

namespace store {

namespace {

constexpr std::uint64_t maxJournalBytes = 512u << 20;
using U = std::uint64_t;

/// Writes one number per sample, each as its difference to the one before: what is regular becomes
/// runs of equal bytes.
void putColumn(std::span<const JournalRun> runs, std::string &out, auto part)
{
    for (const JournalRun &run : runs) {
        U previous = 0;
        for (const Entry &entry : run.entries) {
            const U value = part(entry);
            ByteWriter(out).u64(value - previous);
            previous = value;
        }
    }
}

bool getColumn(ByteReader &in, std::span<Entry> entries, std::span<const std::uint32_t> counts,
               auto set)
{
    std::size_t next = 0;
    for (const std::uint32_t count : counts) {
        U previous = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            previous += in.u64();
            set(entries[next++], previous);
        }
    }
    return in.ok();
}

} // namespace

std::string packJournal(std::span<const JournalRun> runs)
{
    std::string raw;
    std::size_t samples = 0;
    for (const JournalRun &run : runs)
        samples += run.entries.size();
    raw.reserve(runs.size() * 8 + samples * sizeof(Entry) + 16);
    ByteWriter writer(raw);
    writer.varint(runs.size());
    for (const JournalRun &run : runs) {
        writer.varint(run.signal);
        writer.varint(run.entries.size());
    }
    putColumn(runs, raw, [](const Entry &e) { return static_cast<U>(e.time); });
    putColumn(runs, raw, [](const Entry &e) { return e.meta; });
    putColumn(runs, raw, [](const Entry &e) { return e.bits; });

    std::string out(ZSTD_compressBound(raw.size()), '\0');
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    const std::size_t size =
        ZSTD_compress2(context, out.data(), out.size(), raw.data(), raw.size());
    ZSTD_freeCCtx(context);
    out.resize(ZSTD_isError(size) ? 0 : size);
    return out;
}

bool unpackJournal(std::string_view blob,
                   const std::function<void(telemetry::SignalId, std::span<const Entry>)> &take)
{
    const unsigned long long size = ZSTD_getFrameContentSize(blob.data(), blob.size());
    if (size > maxJournalBytes) // also its two error values
        return false;
    std::string raw(size, '\0');
    if (ZSTD_decompress(raw.data(), raw.size(), blob.data(), blob.size()) != size)
        return false;
    ByteReader in(raw.data(), raw.size());
    const U runs = in.varint();
    if (runs > size)
        return false;
    std::vector<telemetry::SignalId> signalIds;
    std::vector<std::uint32_t> counts;
    U samples = 0;
    for (U i = 0; i < runs && in.ok(); ++i) {
        signalIds.push_back(static_cast<telemetry::SignalId>(in.varint()));
        const U count = in.varint();
        samples += count;
        if (count > size || samples > size)
            return false;
        counts.push_back(static_cast<std::uint32_t>(count));
    }
    if (!in.ok() || in.left() != samples * sizeof(Entry))
        return false;
    std::vector<Entry> entries(samples);
    if (!getColumn(in, entries, counts, [](Entry &e, U v) { e.time = static_cast<TimeNs>(v); })
        || !getColumn(in, entries, counts, [](Entry &e, U v) { e.meta = v; })
        || !getColumn(in, entries, counts, [](Entry &e, U v) { e.bits = v; }))
        return false;
    std::size_t next = 0;
    for (std::size_t i = 0; i < counts.size(); next += counts[i++])
        take(signalIds[i], std::span(entries).subspan(next, counts[i]));
    return true;
}

} // namespace store
