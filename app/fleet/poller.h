// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace fleet {

/// Waits for many sockets and for SIGTERM and SIGINT on one thread by epoll, which knows no limit
/// of 1,024 descriptors as select() does. Keys are the owner's.
class Poller
{
public:
    struct Event
    {
        std::uint32_t key;
        bool readable;
        bool writable;
    };

    Poller();
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Lets the process open as many descriptors as it is allowed to.
    static void raiseDescriptorLimit();

    /// Watches `fd` (-1: nothing any more) for `key`; cheap when nothing changed.
    void watch(std::uint32_t key, int fd, bool alsoWrite);
    /// A socket number may have been closed and given out again behind our back.
    void forget(std::uint32_t key);
    /// False when a signal asks to stop.
    bool wait(int timeoutMs, std::vector<Event> &events);

private:
    struct Watched
    {
        int fd = -1;
        bool write = false;
    };
    int m_epoll;
    int m_signals;
    std::vector<Watched> m_watched;
};

} // namespace fleet
