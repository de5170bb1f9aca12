// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <string_view>

/// A socket pair towards a library that insists on connecting by itself: it gets the path of a
/// listening Unix socket in a private folder, which is gone once it has connected. Not in namespace
/// connect, because POSIX declares a function of that name. One thread.
class LocalPair final
{
public:
    LocalPair() = default;
    ~LocalPair();
    LocalPair(const LocalPair &) = delete;
    LocalPair &operator=(const LocalPair &) = delete;

    /// Calls `dial` with the path; it must connect before it returns. False with errno set.
    bool open(const std::function<bool(const QByteArray &path)> &dial);

    enum class Sent { All, Part, Failed };
    Sent send(std::string_view &bytes); ///< removes what went out; never waits
    std::ptrdiff_t receive(char *to, std::size_t size); ///< 0 end, -1 nothing there

private:
    int m_fd = -1;
};
