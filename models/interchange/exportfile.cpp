// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/exportfile.h"

#include "models/interchange/notices.h"

#include <QDir>

namespace interchange {

namespace {
constexpr std::size_t bufferBytes = 256u << 10;
}

ExportFile::ExportFile(const QString &path)
    : m_file(path)
{
    m_buffer.reserve(bufferBytes);
}

base::Result<std::unique_ptr<ExportFile>> ExportFile::create(const QString &path)
{
    std::unique_ptr<ExportFile> file(new ExportFile(path));
    if (!file->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return tl::unexpected(file->failed().error());
    return file;
}

base::Result<> ExportFile::failed()
{
    return base::failure(
        Tr::tr("%1 cannot be written: %2.")
            .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()),
        base::ErrorCode::Io);
}

base::Result<> ExportFile::flush()
{
    const auto size = static_cast<qint64>(m_buffer.size());
    if (m_file.error() != QFileDevice::NoError || m_file.write(m_buffer.data(), size) != size)
        return failed();
    m_buffer.clear();
    return {};
}

base::Result<> ExportFile::write(std::string_view bytes)
{
    m_buffer += bytes;
    m_written += bytes.size();
    return m_buffer.size() >= bufferBytes ? flush() : base::Result<>();
}

base::Result<> ExportFile::commit()
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (!m_file.commit())
        return failed();
    return {};
}

} // namespace interchange
