// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplug.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"

#include <QStringList>

namespace decode {

using namespace Qt::StringLiterals;
using namespace sparkplug;
using telemetry::Value;

bool Sparkplug::parseTopic(std::span<const std::string_view> levels, Topic &topic)
{
    if (levels.size() > 2 && levels[0] == "$sparkplug" && levels[1] == "certificates") {
        levels = levels.subspan(2);
        topic.retainedBirth = true;
    }
    if (levels.size() < 4 || levels.size() > 5 || levels[0] != "spBv1.0" || levels[2].size() < 4)
        return false;
    const std::string_view verb = levels[2].substr(1);
    if (verb == "BIRTH")
        topic.verb = Verb::Birth;
    else if (verb == "DEATH")
        topic.verb = Verb::Death;
    else if (verb == "DATA")
        topic.verb = Verb::Data;
    else if (verb == "CMD")
        topic.verb = Verb::Command;
    else
        return false;
    const bool device = levels.size() == 5;
    if (levels[2][0] != (device ? 'D' : 'N') || levels[1].empty() || levels[3].empty()
        || (topic.retainedBirth && topic.verb != Verb::Birth))
        return false;
    topic.group = levels[1];
    topic.edge = levels[3];
    topic.device = device ? levels[4] : std::string_view();
    return !device || !topic.device.empty();
}

bool Sparkplug::mayTake(std::span<const std::string_view> levels) const
{
    return levels[0] == "spBv1.0" || levels[0] == "$sparkplug" || levels[0] == "STATE";
}

bool Sparkplug::decode(Input &in, Output &out)
{
    if (in.levels.size() < 2)
        return false;
    Topic topic;
    if (!parseTopic(in.levels, topic))
        return decodeHostState(in, out);
    const spb::Payload *payload = m_reader.read(in.message.payload, in.limits);
    if (payload == nullptr && in.json() != nullptr)
        return false; // somebody's own JSON under a Sparkplug topic
    out.decoder = name();
    if (payload == nullptr) {
        out.outcome = Outcome::Undecodable;
        out.reason = m_reader.error();
        out.rebirthWanted = topic.verb == Verb::Birth || topic.verb == Verb::Data;
        return true;
    }
    if (in.message.payload.empty() && in.message.retain)
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "An empty retained message: the broker's copy was deleted."));
    else
        decodePayload(topic, *payload, in, out);
    return true;
}

void Sparkplug::decodePayload(const Topic &topic, const spb::Payload &payload, Input &in,
                              Output &out)
{
    const std::string_view node =
        cutUtf8(out.keep(cutUtf8(topic.group, in.limits.maxNameBytes), "/",
                         cutUtf8(topic.edge, in.limits.maxNameBytes)),
                in.limits.maxNameBytes);
    const Message message{topic, payload, node, timeOf(payload.timestamp())};
    out.rebirthNode = node;
    if (topic.verb != Verb::Command && payload.has_seq() && !topic.retainedBirth) {
        out.sequence = static_cast<std::int64_t>(payload.seq() & INT64_MAX);
        out.sequenceModulus = 256;
        out.sequenceScope = node;
    }
    if (topic.retainedBirth)
        decodeRetainedBirth(message, in, out);
    else if (topic.verb == Verb::Birth)
        decodeBirth(message, in, out);
    else if (topic.verb == Verb::Data)
        decodeData(message, in, out);
    else if (topic.verb == Verb::Death)
        decodeDeath(message, in, out);
    else
        decodeCommand(message, out);
}

std::string_view Sparkplug::deviceName(const Message &message, Output &out)
{
    return message.topic.device.empty()
        ? message.node
        : out.keep(message.node, "/", cutUtf8(message.topic.device, 256));
}

void Sparkplug::introduce(const Message &message, std::string_view device, bool online, Input &in,
                          Output &out)
{
    if (online)
        addFact(out, in.limits, Fact::Kind::Online, device, {}, message.time);
    addFact(out, in.limits, Fact::Kind::Protocol, device, "Sparkplug B");
    addFact(out, in.limits, Fact::Kind::Site, device,
            out.keep(cutUtf8(message.topic.group, in.limits.maxNameBytes)));
    if (message.topic.device.empty())
        return;
    addFact(out, in.limits, Fact::Kind::Parent, device, message.node);
    addFact(out, in.limits, Fact::Kind::Gateway, message.node);
}

/// An edge node that was not born here is there all the same.
void Sparkplug::introduceNode(const Message &message, Input &in, Output &out)
{
    addFact(out, in.limits, Fact::Kind::Protocol, message.node, "Sparkplug B");
    addFact(out, in.limits, Fact::Kind::Site, message.node,
            out.keep(cutUtf8(message.topic.group, in.limits.maxNameBytes)));
    if (!message.topic.device.empty())
        addFact(out, in.limits, Fact::Kind::Gateway, message.node);
}

void Sparkplug::decodeCommand(const Message &message, Output &out)
{
    QStringList names;
    for (const spb::Metric &metric : message.payload.metrics()) {
        if (names.size() == 3) {
            names.append(QString(QChar(0x2026)));
            break;
        }
        names.append(metric.name().empty() ? Tr::tr("alias %1").arg(metric.alias())
                                           : excerpt(metric.name()));
    }
    out.outcome = Outcome::Kept;
    out.reason = Tr::tr("A command to %1 (%2), not telemetry.")
                     .arg(excerpt(deviceName(message, out)), names.join(u", "_s))
                     .toStdString();
}

void Sparkplug::finish(const MetricReader &reader, Output &out)
{
    if (out.reason.empty())
        out.reason = reader.remark();
    findPredictions(out, 0, &m_inference);
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The message has no metrics."));
}

void Sparkplug::decodeBirth(const Message &message, Input &in, Output &out)
{
    const std::string_view device = deviceName(message, out);
    const bool ofNode = message.topic.device.empty();
    Node *node = m_model.findOrAdd(message.node);
    Device *below = node && !ofNode ? m_model.findOrAdd(*node, message.topic.device) : nullptr;
    TagTable *tags = ofNode ? (node ? &node->tags : nullptr) : (below ? &below->tags : nullptr);
    introduce(message, device, true, in, out);
    if (tags == nullptr) {
        out.capHit = true;
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "The limit of Sparkplug nodes and devices is reached; this "
                                    "birth is shown but not remembered."));
    } else if (ofNode) {
        for (const auto &[id, child] : node->devices) {
            if (!child.born)
                continue;
            const std::string_view name = out.keep(child.name);
            addFact(out, in.limits, Fact::Kind::ValuesStale, name, {}, message.time);
            addFact(out, in.limits, Fact::Kind::AwaitsBirth, name);
        }
        m_model.reset(*node);
    } else {
        m_model.clearTags(*tags);
        below->born = true;
        if (!node->born) {
            out.rebirthWanted = true;
            addReason(out,
                      QT_TRANSLATE_NOOP("decode::Tr",
                                        "The device was born before its edge node; a rebirth of "
                                        "the edge node would put that right."));
        }
    }
    out.sequenceStarts = ofNode;
    Sink sink(out, in.limits);
    MetricReader reader(
        sink, m_model,
        {.device = device, .time = message.time, .tags = tags, .birth = true, .emit = true});
    reader.read(message.payload);
    if (ofNode && node != nullptr) {
        node->born = true;
        node->dead = false;
        node->bdSeq = reader.bdSeq();
    }
    if (ofNode && !reader.measures())
        addFact(out, in.limits, Fact::Kind::Gateway, device);
    finish(reader, out);
}

void Sparkplug::decodeRetainedBirth(const Message &message, Input &in, Output &out)
{
    // The values were true at birth, not now: only names, types and identity are taken.
    const std::string_view device = deviceName(message, out);
    const bool ofNode = message.topic.device.empty();
    Node *node = m_model.findOrAdd(message.node);
    Device *below = node && !ofNode ? m_model.findOrAdd(*node, message.topic.device) : nullptr;
    TagTable *tags = ofNode ? (node ? &node->tags : nullptr) : (below ? &below->tags : nullptr);
    const bool known = tags == nullptr || (ofNode ? node->born : below->born);
    introduce(message, device, false, in, out);
    Sink sink(out, in.limits);
    MetricReader reader(sink, m_model,
                        {.device = device,
                         .time = message.time,
                         .tags = known ? nullptr : tags,
                         .birth = true,
                         .emit = false});
    reader.read(message.payload);
    if (!known) {
        (ofNode ? node->born : below->born) = true;
        if (ofNode)
            node->bdSeq = reader.bdSeq();
    }
    finish(reader, out);
}

void Sparkplug::decodeData(const Message &message, Input &in, Output &out)
{
    const std::string_view device = deviceName(message, out);
    Node *node = m_model.find(message.node);
    TagTable *tags = nullptr;
    bool born = false;
    if (node != nullptr && message.topic.device.empty()) {
        tags = &node->tags;
        born = node->born;
    } else if (node != nullptr) {
        const auto it = node->devices.find(message.topic.device);
        tags = it == node->devices.end() ? nullptr : &it->second.tags;
        born = node->born && tags != nullptr && it->second.born;
    }
    Sink sink(out, in.limits);
    MetricReader reader(
        sink, m_model,
        {.device = device, .time = message.time, .tags = tags, .birth = false, .emit = true});
    reader.read(message.payload);
    if (!born)
        introduceNode(message, in, out);
    if (!born || reader.strangers()) {
        out.rebirthWanted = true;
        out.reason = out.reason.empty() ? reader.remark() : out.reason;
        addReason(
            out,
            born ? QT_TRANSLATE_NOOP(
                "decode::Tr",
                "A metric is not in the birth; a rebirth of the edge node would name it.")
                 : QT_TRANSLATE_NOOP(
                     "decode::Tr",
                     "Data came before a birth; a rebirth of the edge node would describe it."));
    }
    finish(reader, out);
    if (!born && out.samples.empty())
        out.outcome = Outcome::Kept; // who sends it was learned, what it says was not
}

std::unique_ptr<Convention> makeSparkplug()
{
    return std::make_unique<Sparkplug>();
}

} // namespace decode
