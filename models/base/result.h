// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace base {

/// Why something failed, for programs; people read Error::text.
enum class ErrorCode {
    BadInput,
    NotFound,
    Io,
    Limit,
    Denied,
    Unsupported,
    Cancelled,
    Conflict,
    Internal
};

/// One sentence for the user (which object, what is wrong, what to do) and a code for programs.
struct Error
{
    QString text;
    ErrorCode code = ErrorCode::BadInput;
};

template <class T = void>
using Result = tl::expected<T, Error>;

/// `return failure(tr("..."), ErrorCode::Io);` converts to any Result.
inline tl::unexpected<Error> failure(QString text, ErrorCode code = ErrorCode::BadInput)
{
    return tl::unexpected<Error>(Error{std::move(text), code});
}

} // namespace base
