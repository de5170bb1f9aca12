// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/mapping.h"

#include "models/decode/text.h"
#include "models/decode/timetext.h"

#include <QJsonObject>

#include <charconv>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

std::string textOf(const simdjson::dom::element &json)
{
    std::string_view text;
    if (json.get_string().get(text) == simdjson::SUCCESS)
        return std::string(text);
    if (json.is_array() || json.is_object() || json.is_null())
        return {};
    return simdjson::to_string(json);
}

std::string filledPart(std::string_view name, Input &in)
{
    if (name.starts_with('/')) {
        simdjson::dom::element found;
        const simdjson::dom::element *json = in.json();
        if (!json || json->at_pointer(name).get(found) != simdjson::SUCCESS)
            return {};
        return textOf(found);
    }
    std::size_t level = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), level);
    const bool known = read.ec == std::errc() && level >= 1 && level <= in.levels.size();
    return known ? std::string(in.levels[level - 1]) : std::string();
}

base::TimeNs timeAt(const QString &pointer, Input &in)
{
    simdjson::dom::element found;
    const simdjson::dom::element *json = in.json();
    const std::string path = pointer.toStdString();
    if (!json || json->at_pointer(path).get(found) != simdjson::SUCCESS)
        return base::noTime;
    std::int64_t whole = 0;
    if (found.get_int64().get(whole) == simdjson::SUCCESS)
        return timeOfNumber(whole);
    double real = 0;
    if (found.get_double().get(real) == simdjson::SUCCESS)
        return timeOfNumber(real);
    return timeOfText(textOf(found));
}

void setDevice(const std::string &name, Output &out)
{
    if (name.empty())
        return;
    const std::string_view device = out.keep(name);
    for (Sample &sample : out.samples)
        sample.device = device;
    for (Prediction &prediction : out.predictions)
        prediction.device = device;
    for (Fact &fact : out.facts)
        fact.device = device;
}

void setSignal(const std::string &name, Output &out)
{
    if (name.empty())
        return;
    const bool scalar = out.decoder == "scalar" && out.samples.size() == 1;
    for (Sample &sample : out.samples)
        sample.signal = scalar ? out.keep(name) : out.keep(name, "/", sample.signal);
}

} // namespace

QJsonObject Mapping::toJson() const
{
    return {{u"topicFilter"_s, topicFilter},
            {u"decoder"_s, decoder},
            {u"device"_s, device},
            {u"signal"_s, signal},
            {u"timePointer"_s, timePointer},
            {u"unit"_s, unit},
            {u"ignore"_s, ignore}};
}

base::Result<Mapping> Mapping::fromJson(const QJsonObject &object)
{
    Mapping mapping;
    mapping.topicFilter = object[u"topicFilter"_s].toString();
    mapping.decoder = object[u"decoder"_s].toString();
    mapping.device = object[u"device"_s].toString();
    mapping.signal = object[u"signal"_s].toString();
    mapping.timePointer = object[u"timePointer"_s].toString();
    mapping.unit = object[u"unit"_s].toString();
    mapping.ignore = object[u"ignore"_s].toBool();
    if (mapping.topicFilter.isEmpty())
        return base::failure(
            Tr::tr("A mapping has no topic filter; give it one such as plant/+/raw."));
    const auto names = Chain::decoderNames();
    const std::string name = mapping.decoder.toStdString();
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
        return base::failure(Tr::tr("The mapping of %1 names the decoder %2, which does not exist.")
                                 .arg(mapping.topicFilter, mapping.decoder));
    return mapping;
}

bool matchesFilter(std::string_view filter, std::string_view topic)
{
    if (topic.starts_with('$') && (filter.starts_with('+') || filter.starts_with('#')))
        return false;
    while (true) {
        const std::size_t filterEnd = std::min(filter.find('/'), filter.size());
        const std::string_view level = filter.substr(0, filterEnd);
        if (level == "#")
            return true;
        const std::size_t topicEnd = std::min(topic.find('/'), topic.size());
        if (level != "+" && level != topic.substr(0, topicEnd))
            return false;
        const bool filterDone = filterEnd == filter.size();
        const bool topicDone = topicEnd == topic.size();
        if (topicDone)
            return filterDone || filter.substr(filterEnd) == "/#"; // "a/#" is also "a"
        if (filterDone)
            return false;
        filter.remove_prefix(filterEnd + 1);
        topic.remove_prefix(topicEnd + 1);
    }
}

std::string filledTemplate(const QString &pattern, Input &in)
{
    const std::string text = pattern.toStdString();
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
        if (close == std::string::npos) {
            filled += text[at++];
            continue;
        }
        filled += filledPart(std::string_view(text).substr(at + 1, close - at - 1), in);
        at = close + 1;
    }
    return filled;
}

void applyMapping(const Mapping &mapping, Input &in, Output &out)
{
    setDevice(filledTemplate(mapping.device, in), out);
    setSignal(filledTemplate(mapping.signal, in), out);
    if (!mapping.timePointer.isEmpty()) {
        const base::TimeNs time = timeAt(mapping.timePointer, in);
        for (Sample &sample : out.samples)
            sample.time = time;
        for (Prediction &prediction : out.predictions)
            prediction.time = time;
    }
    if (!mapping.unit.isEmpty()) {
        const std::string_view unit = out.keep(mapping.unit.toStdString());
        for (Sample &sample : out.samples)
            sample.unit = unit;
    }
}

} // namespace decode
