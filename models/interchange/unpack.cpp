// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/unpack.h"

#include <zstd.h>
#ifdef PILOTHOUSE_LZ4
#include <lz4frame.h>
#endif

namespace interchange {

namespace {

#ifdef PILOTHOUSE_LZ4
bool unpackLz4(std::string_view packed, std::string &out)
{
    LZ4F_dctx *context = nullptr;
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION)))
        return false;
    std::size_t at = 0;
    std::size_t done = 0;
    std::size_t hint = 1;
    while (hint != 0) {
        std::size_t room = out.size() - done;
        std::size_t used = packed.size() - at;
        hint =
            LZ4F_decompress(context, out.data() + done, &room, packed.data() + at, &used, nullptr);
        if (LZ4F_isError(hint) || (room == 0 && used == 0))
            break;
        done += room;
        at += used;
    }
    LZ4F_freeDecompressionContext(context);
    return hint == 0 && done == out.size() && at == packed.size();
}
#endif

} // namespace

Unpacked unpack(std::string_view kind, std::string_view packed, std::size_t size, std::string &out)
{
    if (kind.empty()) {
        out = packed;
        return packed.size() == size ? Unpacked::Done : Unpacked::Damaged;
    }
    if (kind == "zstd") {
        out.resize(size);
        const std::size_t got = ZSTD_decompress(out.data(), size, packed.data(), packed.size());
        return got == size ? Unpacked::Done : Unpacked::Damaged;
    }
#ifdef PILOTHOUSE_LZ4
    if (kind == "lz4") {
        out.resize(size);
        return unpackLz4(packed, out) ? Unpacked::Done : Unpacked::Damaged;
    }
#endif
    return Unpacked::UnknownKind;
}

} // namespace interchange
