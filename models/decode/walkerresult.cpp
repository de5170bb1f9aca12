// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/walker.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace decode {

using telemetry::Quality;
using telemetry::Value;

namespace {
constexpr std::uint32_t shownDetections = 16;
constexpr std::size_t longestLabel = 128;
constexpr std::size_t longestReference = 256;
} // namespace

std::string_view Walker::labelText(const Node &node)
{
    if (node.isText())
        return node.text.size() <= longestLabel ? m_out.keep(node.text) : std::string_view();
    if (node.type == Node::Type::Bool)
        return node.bits != 0 ? "true" : "false";
    if (!node.isNumber())
        return {};
    char digits[32];
    const auto end = node.type == Node::Type::Real
        ? std::to_chars(digits, digits + sizeof digits, node.number()).ptr
        : node.type == Node::Type::Integer
        ? std::to_chars(digits, digits + sizeof digits, std::bit_cast<std::int64_t>(node.bits)).ptr
        : std::to_chars(digits, digits + sizeof digits, node.bits).ptr;
    return m_out.keep({digits, static_cast<std::size_t>(end - digits)});
}

/// Model and version: texts, numbers, or `{"model":{"name":...,"version":...}}`. Only beside an
/// answer: elsewhere `model` is the device's.
void Walker::takeModel(Members &members, Scope &scope, bool certain)
{
    if (!certain)
        return;
    std::string_view model;
    std::string_view version;
    if (Node *node = member(members, Role::Model)) {
        if (node->isObject()) {
            m_tree.forEach(*node, [&](Node &child) {
                const Role role = child.role.role;
                if (role == Role::Name || role == Role::Model
                    || (role == Role::PlainId && model.empty()))
                    model = labelText(child);
                if (role == Role::Version || role == Role::ModelVersion)
                    version = labelText(child);
            });
        } else {
            model = labelText(*node);
        }
        node->used = !model.empty() || node->used;
    }
    for (const Role role : {Role::ModelVersion, Role::Version}) {
        Node *node = member(members, role);
        if (!node || node->isContainer() || !version.empty()
            || (role == Role::Version && model.empty() && scope.model.empty()))
            continue;
        version = labelText(*node);
        node->used = !version.empty();
    }
    splitModelVersion(model, version);
    if (!model.empty())
        scope.model = model;
    if (!version.empty())
        scope.version = version;
    Node *reference = member(members, Role::InputReference);
    if (reference && !reference->isContainer() && reference->text.size() <= longestReference) {
        scope.inputReference = labelText(*reference);
        reference->used = !scope.inputReference.empty();
    }
}

void Walker::takeConfidence(Node &node, bool strict, bool percent, Answer &answer)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    if (node.isNumber()) {
        value = node.number();
    } else if (node.isText()) {
        std::string_view text = trimmed(node.text);
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        const std::string_view rest =
            trimmed(text.substr(static_cast<std::size_t>(read.ptr - text.data())));
        percent = percent || rest == "%";
        if (read.ec != std::errc() || (!rest.empty() && rest != "%"))
            return;
    }
    const auto normal = normalConfidence(value, percent, strict);
    if (!normal) {
        if (node.isNumber())
            note(m_out,
                 Tr::tr("A confidence of %1 is outside of 0 to 1 and 0 to 100 %.")
                     .arg(value)
                     .toStdString());
        return;
    }
    node.used = true;
    answer.confidence = *normal;
    answer.hasConfidence = true;
}

/// `{"ok":0.9,"worn":0.1}`, `[0.9,0.1]` with `classes`: the largest is the answer where the payload
/// names none. The single probabilities remain samples.
bool Walker::takeProbabilities(const Members &members, Answer &answer)
{
    const Node *probabilities = member(members, Role::Probabilities);
    if (!probabilities || !probabilities->isContainer() || probabilities->first == noNode)
        return false;
    Node *labels = member(members, Role::Labels);
    NodeIndex label = labels && labels->isArray() ? labels->first : noNode;
    std::string_view best;
    double highest = -1;
    double sum = 0;
    std::size_t position = 0;
    for (NodeIndex index = probabilities->first; index != noNode;
         index = m_tree.at(index).next, ++position) {
        const Node &node = m_tree.at(index);
        const double value = node.isNumber() ? node.number() : -1;
        if (!(value >= 0))
            return false;
        sum += value;
        if (value > highest) {
            highest = value;
            char digits[24];
            const auto end = std::to_chars(digits, digits + sizeof digits, position).ptr;
            best = !node.key.empty() ? m_out.keep(node.key)
                : label != noNode    ? labelText(m_tree.at(label))
                                     : m_out.keep({digits, static_cast<std::size_t>(end - digits)});
        }
        label = label != noNode ? m_tree.at(label).next : noNode;
    }
    const bool percent = highest > 1 && std::abs(sum - 100) < 2;
    if (highest > 1 && !percent)
        return false;
    if (answer.label.empty())
        answer.label = best;
    if (!answer.hasConfidence) {
        answer.confidence = percent ? highest / 100 : highest;
        answer.hasConfidence = true;
    }
    if (labels && labels->isArray())
        labels->used = true;
    return true;
}

void Walker::addPrediction(const Answer &answer, const Scope &scope)
{
    Prediction &prediction = m_out.predictions.emplace_back();
    prediction.device = scope.device.empty() ? m_topicDevice : scope.device;
    prediction.model = scope.model;
    prediction.version = scope.version;
    prediction.label = answer.label;
    prediction.inputReference = scope.inputReference;
    prediction.confidence =
        answer.hasConfidence ? answer.confidence : std::numeric_limits<double>::quiet_NaN();
    prediction.time = scope.time;
    const auto add = [&](std::string_view leaf, Value value) {
        const std::string_view signal =
            predictionSignal(m_out, scope.resultPath, scope.model, scope.version, leaf);
        m_out.samples.push_back({.device = prediction.device,
                                 .signal = signal,
                                 .unit = {},
                                 .time = scope.time,
                                 .value = value,
                                 .declared = value.type});
        return static_cast<int>(m_out.samples.size()) - 1;
    };
    if (answer.hasConfidence)
        prediction.confidenceSample = add("confidence", Value::real(answer.confidence));
    if (!answer.label.empty())
        prediction.labelSample = add("label", Value::string(answer.label));
}

bool Walker::readResult(NodeIndex index, Members &members, Scope &scope)
{
    Node *label = member(members, Role::Label);
    Node *confidence = member(members, Role::Confidence);
    Node *percent = member(members, Role::Percent);
    Node *score = member(members, Role::Score);
    Node *model = member(members, Role::Model);
    Node *container = member(members, Role::Container);
    Node *probabilities = member(members, Role::Probabilities);
    // `"prediction": "worn"` is the label itself; `"prediction": {...}` is where the answer stands.
    if (!label && container && !container->isContainer())
        label = container;
    if (label && label->isContainer())
        label = nullptr;
    if (!label && !confidence && !percent && !score && !model && !container && !probabilities)
        return false;
    const bool context = scope.inference || model || !scope.model.empty();
    const bool scored = confidence || percent || (score && (label || context))
        || (probabilities && (label || context || member(members, Role::Labels)));
    const bool named = label && context && label->isText();
    const bool wraps = container && container->isContainer();
    if (!scored && !named) {
        takeModel(members, scope, wraps);
        return false;
    }
    takeModel(members, scope, true);
    Answer answer;
    Node *unit = member(members, Role::Unit);
    const bool percentUnit = unit && unit->isText() && unit->text == "%";
    if (confidence)
        takeConfidence(*confidence, false, percentUnit, answer);
    else if (percent)
        takeConfidence(*percent, false, true, answer);
    else if (score && (label || context))
        takeConfidence(*score, score->key != "probability", percentUnit, answer);
    if (percentUnit && answer.hasConfidence)
        unit->used = true;
    if (label) {
        answer.label = labelText(*label);
        label->used = !answer.label.empty();
    }
    takeProbabilities(members, answer);
    if (answer.hasConfidence || !answer.label.empty())
        addPrediction(answer, scope);
    static_cast<void>(index);
    return true;
}

bool Walker::isDetection(NodeIndex index)
{
    if (!m_tree.at(index).isObject())
        return false;
    const Members members = membersOf(index);
    const bool scored = member(members, Role::Confidence) || member(members, Role::Score)
        || member(members, Role::Percent);
    return scored && member(members, Role::Label) && !member(members, Role::Model);
}

/// `[{"label":...,"confidence":...,"bbox":...}, ...]` of one model: the surest is the prediction,
/// the others are samples below the list's name.
bool Walker::readDetections(NodeIndex index, std::string_view path, const Scope &scope)
{
    const Node array = m_tree.at(index);
    for (NodeIndex child = array.first; child != noNode; child = m_tree.at(child).next) {
        if (!isDetection(child))
            return false;
    }
    Answer top;
    std::size_t position = 0;
    Node count;
    count.type = Node::Type::Integer;
    count.bits = array.count;
    emit(count, joined(path, "count"), scope, {});
    for (NodeIndex child = array.first; child != noNode;
         child = m_tree.at(child).next, ++position) {
        const Members members = membersOf(child);
        Answer answer;
        answer.label = labelText(*member(members, Role::Label));
        if (Node *node = member(members, Role::Confidence))
            takeConfidence(*node, false, false, answer);
        else if (Node *byPercent = member(members, Role::Percent))
            takeConfidence(*byPercent, false, true, answer);
        else
            takeConfidence(*member(members, Role::Score), true, false, answer);
        if (answer.hasConfidence && (!top.hasConfidence || answer.confidence > top.confidence))
            top = answer;
        if (position >= shownDetections)
            continue;
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, position).ptr;
        const std::string_view place =
            joined(path, {digits, static_cast<std::size_t>(end - digits)});
        Node node;
        if (answer.hasConfidence) {
            node.type = Node::Type::Real;
            node.bits = std::bit_cast<std::uint64_t>(answer.confidence);
            emit(node, joined(place, "confidence"), scope, {});
        }
        node.type = Node::Type::Text;
        node.text = answer.label;
        emit(node, joined(place, "label"), scope, {});
    }
    if (array.count > shownDetections)
        noteCap(m_out,
                Tr::tr("%1 lists %2 detections; the first %3 became samples.")
                    .arg(excerpt(path))
                    .arg(array.count)
                    .arg(shownDetections)
                    .toStdString());
    if (top.hasConfidence)
        addPrediction(top, scope);
    return true;
}

} // namespace decode
