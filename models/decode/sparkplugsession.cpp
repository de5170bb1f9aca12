// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/facts.h"
#include "models/decode/sparkplug.h"

// Who is there and who has gone: host states and deaths.

namespace decode {

using namespace sparkplug;
using telemetry::Value;

bool Sparkplug::decodeHostState(Input &in, Output &out)
{
    const bool current =
        in.levels.size() == 3 && in.levels[0] == "spBv1.0" && in.levels[1] == "STATE";
    const bool legacy = in.levels.size() == 2 && in.levels[0] == "STATE";
    if (!current && !legacy)
        return false;
    bool online = in.message.payload == "ONLINE";
    std::uint64_t ms = 0;
    if (!online && in.message.payload != "OFFLINE") {
        const simdjson::dom::element *json = current ? in.json() : nullptr;
        if (json == nullptr || !json->is_object()
            || json->at_key("online").get(online) != simdjson::SUCCESS)
            return false;
        if (json->at_key("timestamp").get(ms) != simdjson::SUCCESS)
            ms = 0;
    }
    out.decoder = "sparkplug";
    const std::string_view host = out.keep(cutUtf8(in.levels.back(), in.limits.maxNameBytes));
    const base::TimeNs time = timeOf(ms);
    addFact(out, in.limits, Fact::Kind::Service, host);
    addFact(out, in.limits, online ? Fact::Kind::Online : Fact::Kind::Offline, host, {}, time);
    addFact(out, in.limits, Fact::Kind::Protocol, host, "Sparkplug B host");
    Sample sample;
    sample.device = host;
    sample.signal = "online";
    sample.time = time;
    sample.value = Value::boolean(online);
    sample.declared = sample.value.type;
    sample.state = true;
    out.samples.push_back(sample);
    out.outcome = Outcome::Decoded;
    return true;
}

void Sparkplug::decodeDeath(const Message &message, Input &in, Output &out)
{
    if (message.topic.device.empty()) {
        decodeNodeDeath(message, in, out);
        return;
    }
    const std::string_view device = deviceName(message, out);
    addFact(out, in.limits, Fact::Kind::Offline, device, {}, message.time);
    addFact(out, in.limits, Fact::Kind::ValuesStale, device, {}, message.time);
    out.outcome = Outcome::Decoded;
    Node *node = m_model.find(message.node);
    if (node == nullptr || !node->born) {
        out.rebirthWanted = true;
        addReason(
            out,
            QT_TRANSLATE_NOOP(
                "decode::Tr",
                "A device died whose edge node was never born here; a rebirth would describe it."));
    }
    if (node == nullptr)
        return;
    if (const auto it = node->devices.find(message.topic.device); it != node->devices.end()) {
        m_model.clearTags(it->second.tags);
        it->second.born = false;
    }
}

void Sparkplug::decodeNodeDeath(const Message &message, Input &in, Output &out)
{
    std::uint64_t bdSeq = Node::noBdSeq;
    for (const spb::Metric &metric : message.payload.metrics()) {
        const Carrier carrier = carrierOf(metric);
        if (metric.name() == "bdSeq" && carrier.kind == Carrier::Integer)
            bdSeq = carrier.integer;
    }
    Node *node = m_model.findOrAdd(message.node);
    if (node && node->dead && (bdSeq == node->bdSeq || bdSeq == Node::noBdSeq)) {
        addReason(out,
                  QT_TRANSLATE_NOOP(
                      "decode::Tr",
                      "The edge node's death was already known (the will repeats the goodbye)."));
        return;
    }
    if (node && node->born && bdSeq != Node::noBdSeq && node->bdSeq != Node::noBdSeq
        && bdSeq != node->bdSeq) {
        out.reason = Tr::tr("The death belongs to an earlier session (bdSeq %1, the node lives "
                            "with %2), so it is ignored.")
                         .arg(bdSeq)
                         .arg(node->bdSeq)
                         .toStdString();
        return;
    }
    // A will's timestamp is as old as its CONNECT: the receive time stands.
    addFact(out, in.limits, Fact::Kind::Offline, message.node);
    addFact(out, in.limits, Fact::Kind::ValuesStale, message.node);
    out.outcome = Outcome::Decoded;
    if (node == nullptr)
        return;
    for (const auto &[id, device] : node->devices) {
        const std::string_view name = out.keep(device.name);
        addFact(out, in.limits, Fact::Kind::Offline, name);
        addFact(out, in.limits, Fact::Kind::ValuesStale, name);
    }
    m_model.reset(*node);
    node->dead = true;
    node->bdSeq = bdSeq;
}

} // namespace decode
