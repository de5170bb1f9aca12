// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/fleetsummary.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using devices::DeviceRecord;
using devices::DeviceState;
using telemetry::ConfidenceRecord;

namespace ui {

namespace {

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

QString modelName(const ConfidenceRecord &record)
{
    const QString name =
        record.model.isEmpty() ? Words::tr("its model") : record.model + u' ' + record.version;
    return base::visibleText(name).trimmed();
}

class Survey
{
public:
    explicit Survey(const FleetInput &input)
        : m_input(input)
    {
        for (const LinkState &link : input.links)
            m_links.insert(link.source, &link);
        for (const ConfidenceRecord &record : input.confidences) {
            if (isLow(record)) {
                const ConfidenceRecord *&worst = m_low[record.device];
                if (!worst || record.belowSince < worst->belowSince)
                    worst = &record;
                ++m_lowOfModel[record.model + u'\n' + record.version];
            }
            ++m_allOfModel[record.model + u'\n' + record.version];
        }
    }

    FleetSummary take()
    {
        for (const DeviceRecord &device : m_input.devices)
            takeDevice(device);
        takeLinks();
        takeModels();
        if (!m_input.storeProblem.isEmpty())
            m_out.needs.push_back({u"store"_s,
                                   Urgency::Critical,
                                   Words::tr("History"),
                                   Words::tr("Nothing is being stored"),
                                   base::noTime,
                                   m_input.storeProblem,
                                   Words::tr("Settings"),
                                   {.page = u"settings"_s}});
        std::stable_sort(m_out.needs.begin(), m_out.needs.end(), [](const Need &a, const Need &b) {
            return std::pair(a.urgency, a.since) < std::pair(b.urgency, b.since);
        });
        for (const SiteFigures &site : std::as_const(m_sites))
            m_out.sites.push_back(site);
        return std::move(m_out);
    }

private:
    bool isLow(const ConfidenceRecord &record) const
    {
        return record.belowSince != base::noTime && record.currentRun() >= m_input.confidenceFor;
    }

    void takeDevice(const DeviceRecord &device)
    {
        if (!device.counts()) {
            takeOther(device);
            return;
        }
        ++m_out.devices;
        SiteFigures &site = m_sites[siteName(device)];
        site.site = siteName(device);
        const ConfidenceRecord *low = m_low.value(device.id);
        switch (device.state) {
        case DeviceState::Well:
        case DeviceState::Asleep:
            ++(low ? site.suspect : site.well);
            m_out.well += low ? 0 : 1;
            break;
        case DeviceState::Suspect:
            ++site.suspect;
            break;
        case DeviceState::Stale:
            ++site.stale;
            break;
        case DeviceState::Offline:
            ++site.offline;
            break;
        }
        const LinkState *link = m_links.value(device.source);
        if (device.state == DeviceState::Stale && link && !link->up)
            ++m_staleOfSource[device.source]; // one cause, one row: the connection's
        else if (device.state == DeviceState::Offline || device.state == DeviceState::Stale)
            m_out.needs.push_back(silent(device));
        else if (low)
            m_out.needs.push_back(unsure(device, *low));
        else if (device.state == DeviceState::Suspect)
            m_out.needs.push_back(suspect(device));
    }

    /// Gateways and programs are no devices of the fleet, but when they fall silent others do.
    void takeOther(const DeviceRecord &device)
    {
        const LinkState *link = m_links.value(device.source);
        if (device.onlyHeardOf || (link && !link->up))
            return;
        if (device.state == DeviceState::Offline || device.state == DeviceState::Stale)
            m_out.needs.push_back(silent(device));
        m_out.gateways += device.kind == devices::DeviceKind::Gateway ? 1 : 0;
    }

    static Need about(const DeviceRecord &device)
    {
        Need need;
        need.key = u"device/%1"_s.arg(device.id);
        need.subject = base::visibleText(device.title());
        need.since = device.since;
        need.cause = base::visibleText(device.why);
        need.destination = {.page = u"telemetry"_s, .device = device.id};
        need.link = Words::tr("Open trend");
        return need;
    }

    Need silent(const DeviceRecord &device) const
    {
        Need need = about(device);
        const bool offline = device.state == DeviceState::Offline;
        need.urgency = offline ? Urgency::High : Urgency::Medium;
        if (device.lastSeen == base::noTime)
            need.what = Words::tr("Never heard live");
        else if (offline)
            need.what = Words::tr("Offline");
        else
            need.what =
                Words::tr("Silent for %1").arg(format::duration(m_input.now - device.lastSeen));
        if (offline && need.cause.isEmpty())
            need.cause = Words::tr("It said goodbye or its link broke");
        if (!offline && device.typicalInterval > 0)
            need.cause = Words::tr("Usually talks every %1")
                             .arg(format::shortDuration(device.typicalInterval));
        need.destination.page = u"devices"_s;
        need.link = Words::tr("Show");
        return need;
    }

    Need unsure(const DeviceRecord &device, const ConfidenceRecord &low) const
    {
        Need need = about(device);
        need.urgency = Urgency::High;
        need.since = low.belowSince;
        need.what = Words::tr("Confidence %1 for %2")
                        .arg(format::fixed(low.recentMean, 2), format::duration(low.currentRun()));
        const QString key = low.model + u'\n' + low.version;
        const int all = m_allOfModel.value(key);
        const int unsure = m_lowOfModel.value(key);
        const bool badData =
            (device.suspicions & static_cast<std::uint8_t>(devices::Registry::Suspicion::Quality))
            != 0;
        if (badData)
            need.cause = Words::tr("Its signals report bad quality");
        else if (all > 1 && unsure * 2 > all)
            need.cause = Words::tr("%1 of %2 devices with %3 are unsure: the model may be stale")
                             .arg(unsure)
                             .arg(all)
                             .arg(modelName(low));
        else if (all > 1)
            need.cause = Words::tr("Only here: %1 is sure elsewhere, so look at sensor and site")
                             .arg(modelName(low));
        else
            need.cause =
                Words::tr("%1 may be stale, or what it sees has changed").arg(modelName(low));
        need.link = Words::tr("Compare");
        need.destination.page = u"confidence"_s;
        return need;
    }

    Need suspect(const DeviceRecord &device) const
    {
        Need need = about(device);
        need.what = Words::tr("Talks, but its data is suspect");
        return need;
    }

    void takeLinks()
    {
        for (const LinkState &link : m_input.links) {
            if (link.up || !link.wanted)
                continue;
            const int stale = m_staleOfSource.value(link.source);
            Need need;
            need.key = u"link/"_s + link.id;
            need.urgency = link.givenUp ? Urgency::Critical : Urgency::High;
            need.subject = base::visibleText(link.name);
            need.what = link.givenUp ? Words::tr("Not connected") : Words::tr("Reconnecting");
            if (stale > 0)
                need.what = Words::tr("%1, %n device(s) stale", nullptr, stale).arg(need.what);
            need.since = link.since;
            need.cause = base::visibleText(link.sentence);
            need.link = Words::tr("Show");
            need.destination = {.page = u"connections"_s, .connection = link.id};
            m_out.needs.push_back(need);
        }
    }

    void takeModels()
    {
        struct Sums
        {
            ModelFigures figures;
            double mean = 0;
            double answers = 0;
            double below = 0;
        };
        QMap<QString, Sums> models;
        double all = 0;
        for (const ConfidenceRecord &record : m_input.confidences) {
            if (record.answers <= record.invalid)
                continue;
            Sums &sums = models[record.model + u'\n' + record.version];
            sums.figures.model = record.model;
            sums.figures.version = record.version;
            ++sums.figures.devices;
            sums.mean += record.recentMean;
            sums.answers += static_cast<double>(record.answers - record.invalid);
            sums.below += static_cast<double>(record.below);
            sums.figures.low |= isLow(record);
            m_out.modelsBelow += record.belowSince != base::noTime ? 1 : 0;
            all += record.recentMean;
        }
        double count = 0;
        for (Sums &sums : models) {
            sums.figures.confidence = sums.mean / sums.figures.devices;
            sums.figures.below = sums.below / sums.answers;
            sums.figures.low |= sums.figures.confidence < m_input.limit;
            count += sums.figures.devices;
            m_out.models.push_back(sums.figures);
        }
        std::stable_sort(m_out.models.begin(), m_out.models.end(),
                         [](const auto &a, const auto &b) { return a.confidence < b.confidence; });
        m_out.confidence = count > 0 ? all / count : -1;
    }

    const FleetInput &m_input;
    FleetSummary m_out;
    QMap<QString, SiteFigures> m_sites;
    QHash<telemetry::SourceId, const LinkState *> m_links;
    QHash<telemetry::SourceId, int> m_staleOfSource;
    QHash<telemetry::DeviceId, const ConfidenceRecord *> m_low;
    QHash<QString, int> m_lowOfModel;
    QHash<QString, int> m_allOfModel;
};

} // namespace

QString siteName(const DeviceRecord &device)
{
    return device.site.isEmpty() ? Words::tr("No site") : base::visibleText(device.site);
}

FleetSummary summarise(const FleetInput &input)
{
    return Survey(input).take();
}

QString FleetSummary::headline() const
{
    if (devices == 0)
        return needs.empty() ? Words::tr("No device has spoken yet")
                             : Words::tr("No device has spoken yet; %n thing(s) need you", nullptr,
                                         static_cast<int>(needs.size()));
    if (needs.empty())
        return devices == 1 ? Words::tr("The one device is well")
                            : Words::tr("All %1 devices are well")
                                  .arg(format::count(static_cast<quint64>(devices)));
    const QString counted = Words::tr("%1 of %2 devices are well")
                                .arg(format::count(static_cast<quint64>(well)),
                                     format::count(static_cast<quint64>(devices)));
    if (needs.size() == 1)
        return Words::tr("%1; 1 needs you").arg(counted);
    return Words::tr("%1; %2 need you").arg(counted, format::count(needs.size()));
}

QString FleetSummary::second(TimeNs now) const
{
    if (needs.empty())
        return {};
    const Need &worst = needs.front();
    QString out = Words::tr("%1: %2").arg(worst.subject, worst.what);
    if (worst.since > 0 && worst.since <= now - base::nsPerSecond)
        out = Words::tr("%1, since %2").arg(out, format::age(worst.since, now));
    if (!worst.cause.isEmpty())
        out += u". "_s + worst.cause;
    return out.endsWith(u'.') ? out : out + u'.';
}

} // namespace ui
