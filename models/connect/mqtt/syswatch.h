// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace connect::mqtt {

/// What a broker tells about itself below $SYS, as mosquitto does; others may tell less. The
/// counter of dropped messages is the whole broker's: losses of other clients are in it. One
/// thread.
class SysWatch
{
public:
    /// Filters to subscribe to, without those that a filter of the user covers anyway.
    static QStringList filters(const std::vector<std::string> &userFilters);

    void connected(); ///< a new connection: the next value is the base line
    /// True when `topic` was one of the watched. `changed` when dropped() moved.
    bool take(std::string_view topic, std::string_view payload, bool &changed);

    /// Messages dropped since the first connect, over reconnects; -1: the broker does not tell.
    std::int64_t dropped() const { return m_dropped; }
    QString version() const { return m_version; }
    std::vector<std::pair<QString, QString>> details() const;

private:
    std::int64_t m_dropped = -1;
    std::int64_t m_last = 0;
    bool m_baseline = false;
    QString m_version;
    QString m_dropRate;
    QString m_uptime;
};

} // namespace connect::mqtt
