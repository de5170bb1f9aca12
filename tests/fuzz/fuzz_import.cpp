// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of other formats (PILOTHOUSE_FORMAT: 0 table, 1 JSON Lines, 2 MCAP, 3 packet capture):
// whatever the bytes, reading ends, gives messages that can be touched, and errors in words.

#include "models/interchange/csvplan.h"
#include "models/interchange/jsonlines.h"
#include "models/interchange/mcap.h"
#if PILOTHOUSE_FORMAT == 3
#include "models/connect/capture/capturereader.h"
#endif

#include <QBuffer>

#include <cstdlib>

using namespace interchange;

namespace {

using Reader = base::Result<std::unique_ptr<MessageReader>>;

Reader open(const QByteArray &bytes)
{
    const QString name = QStringLiteral("f");
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
#if PILOTHOUSE_FORMAT == 0
    const auto guess = guessCsv(bytes, name);
    if (!guess)
        return tl::unexpected(guess.error());
    const auto again = CsvPlan::fromJson(guess->plan.toJson());
    if (!again || !(*again == guess->plan) || guess->preview.size() > 50
        || guess->preview.size() != guess->previewTimes.size())
        std::abort();
    return openCsv(std::move(device), name, guess->plan);
#elif PILOTHOUSE_FORMAT == 1
    return openJsonLines(std::move(device), name);
#elif PILOTHOUSE_FORMAT == 2
    return openMcap(std::move(device), name);
#else
    return connect::capture::openCapture(std::move(device), name);
#endif
}

void checkSentence(const QString &text)
{
    if (text.isEmpty() || !text.endsWith(u'.'))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Reader reader =
        open(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!reader) {
        checkSentence(reader.error().text);
        return 0;
    }
    unsigned touched = 0;
    std::size_t messages = 0;
    telemetry::MessageView message;
    while (true) {
        const auto more = (*reader)->next(message);
        if (!more)
            checkSentence(more.error().text);
        if (!more || !*more)
            break;
        for (std::size_t i = 0; i < message.payload.size() + telemetry::MessageBatch::padding; ++i)
            touched += static_cast<unsigned char>(message.payload.data()[i]);
        if (message.source >= (*reader)->origins().size() || message.qos > 2
            || ++messages > 2 * size + 1)
            std::abort();
    }
    for (const QString &notice : (*reader)->notices())
        checkSentence(notice);
    return touched == 0xFFFFFFFF ? 1 : 0;
}
