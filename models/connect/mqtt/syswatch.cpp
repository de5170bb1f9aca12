// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/syswatch.h"

#include "models/base/visibletext.h"
#include "models/connect/mqtt/topics.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SysWatch)
};

constexpr std::string_view droppedTopic = "$SYS/broker/publish/messages/dropped";
constexpr std::string_view dropRateTopic = "$SYS/broker/load/publish/dropped/1min";
constexpr std::string_view versionTopic = "$SYS/broker/version";
constexpr std::string_view uptimeTopic = "$SYS/broker/uptime";
constexpr std::array watched = {droppedTopic, dropRateTopic, versionTopic, uptimeTopic};

QString shortText(std::string_view payload)
{
    return base::visibleText(payload.substr(0, 128));
}

} // namespace

QStringList SysWatch::filters(const std::vector<std::string> &userFilters)
{
    QStringList list;
    for (const std::string_view topic : watched) {
        const bool covered =
            std::any_of(userFilters.begin(), userFilters.end(),
                        [topic](const std::string &filter) { return topicMatches(filter, topic); });
        if (!covered)
            list.append(QString::fromUtf8(topic.data(), static_cast<qsizetype>(topic.size())));
    }
    return list;
}

void SysWatch::connected()
{
    m_baseline = false;
}

bool SysWatch::take(std::string_view topic, std::string_view payload, bool &changed)
{
    changed = false;
    if (topic == droppedTopic) {
        std::int64_t value = 0;
        if (std::from_chars(payload.data(), payload.data() + payload.size(), value).ec
                != std::errc()
            || value < 0)
            return true;
        const std::int64_t before = m_dropped;
        if (!m_baseline)
            m_dropped = std::max<std::int64_t>(m_dropped, 0);
        else
            m_dropped +=
                value >= m_last ? value - m_last : value; // smaller: the broker started anew
        m_baseline = true;
        m_last = value;
        changed = m_dropped != before;
        return true;
    }
    if (topic == versionTopic)
        m_version = shortText(payload);
    else if (topic == dropRateTopic)
        m_dropRate = shortText(payload);
    else if (topic == uptimeTopic)
        m_uptime = shortText(payload);
    else
        return false;
    return true;
}

std::vector<std::pair<QString, QString>> SysWatch::details() const
{
    std::vector<std::pair<QString, QString>> rows;
    if (!m_uptime.isEmpty())
        rows.emplace_back(Words::tr("Broker uptime"), m_uptime);
    if (!m_dropRate.isEmpty())
        rows.emplace_back(Words::tr("Dropped by the broker, per minute, all clients"), m_dropRate);
    return rows;
}

} // namespace connect::mqtt
