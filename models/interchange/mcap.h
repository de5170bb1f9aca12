// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/messagereader.h"
#include "models/interchange/writers.h"

#include <QIODevice>

namespace interchange {

/// The messages of an MCAP file (https://mcap.dev/spec) in the order of the file; log time ->
/// received, channel topic -> topic, data -> payload as it is (JSON or any other encoding). Chunks
/// without compression, zstd, and lz4 where it was built in. Checksums are checked: a damaged chunk
/// is skipped and named. Attachments and metadata are passed over. A file without its end (the
/// recorder was killed) is read as far as it goes. Memory: the largest chunk, at most 64 MiB.
base::Result<std::unique_ptr<MessageReader>> openMcap(const QString &path);
base::Result<std::unique_ptr<MessageReader>> openMcap(std::unique_ptr<QIODevice> device,
                                                      const QString &name);

struct McapOptions
{
    /// JSON objects go to channels of encoding "json", so that other tools can show them; all else
    /// (or everything, when false) to channels of encoding "raw".
    bool json = true;
    std::size_t chunkBytes = 1u << 20; ///< before compression
};

/// One channel per topic, connection, encoding, and way of sending (QoS, retain, DUP, properties),
/// which the channel's metadata tell: `connection`, `qos`, `retain`, `retain_as_published`, `dup`,
/// `properties`; openMcap() gives them back. zstd chunks with checksums, message and chunk indexes,
/// statistics.
/// The format has room for 65,535 channels; properties are left out (counted) when they alone would
/// need more, and one sentence refuses what still does not fit.
base::Result<std::unique_ptr<MessageWriter>> createMcap(const QString &path,
                                                        const McapOptions &options = {});

} // namespace interchange
