// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/siterates.h"

#include "ui/overview/fleetsummary.h"

namespace ui {

namespace {

constexpr qsizetype keptPoints = 60;

} // namespace

bool SiteRates::update(const std::vector<devices::DeviceRecord> &devices, base::TimeNs now)
{
    if (m_last != base::noTime && now - m_last < step && now >= m_last)
        return false;
    QHash<QString, std::uint64_t> sums;
    for (const devices::DeviceRecord &device : devices)
        sums[siteName(device)] += device.messages;
    const double seconds =
        m_last == base::noTime ? 0 : static_cast<double>(now - m_last) / base::nsPerSecond;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        const bool known = m_sites.contains(it.key());
        Site &site = m_sites[it.key()];
        // A device that learned its site a moment ago moves its whole count: no rate then.
        if (known && seconds > 0 && it.value() >= site.messages) {
            site.rate = static_cast<double>(it.value() - site.messages) / seconds;
            site.trend.append(static_cast<float>(site.rate));
            if (site.trend.size() > keptPoints)
                site.trend.removeFirst();
        }
        site.messages = it.value();
    }
    m_last = now;
    return true;
}

double SiteRates::rate(const QString &site) const
{
    return m_sites.value(site).rate;
}

QList<float> SiteRates::trend(const QString &site) const
{
    return m_sites.value(site).trend;
}

} // namespace ui
