// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/textsource.h"

#include "models/interchange/notices.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

constexpr qint64 pieceBytes = 256 << 10;

std::array<QLatin1StringView, 4> names()
{
    return {"UTF-8"_L1, "ISO-8859-1"_L1, "UTF-16LE"_L1, "UTF-16BE"_L1};
}

QStringConverter::Encoding converter(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringConverter::Utf8;
    case Encoding::Latin1:
        return QStringConverter::Latin1;
    case Encoding::Utf16Le:
        return QStringConverter::Utf16LE;
    case Encoding::Utf16Be:
        return QStringConverter::Utf16BE;
    }
    return QStringConverter::Utf8;
}

} // namespace

Encoding guessEncoding(const QByteArray &head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (head.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (head.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    QStringDecoder decoder(QStringConverter::Utf8); // stateful: a character cut at the end is fine
    const QString text = decoder(head);
    return decoder.hasError() || text.contains(QChar::ReplacementCharacter) ? Encoding::Latin1
                                                                            : Encoding::Utf8;
}

QString encodingName(Encoding encoding)
{
    return names()[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> encodingFromName(const QString &name)
{
    const auto known = names();
    for (std::size_t index = 0; index < known.size(); ++index)
        if (name == known[index])
            return static_cast<Encoding>(index);
    return {};
}

base::Result<std::unique_ptr<QIODevice>> openFile(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (QFileInfo(path).isDir())
        return base::failure(Tr::tr("%1 is a folder; choose a file in it.").arg(shown),
                             base::ErrorCode::BadInput);
    if (!file->exists())
        return base::failure(Tr::tr("%1 does not exist.").arg(shown), base::ErrorCode::NotFound);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::failure(Tr::tr("%1 cannot be opened: %2.").arg(shown, file->errorString()),
                             base::ErrorCode::Io);
    return file;
}

TextSource::TextSource(std::unique_ptr<QIODevice> device, Encoding encoding)
    : m_device(std::move(device))
{
    if (encoding != Encoding::Utf8)
        m_decoder.emplace(converter(encoding));
}

base::Result<bool> TextSource::readMore(std::string &out)
{
    const std::size_t before = out.size();
    while (out.size() == before) {
        QByteArray piece(pieceBytes, Qt::Uninitialized);
        const qint64 got = m_device->read(piece.data(), pieceBytes);
        if (got < 0)
            return base::failure(Tr::tr("Reading failed after %1 bytes: %2.")
                                     .arg(m_read)
                                     .arg(m_device->errorString()),
                                 base::ErrorCode::Io);
        if (got == 0)
            return false;
        piece.truncate(got);
        const bool first = m_read == 0;
        m_read += static_cast<std::uint64_t>(got);
        if (m_decoder) {
            const QString text = (*m_decoder)(piece);
            out += text.toStdString();
        } else {
            const qsizetype mark = first && piece.startsWith("\xEF\xBB\xBF") ? 3 : 0;
            out.append(piece.constData() + mark, static_cast<std::size_t>(got - mark));
        }
    }
    return true;
}

std::uint64_t TextSource::bytesTotal() const
{
    return m_device->isSequential() ? 0 : static_cast<std::uint64_t>(m_device->size());
}

} // namespace interchange
