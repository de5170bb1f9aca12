// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/inference.h"

#include "models/decode/roles.h"
#include "models/decode/text.h"

#include <cmath>
#include <limits>

namespace decode {

using telemetry::Value;
using telemetry::ValueType;

std::optional<double> normalConfidence(double value, bool percent, bool strict)
{
    constexpr double slack = 1e-6; // 1.0000001 comes from float softmax sums
    if (!(value >= -slack) || !(value <= 100 + slack))
        return {};
    if (percent)
        return std::clamp(value / 100, 0.0, 1.0);
    if (value <= 1 + slack)
        return std::clamp(value, 0.0, 1.0);
    return strict ? std::nullopt : std::optional(std::min(value / 100, 1.0));
}

std::string_view predictionSignal(Output &out, std::string_view prefix, std::string_view model,
                                  std::string_view version, std::string_view leaf)
{
    std::string_view name = leaf;
    if (!model.empty() && !version.empty())
        name = out.keep(out.keep(model, " ", version), "/", leaf);
    else if (!model.empty())
        name = out.keep(model, "/", leaf);
    return prefix.empty() ? out.keep(name) : out.keep(prefix, "/", name);
}

void splitModelVersion(std::string_view &model, std::string_view &version)
{
    if (!version.empty())
        return;
    const std::size_t mark = model.find_last_of("@:");
    if (mark == std::string_view::npos || mark == 0 || mark + 1 >= model.size())
        return;
    const std::string_view tail = model.substr(mark + 1);
    const bool numbered =
        isDigit(tail[0]) || (lower(tail[0]) == 'v' && tail.size() > 1 && isDigit(tail[1]));
    if (!numbered)
        return;
    version = tail;
    model = model.substr(0, mark);
}

InferenceMemory::Known &InferenceMemory::at(std::string_view device, std::string_view prefix)
{
    constexpr std::size_t mostPlaces = 16'384;
    if (m_known.size() >= mostPlaces)
        m_known.clear();
    std::string key(device);
    key.append(1, '\n').append(prefix);
    return m_known[std::move(key)];
}

namespace {

struct Place
{
    std::string_view prefix; ///< with its closing separator
    std::string_view leaf;
};

Place placeOf(std::string_view signal)
{
    const std::size_t separator = signal.find_last_of("/:");
    if (separator == std::string_view::npos)
        return {{}, signal};
    return {signal.substr(0, separator + 1), signal.substr(separator + 1)};
}

/// The samples of one device below one path that together are a model's answer.
struct Group
{
    int confidence = -1;
    int label = -1;
    std::string_view model;
    std::string_view version;
    std::string_view reference;
    bool percent = false;
    bool certain = false; ///< `confidence` itself; `score` needs company
};

void take(const Sample &sample, int index, Role role, Group &group)
{
    const bool text = sample.value.type == ValueType::Text;
    if (sample.quality == telemetry::Quality::Missing)
        return;
    if (!text && (role == Role::Confidence || role == Role::Percent || role == Role::Score)
        && (group.confidence < 0 || role != Role::Score)) {
        group.confidence = index;
        group.percent = role == Role::Percent || sample.unit == "%";
        group.certain = role != Role::Score;
    }
    if (!text)
        return;
    if (role == Role::Label || (role == Role::Container && group.label < 0))
        group.label = index;
    else if (role == Role::Model)
        group.model = sample.value.text;
    else if (role == Role::ModelVersion || (role == Role::Version && group.version.empty()))
        group.version = sample.value.text;
    else if (role == Role::InputReference)
        group.reference = sample.value.text;
}

Group groupOf(const Output &out, std::size_t first, std::string_view device,
              std::string_view prefix)
{
    Group group;
    for (std::size_t index = first; index < out.samples.size(); ++index) {
        const Sample &sample = out.samples[index];
        const Place place = placeOf(sample.signal);
        if (sample.device == device && place.prefix == prefix)
            take(sample, static_cast<int>(index), roleOf(place.leaf).role, group);
    }
    return group;
}

void completeFrom(InferenceMemory::Known &known, const Output &out, Group &group,
                  std::string_view &label)
{
    const auto complete = [](std::string &kept, std::string_view &now) {
        if (now.empty())
            now = kept;
        else if (kept != now)
            kept = now;
    };
    if (group.label >= 0)
        label = out.samples[static_cast<std::size_t>(group.label)].value.text;
    complete(known.model, group.model);
    complete(known.version, group.version);
    complete(known.label, label);
}

std::string_view withoutContainer(std::string_view prefix)
{
    if (prefix.empty())
        return prefix;
    prefix.remove_suffix(1);
    const Place place = placeOf(prefix);
    if (roleOf(place.leaf).role != Role::Container)
        return prefix;
    return place.prefix.empty() ? place.prefix : place.prefix.substr(0, place.prefix.size() - 1);
}

void predict(Output &out, Group group, std::string_view label, std::string_view prefix)
{
    splitModelVersion(group.model, group.version);
    Sample *confidence =
        group.confidence >= 0 ? &out.samples[static_cast<std::size_t>(group.confidence)] : nullptr;
    Sample *labelled =
        group.label >= 0 ? &out.samples[static_cast<std::size_t>(group.label)] : nullptr;
    Prediction prediction;
    prediction.device = (confidence ? confidence : labelled)->device;
    prediction.time = (confidence ? confidence : labelled)->time;
    prediction.model = out.keep(group.model);
    prediction.version = out.keep(group.version);
    prediction.label = out.keep(label);
    prediction.inputReference = group.reference;
    prediction.confidence = std::numeric_limits<double>::quiet_NaN();
    if (confidence) {
        const double given = telemetry::toDouble(confidence->value.type, confidence->value.bits);
        const auto normal = normalConfidence(given, group.percent, !group.certain);
        if (!normal)
            return;
        prediction.confidence = *normal;
        prediction.confidenceSample = group.confidence;
        confidence->value = Value::real(*normal);
        confidence->declared = ValueType::Double;
        confidence->unit = {};
        confidence->signal =
            predictionSignal(out, prefix, prediction.model, prediction.version, "confidence");
    }
    if (labelled) {
        prediction.labelSample = group.label;
        labelled->signal =
            predictionSignal(out, prefix, prediction.model, prediction.version, "label");
    }
    out.predictions.push_back(prediction);
}

} // namespace

void findPredictions(Output &out, std::size_t first, InferenceMemory *memory)
{
    constexpr std::size_t mostSamples =
        2'000; // grouping is quadratic in the answers of one message
    const std::size_t end = std::min(out.samples.size(), first + mostSamples);
    for (std::size_t index = first; index < end; ++index) {
        const Sample &sample = out.samples[index];
        const Place place = placeOf(sample.signal);
        const Role role = roleOf(place.leaf).role;
        const bool label = (role == Role::Label || role == Role::Container)
            && sample.value.type == ValueType::Text;
        if (!label && role != Role::Confidence && role != Role::Percent && role != Role::Score
            && !memory)
            continue;
        const bool part = label || role == Role::Confidence || role == Role::Percent
            || role == Role::Score || role == Role::Model || role == Role::ModelVersion;
        if (!part)
            continue;
        Group group = groupOf(out, first, sample.device, place.prefix);
        const std::string_view device = sample.device;
        const std::string_view prefix = place.prefix;
        std::string_view labelNow = group.label < 0
            ? std::string_view()
            : out.samples[static_cast<std::size_t>(group.label)].value.text;
        if (memory)
            completeFrom(memory->at(device, prefix), out, group, labelNow);
        const bool company = !labelNow.empty() || !group.model.empty();
        const bool answer = group.confidence >= 0 ? group.certain || company
                                                  : group.label >= 0 && !group.model.empty();
        // Each answer once: at its confidence, or at its label when there is none.
        const int at = group.confidence >= 0 ? group.confidence : group.label;
        if (answer && at == static_cast<int>(index))
            predict(out, group, labelNow, withoutContainer(prefix));
    }
}

} // namespace decode
