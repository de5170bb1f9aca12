// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/sampledump.h"
#include <algorithm>
#include <charconv>
#include <cstdio>

namespace replay {

namespace {

std::string number(double value)
{
    char digits[40];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::string valueText(const telemetry::Sample &sample, const telemetry::TextTable &texts)
{
    using telemetry::ValueType;
    switch (sample.type) {
    case ValueType::Int64:
        return std::to_string(std::bit_cast<std::int64_t>(sample.bits));
    case ValueType::UInt64:
        return std::to_string(sample.bits);
    case ValueType::Bool:
        return sample.bits != 0 ? "true" : "false";
    case ValueType::Text:
        return '"' + texts.text(static_cast<telemetry::TextCode>(sample.bits)) + '"';
    case ValueType::Double:
        break;
    }
    return number(std::bit_cast<double>(sample.bits));
}

} // namespace

std::vector<std::string> SampleDump::lines() const
{
    std::vector<std::string> names;
    const telemetry::Catalogue &catalogue = m_pipeline.catalogue();
    for (const telemetry::SignalInfo &signal : catalogue.signalsFrom(0)) {
        const telemetry::DeviceInfo device = catalogue.device(signal.device);
        const QString name =
            catalogue.source(device.source).key + u'\t' + device.name + u'\t' + signal.name + u'\t';
        names.push_back(name.toStdString());
    }
    std::vector<const telemetry::Sample *> order;
    order.reserve(m_samples.size());
    for (const telemetry::Sample &sample : m_samples)
        order.push_back(&sample);
    std::stable_sort(order.begin(), order.end(), [&names](const auto *a, const auto *b) {
        if (a->signal != b->signal)
            return names[a->signal] < names[b->signal];
        return a->time < b->time;
    });
    std::vector<std::string> out;
    out.reserve(order.size());
    for (const telemetry::Sample *sample : order)
        out.push_back(names[sample->signal] + std::to_string(sample->time) + '\t'
                      + std::to_string(sample->received) + '\t'
                      + std::string(telemetry::valueTypeName(sample->type)) + '\t'
                      + std::string(telemetry::qualityName(sample->quality)) + '\t'
                      + valueText(*sample, m_pipeline.texts()));
    std::vector<std::string> predictions;
    for (const telemetry::ConfidenceRecord &record : m_pipeline.predictions().records()) {
        if (record.answers == 0)
            continue;
        const QString name =
            catalogue.device(record.device).name + u'\t' + record.model + u'\t' + record.version;
        std::string line = "prediction\t" + name.toStdString();
        for (const std::int64_t figure :
             {static_cast<std::int64_t>(record.answers), static_cast<std::int64_t>(record.invalid),
              static_cast<std::int64_t>(record.below), record.firstTime, record.lastTime,
              record.timeBelow, record.longestBelow})
            line += '\t' + std::to_string(figure);
        line += '\t' + number(record.sum) + '\t' + number(record.last) + '\t'
            + record.lastLabel.toStdString();
        predictions.push_back(std::move(line));
    }
    std::sort(predictions.begin(), predictions.end());
    out.insert(out.end(), predictions.begin(), predictions.end());
    return out;
}

void SampleDump::print() const
{
    for (const std::string &line : lines()) {
        std::fwrite(line.data(), 1, line.size(), stdout);
        std::fputc('\n', stdout);
    }
}

} // namespace replay
