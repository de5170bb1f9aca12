// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/scalar.h"

#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/timetext.h"
#include "models/decode/units.h"
#include "models/decode/words.h"
#include "models/decode/workspace.h"

namespace decode {

using telemetry::Quality;
using telemetry::Value;

namespace {

std::string_view withoutClosingZeros(std::string_view text)
{
    while (!text.empty() && text.back() == '\0')
        text.remove_suffix(1);
    return trimmed(text);
}

std::string_view unquoted(std::string_view text)
{
    const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

bool isNotANumber(std::string_view text)
{
    for (const std::string_view word :
         {"nan", "-nan", "inf", "-inf", "infinity", "-infinity", "null", "none"}) {
        if (equalIgnoringCase(text, word))
            return true;
    }
    return false;
}

class Scalar final : public Convention
{
public:
    explicit Scalar(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "scalar"; }

    bool decode(Input &in, Output &out) override
    {
        const std::string_view text = withoutClosingZeros(in.message.payload);
        if (text.empty() || !isPlainText(text))
            return false;
        if (text.front() == '<')
            return keepMarkup(text, out);
        Sample sample;
        sample.device = out.keep(m_workspace.topic->scalarDevice);
        sample.signal = out.keep(m_workspace.topic->scalarSignal);
        readScalar(text, sample);
        if (sample.unit.empty())
            sample.unit = unitFromName(sample.signal);
        out.samples.push_back(sample);
        out.outcome = Outcome::Decoded;
        return true;
    }

private:
    static bool keepMarkup(std::string_view text, Output &out)
    {
        out.reason = Tr::tr("XML or HTML of %1 bytes; it is shown as text, not decoded.")
                         .arg(text.size())
                         .toStdString();
        return true;
    }

    Workspace &m_workspace;
};

/// Words that mean "there" and "gone"; 1, 0, true and false count only where the topic leaves no
/// doubt.
std::optional<Fact::Kind> presenceOf(std::string_view word, bool certainTopic)
{
    for (const std::string_view there : {"online", "connected", "available", "alive", "ready"}) {
        if (equalIgnoringCase(word, there))
            return Fact::Kind::Online;
    }
    for (const std::string_view gone : {"offline", "disconnected", "unavailable", "dead", "lost"}) {
        if (equalIgnoringCase(word, gone))
            return Fact::Kind::Offline;
    }
    if (equalIgnoringCase(word, "sleeping") || equalIgnoringCase(word, "asleep"))
        return Fact::Kind::Asleep;
    if (!certainTopic)
        return {};
    if (word == "1" || equalIgnoringCase(word, "true") || equalIgnoringCase(word, "on"))
        return Fact::Kind::Online;
    if (word == "0" || equalIgnoringCase(word, "false") || equalIgnoringCase(word, "off"))
        return Fact::Kind::Offline;
    return {};
}

/// `{"state":"online"}`, `{"online":true}`: the one member that says it.
std::optional<std::string_view> presenceMember(const simdjson::dom::element &json)
{
    simdjson::dom::object object;
    if (json.get_object().get(object) != simdjson::SUCCESS || object.size() != 1)
        return {};
    for (const auto member : object) {
        if (!isAvailabilityWord(member.key))
            continue;
        std::string_view text;
        bool flag = false;
        if (member.value.get_string().get(text) == simdjson::SUCCESS)
            return text;
        if (member.value.get_bool().get(flag) == simdjson::SUCCESS && !isValueWord(member.key))
            return flag ? "online" : "offline";
    }
    return {};
}

class Availability final : public Convention
{
public:
    explicit Availability(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "availability"; }

    bool decode(Input &in, Output &out) override
    {
        constexpr std::size_t longest = 256;
        const std::string_view payload = in.message.payload;
        if (payload.empty() || payload.size() > longest || in.levels.empty()
            || !isAvailabilityWord(in.levels.back()) || in.message.topic.starts_with('$'))
            return false;
        std::string_view word = unquoted(withoutClosingZeros(payload));
        const bool structured = !word.empty() && word.front() == '{';
        if (structured) {
            const simdjson::dom::element *json = in.json();
            word = json ? presenceMember(*json).value_or(std::string_view()) : std::string_view();
        }
        const auto kind = presenceOf(word, !structured && !isValueWord(in.levels.back()));
        if (!kind)
            return false;
        tell(in, *kind, word, structured, out);
        return true;
    }

private:
    void tell(Input &in, Fact::Kind kind, std::string_view word, bool structured, Output &out)
    {
        std::span<const std::string_view> head = in.levels.first(in.levels.size() - 1);
        std::string_view device = in.message.topic;
        if (!head.empty()) {
            const TopicNames names = namesOfTopic(
                in.message.topic.substr(0, in.message.topic.size() - in.levels.back().size() - 1),
                head);
            device = out.keep(names.recordDevice);
        }
        Sample sample;
        sample.device = device;
        sample.signal = in.levels.back();
        sample.state = true;
        if (structured)
            sample.value = Value::string(out.keep(word));
        else
            readScalar(word, sample);
        out.samples.push_back(sample);
        out.facts.push_back({.kind = kind, .device = device, .signal = {}, .value = {}});
        out.outcome = Outcome::Decoded;
    }

    Workspace &m_workspace;
};

} // namespace

void readScalar(std::string_view text, Sample &sample)
{
    text = unquoted(text);
    if (equalIgnoringCase(text, "true") || equalIgnoringCase(text, "on")) {
        sample.value = Value::boolean(true);
    } else if (equalIgnoringCase(text, "false") || equalIgnoringCase(text, "off")) {
        sample.value = Value::boolean(false);
    } else if (isNotANumber(text)) {
        sample.quality = Quality::Missing;
    } else if (const auto number = numberAndUnit(text)) {
        sample.value = number->value;
        sample.unit = number->unit;
    } else {
        sample.value = Value::string(text);
    }
    sample.declared = sample.value.type;
}

std::unique_ptr<Convention> makeScalar(Workspace &workspace)
{
    return std::make_unique<Scalar>(workspace);
}

std::unique_ptr<Convention> makeAvailability(Workspace &workspace)
{
    return std::make_unique<Availability>(workspace);
}

} // namespace decode
