// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringDecoder>

#include <memory>
#include <optional>
#include <string>

namespace interchange {

enum class Encoding : std::uint8_t { Utf8, Latin1, Utf16Le, Utf16Be };

/// Byte order mark, else UTF-8 where the bytes are that, else Latin-1.
Encoding guessEncoding(const QByteArray &head);
QString encodingName(Encoding encoding);
std::optional<Encoding> encodingFromName(const QString &name);

/// Opens a file for reading; the sentence of a failure names it.
base::Result<std::unique_ptr<QIODevice>> openFile(const QString &path);

/// The text of a device in UTF-8, piece by piece, without its byte order mark.
class TextSource
{
public:
    TextSource(std::unique_ptr<QIODevice> device, Encoding encoding);

    /// Appends the next piece to `out`; false at the end, an error when reading failed.
    base::Result<bool> readMore(std::string &out);
    std::uint64_t bytesRead() const { return m_read; }
    std::uint64_t bytesTotal() const;

private:
    std::unique_ptr<QIODevice> m_device;
    std::optional<QStringDecoder> m_decoder; ///< none: the bytes are UTF-8 already
    std::uint64_t m_read = 0;
};

} // namespace interchange
