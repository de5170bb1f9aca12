// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/poller.h"

#include <array>
#include <csignal>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace fleet {

namespace {
constexpr std::uint32_t signalKey = UINT32_MAX;
}

Poller::Poller()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = signalKey;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_signals, &event);
}

Poller::~Poller()
{
    close(m_signals);
    close(m_epoll);
}

void Poller::raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

void Poller::watch(std::uint32_t key, int fd, bool alsoWrite)
{
    if (key >= m_watched.size())
        m_watched.resize(key + 1);
    Watched &watched = m_watched[key];
    if (watched.fd == fd && watched.write == alsoWrite)
        return;
    epoll_event event{};
    event.events = EPOLLIN | (alsoWrite ? EPOLLOUT : 0u);
    event.data.u32 = key;
    if (fd >= 0 && epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event) != 0)
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    watched = {fd, alsoWrite};
}

void Poller::forget(std::uint32_t key)
{
    if (key < m_watched.size())
        m_watched[key] = {};
}

bool Poller::wait(int timeoutMs, std::vector<Event> &events)
{
    std::array<epoll_event, 256> ready;
    events.clear();
    const int count = epoll_wait(m_epoll, ready.data(), static_cast<int>(ready.size()), timeoutMs);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[static_cast<std::size_t>(i)];
        if (event.data.u32 == signalKey)
            return false;
        const bool broken = event.events & (EPOLLERR | EPOLLHUP);
        events.push_back({event.data.u32, broken || (event.events & EPOLLIN),
                          broken || (event.events & EPOLLOUT)});
    }
    return true;
}

} // namespace fleet
