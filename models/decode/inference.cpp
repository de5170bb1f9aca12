// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/inference.h"

#include "models/decode/roles.h"
#include "models/decode/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

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

namespace {

std::string keyOf(std::string_view device, std::string_view prefix)
{
    std::string key(device);
    key.append(1, '\n').append(prefix);
    return key;
}

} // namespace

InferenceMemory::Known &InferenceMemory::at(std::string_view device, std::string_view prefix)
{
    constexpr std::size_t mostPlaces = 16'384;
    if (m_known.size() >= mostPlaces)
        m_known.clear();
    return m_known[keyOf(device, prefix)];
}

const InferenceMemory::Known *InferenceMemory::find(std::string_view device,
                                                    std::string_view prefix) const
{
    const auto it = m_known.find(keyOf(device, prefix));
    return it == m_known.end() ? nullptr : &it->second;
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
    std::string_view device;
    std::string_view prefix;
    int confidence = -1;
    int label = -1;
    std::string_view model;
    std::string_view version;
    std::string_view reference;
    bool percent = false;
    bool certain = false; ///< `confidence` itself; `score` needs company

    int at() const { return confidence >= 0 ? confidence : label; }
    bool says() const { return at() >= 0 || !model.empty() || !version.empty(); }
};

/// A version that looks like a number: 3, 2.1.
std::string_view numberText(Output &out, const Value &value)
{
    char digits[32];
    const auto end = value.type == ValueType::Double
        ? std::to_chars(digits, digits + sizeof digits, std::bit_cast<double>(value.bits)).ptr
        : std::to_chars(digits, digits + sizeof digits, std::bit_cast<std::int64_t>(value.bits))
              .ptr;
    return value.type == ValueType::Bool
        ? std::string_view()
        : out.keep({digits, static_cast<std::size_t>(end - digits)});
}

bool isPart(Role role)
{
    switch (role) {
    case Role::Confidence:
    case Role::Percent:
    case Role::Score:
    case Role::Label:
    case Role::Container:
    case Role::Model:
    case Role::ModelVersion:
    case Role::Version:
    case Role::InputReference:
        return true;
    default:
        return false;
    }
}

/// The groups of one message, found by device and path; neighbours mostly belong together.
class Groups
{
public:
    void clear()
    {
        m_groups.clear();
        m_index.clear();
    }

    Group &at(std::string_view device, std::string_view prefix)
    {
        constexpr std::size_t few = 8;
        if (m_groups.size() <= few) {
            for (Group &group : m_groups)
                if (group.prefix == prefix && group.device == device)
                    return group;
        } else if (m_groups.back().prefix == prefix && m_groups.back().device == device) {
            return m_groups.back();
        }
        if (m_groups.size() == few)
            for (std::size_t i = 0; i < few; ++i)
                m_index.emplace(keyOf(m_groups[i].device, m_groups[i].prefix), i);
        if (m_groups.size() >= few) {
            const auto [it, isNew] = m_index.emplace(keyOf(device, prefix), m_groups.size());
            if (!isNew)
                return m_groups[it->second];
        }
        Group &group = m_groups.emplace_back();
        group.device = device;
        group.prefix = prefix;
        return group;
    }

    /// Each answer at its confidence, or at its label when there is none.
    std::vector<Group> &inOrder()
    {
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const Group &a, const Group &b) { return a.at() < b.at(); });
        return m_groups;
    }

private:
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::size_t> m_index;
};

void take(Output &out, int index, Role role, Group &group)
{
    const Sample &sample = out.samples[static_cast<std::size_t>(index)];
    const bool text = sample.value.type == ValueType::Text;
    if (sample.quality == telemetry::Quality::Missing)
        return;
    if (!text && (role == Role::Confidence || role == Role::Percent || role == Role::Score)
        && (group.confidence < 0 || role != Role::Score)) {
        group.confidence = index;
        group.percent = role == Role::Percent || sample.unit == "%";
        group.certain = role != Role::Score;
    }
    if (role == Role::ModelVersion || (role == Role::Version && group.version.empty()))
        group.version = text ? sample.value.text : numberText(out, sample.value);
    if (!text)
        return;
    if (role == Role::Label || (role == Role::Container && group.label < 0))
        group.label = index;
    else if (role == Role::Model)
        group.model = sample.value.text;
    else if (role == Role::InputReference)
        group.reference = sample.value.text;
}

void completeFrom(InferenceMemory::Known &known, Group &group, std::string_view &label)
{
    const auto complete = [](std::string &kept, std::string_view &now) {
        if (now.empty())
            now = kept;
        else if (kept != now)
            kept = now;
    };
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
    thread_local Groups groups; // keeps its memory
    groups.clear();
    for (std::size_t index = first; index < out.samples.size(); ++index) {
        const Sample &sample = out.samples[index];
        const Place place = placeOf(sample.signal);
        const Role role = roleOf(place.leaf).role;
        if (isPart(role))
            take(out, static_cast<int>(index), role, groups.at(sample.device, place.prefix));
    }
    for (Group &group : groups.inOrder()) {
        std::string_view label;
        if (group.label >= 0)
            label = out.samples[static_cast<std::size_t>(group.label)].value.text;
        // A label whose model and confidence come in other messages is no answer yet.
        const bool namesModel = !group.model.empty();
        if (memory && group.says())
            completeFrom(memory->at(group.device, group.prefix), group, label);
        const bool company = !label.empty() || !group.model.empty();
        const bool answer =
            group.confidence >= 0 ? group.certain || company : group.label >= 0 && namesModel;
        if (answer)
            predict(out, group, label, withoutContainer(group.prefix));
    }
}

} // namespace decode
