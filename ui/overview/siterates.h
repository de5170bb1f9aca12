// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace ui {

/// Messages per second of each site, from the devices' counters: one point a step, the last 60.
/// A longer pause (the page was hidden) gives its mean once, not one point for every step missed.
class SiteRates
{
public:
    static constexpr base::TimeNs step = 2 * base::nsPerSecond;

    /// Call as often as you like; takes a point when a step has passed. True when it did.
    bool update(const std::vector<devices::DeviceRecord> &devices, base::TimeNs now);

    double rate(const QString &site) const;
    QList<float> trend(const QString &site) const;

private:
    struct Site
    {
        std::uint64_t messages = 0;
        double rate = 0;
        QList<float> trend;
    };
    QHash<QString, Site> m_sites;
    base::TimeNs m_last = base::noTime;
};

} // namespace ui
