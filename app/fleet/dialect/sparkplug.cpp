// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/sparkplug.h"

#include "app/fleet/jsonwriter.h"
#include "app/fleet/protowriter.h"

#include <algorithm>
#include <charconv>

namespace fleet {

namespace {

// Data types and field numbers of the Sparkplug 3.0 specification, chapter 6.
enum Type { Int64 = 4, UInt64 = 8, Double = 10, Boolean = 11, String = 12 };
enum MetricField {
    Name = 1,
    Alias = 2,
    Timestamp = 3,
    DataType = 4,
    Properties = 9,
    Long = 11,
    Real = 13,
    Flag = 14,
    Text = 15
};
enum PayloadField { PayloadTime = 1, Metrics = 2, Seq = 3 };

constexpr std::uint64_t aliasesPerDevice = 64;
constexpr std::uint64_t inferenceAlias = 48; ///< of a device's first

std::string unitProperty(std::string_view unit)
{
    ProtoWriter value;
    value.number(1, String).bytes(8, unit);
    ProtoWriter set;
    set.bytes(1, "engUnit").bytes(2, value.take());
    return set.take();
}

/// Starts a metric; births carry the name and type, data only the alias.
ProtoWriter metric(std::string_view name, std::uint64_t alias, std::uint64_t time, Type type,
                   bool birth)
{
    ProtoWriter writer;
    if (birth || alias == 0)
        writer.bytes(Name, name);
    if (alias != 0)
        writer.number(Alias, alias);
    writer.number(Timestamp, time);
    if (birth || alias == 0)
        writer.number(DataType, type);
    return writer;
}

/// The decimal the sensor shows: 41.3, not 41.29999999.
double rounded(double value, int decimals)
{
    std::string text;
    appendDecimal(text, value, decimals);
    double result = value;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

std::string readingMetric(const Quantity &quantity, const Measured &value, std::uint64_t alias,
                          std::uint64_t time, bool birth)
{
    const bool counter = quantity.kind == Quantity::Kind::Counter;
    const std::string name = std::string(quantity.group) + "/" + std::string(quantity.leaf);
    ProtoWriter writer = metric(name, alias, time, counter ? Int64 : Double, birth);
    if (birth && !quantity.unit.empty())
        writer.bytes(Properties, unitProperty(quantity.unit));
    if (counter)
        writer.number(Long, static_cast<std::uint64_t>(value.counter));
    else
        writer.real(Real, rounded(value.real, quantity.decimals));
    return writer.take();
}

std::string textMetric(std::string_view name, std::string_view value, std::uint64_t alias,
                       std::uint64_t time, bool birth)
{
    return metric(name, alias, time, String, birth).bytes(Text, value).take();
}

std::string wrap(std::uint64_t time, std::uint64_t seq, const std::string &metrics)
{
    return ProtoWriter().number(PayloadTime, time).take() + metrics
        + ProtoWriter().number(Seq, seq).take();
}

void add(std::string &metrics, std::string_view metricBytes)
{
    metrics += ProtoWriter().bytes(Metrics, metricBytes).take();
}

} // namespace

Sparkplug::Sparkplug(Devices devices)
    : Dialect(std::move(devices))
    , m_group(m_devices.front()->site())
    , m_node("edge-" + m_devices.front()->name())
    , m_born(m_devices.size())
{
}

std::string Sparkplug::clientId() const
{
    return m_node;
}

std::string Sparkplug::topic(std::string_view type, std::string_view device) const
{
    std::string text = "spBv1.0/" + m_group + "/" + std::string(type) + "/" + m_node;
    return device.empty() ? text : text + "/" + std::string(device);
}

std::string Sparkplug::deathPayload(std::int64_t timeMs) const
{
    const auto time = static_cast<std::uint64_t>(timeMs);
    std::string metrics;
    add(metrics, metric("bdSeq", 0, time, Int64, true).number(Long, m_bdSeq).take());
    return ProtoWriter().number(PayloadTime, time).take() + metrics;
}

Message Sparkplug::will(std::int64_t timeMs)
{
    m_bdSeq = (m_bdSeq + 1) % 256;
    return {topic("NDEATH"), deathPayload(timeMs), 1, false};
}

void Sparkplug::offline(std::int64_t timeMs, Outbox &out)
{
    out.push_back({topic("NDEATH"), deathPayload(timeMs), 1, false});
}

std::uint64_t Sparkplug::firstAlias(const Device &device) const
{
    const auto index = std::ranges::find(m_devices, &device) - m_devices.begin();
    return 1 + aliasesPerDevice * static_cast<std::uint64_t>(index);
}

void Sparkplug::online(std::int64_t timeMs, Outbox &out)
{
    const auto time = static_cast<std::uint64_t>(timeMs);
    std::string metrics;
    add(metrics, metric("bdSeq", 0, time, Int64, true).number(Long, m_bdSeq).take());
    add(metrics, metric("Node Control/Rebirth", 0, time, Boolean, true).number(Flag, 0).take());
    add(metrics, textMetric("Properties/Hardware Make", "Pilothouse rehearsal", 0, time, true));
    add(metrics, textMetric("Properties/FW", "4.2.1", 0, time, true));
    m_seq = 0;
    out.push_back({topic("NBIRTH"), wrap(time, m_seq, metrics)});
    m_born.assign(m_devices.size(), false);
}

std::string Sparkplug::deviceMetrics(const Device &device, const Snapshot &now, std::uint64_t first,
                                     bool birth) const
{
    const auto time = static_cast<std::uint64_t>(now.timeMs);
    const auto quantities = device.machine().quantities();
    std::string metrics;
    for (std::size_t i = 0; i < quantities.size(); ++i)
        add(metrics, readingMetric(quantities[i], now.values[i], first + i, time, birth));
    if (!now.verdict.valid)
        return metrics;
    const std::uint64_t alias = first + inferenceAlias;
    add(metrics, textMetric("inference/model", now.verdict.model, alias, time, birth));
    add(metrics, textMetric("inference/version", now.verdict.version, alias + 1, time, birth));
    add(metrics, textMetric("inference/label", now.verdict.label, alias + 2, time, birth));
    add(metrics,
        metric("inference/confidence", alias + 3, time, Double, birth)
            .real(Real, rounded(now.verdict.confidence, 4))
            .take());
    return metrics;
}

void Sparkplug::deviceBirth(const Device &device, const Snapshot &now, Outbox &out)
{
    const auto time = static_cast<std::uint64_t>(now.timeMs);
    std::string metrics = deviceMetrics(device, now, firstAlias(device), true);
    add(metrics, textMetric("Properties/Serial", device.serial(), 0, time, true));
    m_seq = (m_seq + 1) % 256;
    out.push_back({topic("DBIRTH", device.name()), wrap(time, m_seq, metrics)});
}

void Sparkplug::report(const Device &device, const Snapshot &now, Outbox &out)
{
    const auto index =
        static_cast<std::size_t>(std::ranges::find(m_devices, &device) - m_devices.begin());
    if (!m_born[index]) { // the first measurement after the node's birth is the device's birth
        m_born[index] = true;
        deviceBirth(device, now, out);
        return;
    }
    m_seq = (m_seq + 1) % 256;
    out.push_back({topic("DDATA", device.name()),
                   wrap(static_cast<std::uint64_t>(now.timeMs), m_seq,
                        deviceMetrics(device, now, firstAlias(device), false))});
}

std::string Sparkplug::commandFilter() const
{
    return topic("NCMD");
}

void Sparkplug::command(std::string_view, std::string_view payload, std::int64_t timeMs,
                        Outbox &out)
{
    // The only node command there is; a host names it in full because it must not have an alias.
    if (payload.find("Node Control/Rebirth") != std::string_view::npos)
        online(timeMs, out);
}

} // namespace fleet
