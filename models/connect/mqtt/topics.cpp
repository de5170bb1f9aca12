// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/topics.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Topics)
};

constexpr qsizetype maxTopicBytes = 65535;

QString commonProblem(const QString &text)
{
    if (text.isEmpty())
        return Words::tr("A topic cannot be empty.");
    if (text.contains(u'\0'))
        return Words::tr("A topic cannot contain the character U+0000.");
    if (text.toUtf8().size() > maxTopicBytes)
        return Words::tr("The topic is longer than the 65,535 bytes that MQTT allows.");
    return {};
}

QString levelsProblem(const QString &filter)
{
    const QStringList levels = filter.split(u'/');
    for (qsizetype i = 0; i < levels.size(); ++i) {
        const QString &level = levels[i];
        if (level.contains(u'#') && (level != "#"_L1 || i + 1 != levels.size()))
            return Words::tr(
                       "In the filter \"%1\" the wildcard # must stand alone as the last level.")
                .arg(base::visibleText(filter));
        if (level.contains(u'+') && level != "+"_L1)
            return Words::tr("In the filter \"%1\" the wildcard + must stand alone in its level.")
                .arg(base::visibleText(filter));
    }
    return {};
}

} // namespace

QString filterProblem(const QString &filter)
{
    if (const QString problem = commonProblem(filter); !problem.isEmpty())
        return problem;
    if (!filter.startsWith("$share/"_L1))
        return levelsProblem(filter);
    const QString group = filter.section(u'/', 1, 1);
    const QString rest = filter.section(u'/', 2);
    if (group.isEmpty() || rest.isEmpty() || group.contains(u'+') || group.contains(u'#'))
        return Words::tr(
                   "A shared subscription is written $share/<group>/<filter>, with a group name "
                   "without wildcards; \"%1\" is not.")
            .arg(base::visibleText(filter));
    return levelsProblem(rest);
}

QString topicProblem(const QString &topic)
{
    if (const QString problem = commonProblem(topic); !problem.isEmpty())
        return problem;
    if (topic.contains(u'+') || topic.contains(u'#'))
        return Words::tr("A topic to publish to cannot contain the wildcards + and #; \"%1\" does.")
            .arg(base::visibleText(topic));
    return {};
}

std::string_view plainFilter(std::string_view filter)
{
    constexpr std::string_view shared = "$share/";
    if (!filter.starts_with(shared))
        return filter;
    const std::size_t slash = filter.find('/', shared.size());
    return slash == std::string_view::npos ? std::string_view() : filter.substr(slash + 1);
}

bool topicMatches(std::string_view filter, std::string_view topic)
{
    if (filter == "#")
        return topic.empty() || topic.front() != '$';
    if (!topic.empty() && topic.front() == '$' && (filter.empty() || filter.front() != '$'))
        return false;
    while (true) {
        if (filter == "#")
            return true;
        const std::size_t filterEnd = std::min(filter.find('/'), filter.size());
        const std::size_t topicEnd = std::min(topic.find('/'), topic.size());
        const std::string_view level = filter.substr(0, filterEnd);
        if (level != "+" && level != topic.substr(0, topicEnd))
            return false;
        const bool filterLast = filterEnd == filter.size();
        if (topicEnd == topic.size())
            return filterLast || filter.substr(filterEnd) == "/#"; // "a/#" matches "a" too
        if (filterLast)
            return false;
        filter.remove_prefix(filterEnd + 1);
        topic.remove_prefix(topicEnd + 1);
    }
}

} // namespace connect::mqtt
