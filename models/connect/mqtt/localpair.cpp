// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/localpair.h"

#include <QDir>
#include <QTemporaryDir>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

LocalPair::~LocalPair()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool LocalPair::open(const std::function<bool(const QByteArray &path)> &dial)
{
    const QTemporaryDir folder(QDir::tempPath()
                               + QStringLiteral("/mqtt-XXXXXX")); // 0700; the path must stay short
    const QByteArray path = folder.filePath(QStringLiteral("s")).toUtf8();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!folder.isValid() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        errno = ENAMETOOLONG;
        return false;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return false;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
        && ::listen(listener, 1) == 0 && dial(path))
        m_fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    const int error = errno;
    ::close(listener);
    errno = error;
    return m_fd >= 0;
}

LocalPair::Sent LocalPair::send(std::string_view &bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno == EAGAIN)
            return Sent::Part;
        else if (errno != EINTR)
            return Sent::Failed;
    }
    return Sent::All;
}

std::ptrdiff_t LocalPair::receive(char *to, std::size_t size)
{
    return m_fd < 0 ? 0 : ::recv(m_fd, to, size, 0);
}
