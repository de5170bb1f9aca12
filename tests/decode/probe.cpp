// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/decode/probe.h"

#include "models/telemetry/message.h"

using namespace Qt::StringLiterals;
using telemetry::ValueType;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString valueText(const telemetry::Value &value)
{
    switch (value.type) {
    case ValueType::Double:
        return u"d:"_s + QString::number(std::bit_cast<double>(value.bits), 'g', 9);
    case ValueType::Int64:
        return u"i:"_s + QString::number(std::bit_cast<qint64>(value.bits));
    case ValueType::UInt64:
        return u"u:"_s + QString::number(value.bits);
    case ValueType::Bool:
        return value.bits != 0 ? u"true"_s : u"false"_s;
    case ValueType::Text:
        break;
    }
    return u"'%1'"_s.arg(text(value.text));
}

const char *kindName(decode::Fact::Kind kind)
{
    constexpr const char *names[]{"Online",      "Offline",      "Asleep",      "Removed",
                                  "DisplayName", "Manufacturer", "Model",       "Firmware",
                                  "Hardware",    "Serial",       "Site",        "Parent",
                                  "Protocol",    "Attribute",    "SignalUnit",  "SignalText",
                                  "Gateway",     "Service",      "ValuesStale", "AwaitsBirth"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace

Probe::Probe(std::unique_ptr<decode::Convention> convention, decode::Limits limits)
    : m_convention(std::move(convention))
    , m_limits(limits)
{
}

bool Probe::decode(const QByteArray &topic, const QByteArray &payload, bool retain)
{
    // Fresh buffers, so that a view kept from an earlier message is seen by the sanitizer.
    m_topic = QByteArray(topic.constData(), topic.size());
    m_payload = payload + QByteArray(telemetry::MessageBatch::padding, '\0');
    telemetry::MessageView message;
    message.topic = {m_topic.constData(), static_cast<std::size_t>(m_topic.size())};
    message.payload = {m_payload.constData(), static_cast<std::size_t>(payload.size())};
    message.received = 1'700'000'000 * base::nsPerSecond;
    message.retain = retain;
    std::vector<std::string_view> levels;
    for (std::string_view rest = message.topic;;) {
        const std::size_t slash = levels.size() == 63 ? std::string_view::npos : rest.find('/');
        levels.push_back(rest.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        rest.remove_prefix(slash + 1);
    }
    out.clear();
    decode::Input in(message, levels, m_limits, m_parser);
    const bool taken = m_convention->decode(in, out);
    if (taken && !m_convention->mayTake(levels))
        qFatal("%s takes a topic that it says it never takes.", topic.constData());
    return taken;
}

QStringList Probe::samples() const
{
    QStringList lines;
    for (const decode::Sample &sample : out.samples) {
        QString line = text(sample.device) + u" | "_s + text(sample.signal) + u" = "_s
            + valueText(sample.value);
        if (!sample.unit.empty())
            line += u' ' + text(sample.unit);
        if (sample.time != base::noTime)
            line += u" @"_s + QString::number(sample.time / base::nsPerMs);
        if (sample.quality != telemetry::Quality::Good)
            line += u' ' + text(telemetry::qualityName(sample.quality));
        line += sample.historical ? u" historical"_s : QString();
        line += sample.transient ? u" transient"_s : QString();
        line += sample.state ? u" state"_s : QString();
        lines.append(line);
    }
    return lines;
}

QStringList Probe::facts() const
{
    QStringList lines;
    for (const decode::Fact &fact : out.facts) {
        QString line = QString::fromLatin1(kindName(fact.kind)) + u' ' + text(fact.device);
        if (!fact.signal.empty())
            line += u' ' + text(fact.signal) + u':';
        if (!fact.value.empty())
            line += u' ' + text(fact.value);
        lines.append(line);
    }
    return lines;
}

QString Probe::prediction(std::size_t index) const
{
    if (index >= out.predictions.size())
        return u"none"_s;
    const decode::Prediction &found = out.predictions[index];
    return u"%1 | %2 %3: %4 %5 [%6 %7]"_s
        .arg(text(found.device), text(found.model), text(found.version), text(found.label),
             QString::number(found.confidence))
        .arg(found.confidenceSample)
        .arg(found.labelSample);
}
