// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/writers.h"

#include "models/interchange/notices.h"

namespace interchange {

MessageWriter::~MessageWriter() = default;
SampleWriter::~SampleWriter() = default;

base::Result<std::uint64_t> copyMessages(MessageReader &from, MessageWriter &to,
                                         const Progress &progress)
{
    constexpr std::uint64_t between = 512; // messages
    std::uint64_t count = 0;
    std::vector<MessageReader::Origin> origins;
    telemetry::MessageView message;
    while (true) {
        if (progress && count % between == 0 && !progress(from.bytesRead(), from.bytesTotal()))
            return base::failure(Tr::tr("The export was stopped; no file was written."),
                                 base::ErrorCode::Cancelled);
        const auto more = from.next(message);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (message.source >= origins.size())
            origins = from.origins();
        static const MessageReader::Origin unknown;
        const auto written =
            to.write(message, message.source < origins.size() ? origins[message.source] : unknown);
        if (!written)
            return tl::unexpected(written.error());
        ++count;
    }
    if (const auto finished = to.finish(); !finished)
        return tl::unexpected(finished.error());
    return count;
}

} // namespace interchange
