// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/places.h"

#include "models/decode/text.h"
#include "models/decode/words.h"

#include <algorithm>

namespace decode {

namespace {

using Levels = Places::Levels;

std::string_view lastPart(std::string_view device)
{
    const std::size_t cut = device.find_last_of("/:");
    return cut == std::string_view::npos ? device : device.substr(cut + 1);
}

bool sameId(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower(x) == lower(y);
           });
}

bool saysNothing(std::string_view level)
{
    return level.empty() || isCarrierWord(level) || isAspectWord(level) || isQuantityWord(level)
        || isAvailabilityWord(level);
}

/// The levels of an availability topic before the words at its end.
Levels placeOf(Levels levels)
{
    do
        levels = levels.first(levels.size() - 1);
    while (levels.size() > 1 && saysNothing(levels.back()));
    return levels;
}

/// From the start of the first level to the end of the last: levels are parts of one topic.
std::string_view textOf(Levels levels)
{
    const char *const start = levels.front().data();
    return {start, static_cast<std::size_t>(levels.back().data() + levels.back().size() - start)};
}

/// The id in "devices/<id>"; empty when more than an id is there.
std::string_view bareId(Levels place)
{
    while (place.size() > 1
           && (place.front().empty() || isLeadingWord(place.front())
               || isAvailabilityWord(place.front()) || equalIgnoringCase(place.front(), "clients")
               || equalIgnoringCase(place.front(), "client")
               || equalIgnoringCase(place.front(), "presence")))
        place = place.subspan(1);
    return place.size() == 1 ? place.front() : std::string_view();
}

} // namespace

void Places::join(std::string_view place, Owner &owner, Output &out)
{
    const auto waiting = m_waiting.find(place);
    if (waiting == m_waiting.end())
        return;
    owner.joined = waiting->second;
    out.joins.push_back({out.keep(owner.device), out.keep(owner.joined)});
    m_waitingNames.erase(owner.joined);
    m_waiting.erase(waiting);
}

/// `device` speaks at a place or has an id.
void Places::settle(std::string_view place, Owner &owner, std::string_view device, bool strong,
                    Output &out)
{
    const bool isNew = owner.device.empty() && !owner.strong && owner.joined.empty();
    if (isNew)
        owner.device = device;
    if (owner.claimed)
        return;
    if (owner.device != device) {
        if (!owner.joined.empty())
            out.joins.push_back({out.keep(owner.device), out.keep(owner.joined), true});
        owner.joined.clear();
        owner.device.clear();
        owner.strong = true; // several, and it stays so
        return;
    }
    owner.strong = owner.strong || strong;
    if (owner.owns())
        join(place, owner, out);
}

void Places::learnData(Levels levels, std::string_view device, Output &out)
{
    if (m_places.size() >= maxPlaces || device.empty())
        return;
    const std::string_view id = lastPart(device);
    bool onlyWords = true; // between the place and the end of the topic
    for (std::size_t count = levels.size(); count > 0; --count) {
        const Levels place = levels.first(count);
        const std::string_view text = textOf(place);
        if (text.empty())
            break;
        const bool strong = onlyWords || sameId(place.back(), id);
        Owner *owner = findOrAddIn(m_places, text, maxPlaces);
        if (!owner)
            return;
        settle(text, *owner, device, strong, out);
        onlyWords = onlyWords && saysNothing(levels[count - 1]);
    }
    if (findIn(m_devices, device))
        return;
    m_devices.emplace(device, true);
    if (const std::string *place = findIn(m_waitingNames, device)) { // it was itself
        m_waiting.erase(*place);
        out.joins.push_back({out.keep(device), out.keep(device)});
        m_waitingNames.erase(m_waitingNames.find(device));
    }
    if (Owner *owner = findOrAddIn(m_ids, id, maxPlaces)) {
        const std::string *place = findIn(m_waitingIds, id);
        const bool spoken = place && findIn(m_places, *place);
        settle(place && !spoken ? std::string_view(*place) : std::string_view(), *owner, device,
               true, out);
    }
}

std::string_view Places::ownerOf(std::string_view place, Levels levels) const
{
    if (const Owner *owner = findIn(m_places, place))
        return owner->owns() ? std::string_view(owner->device) : std::string_view();
    const std::string_view id = bareId(levels);
    const Owner *owner = id.empty() ? nullptr : findIn(m_ids, id);
    return owner && owner->owns() ? std::string_view(owner->device) : std::string_view();
}

void Places::nameAvailability(Levels levels, std::string_view own, Output &out)
{
    if (levels.size() < 2)
        return;
    const Levels head = placeOf(levels);
    const std::string_view place = textOf(head);
    if (const std::string_view owner = ownerOf(place, head); !owner.empty()) {
        const std::string_view device = out.keep(owner);
        std::erase_if(out.facts, [](const Fact &fact) { return fact.kind == Fact::Kind::Site; });
        for (Sample &sample : out.samples)
            sample.device = device;
        for (Fact &fact : out.facts)
            fact.device = device;
        return;
    }
    if (findIn(m_devices, own) || findIn(m_waiting, place)) {
        out.unclaimed = !findIn(m_devices, own);
        return;
    }
    out.unclaimed = true;
    if (m_waiting.size() >= maxWaiting)
        return;
    m_waiting.emplace(place, own);
    m_waitingNames.insert_or_assign(std::string(own), std::string(place));
    if (const std::string_view id = bareId(head); !id.empty() && m_waitingIds.size() < maxWaiting)
        m_waitingIds.insert_or_assign(std::string(id), std::string(place));
}

void Places::takeClaims(Output &out)
{
    for (const Claim &claim : out.claims) {
        const std::size_t slash = claim.topic.rfind('/');
        if (slash == std::string_view::npos || slash == 0)
            continue;
        const std::string_view place = claim.topic.substr(0, slash);
        Owner *owner = findOrAddIn(m_places, place, maxPlaces);
        if (!owner)
            return;
        if (owner->claimed && owner->device != claim.device) {
            owner->device.clear(); // one topic for many, a bridge's say
            continue;
        }
        if (owner->claimed)
            continue;
        owner->claimed = owner->strong = true;
        owner->device = claim.device;
        join(place, *owner, out);
    }
}

} // namespace decode
