// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSaveFile>

#include <memory>
#include <string>
#include <string_view>

namespace interchange {

/// A file that is written beside its place and moved there when it is complete. One thread.
class ExportFile
{
public:
    static base::Result<std::unique_ptr<ExportFile>> create(const QString &path);

    /// The first failure stays: later calls give it again.
    base::Result<> write(std::string_view bytes);
    base::Result<> commit();
    std::uint64_t bytesWritten() const { return m_written; }

private:
    explicit ExportFile(const QString &path);
    base::Result<> flush();
    base::Result<> failed();

    QSaveFile m_file;
    std::string m_buffer;
    std::uint64_t m_written = 0;
};

} // namespace interchange
