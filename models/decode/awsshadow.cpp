// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Device shadows of AWS IoT, also as bridged copies under another prefix:
// .../things/<thing>/shadow[/name/<shadow>]/<operation>. The device is the thing, its reported
// state gives the signals ("<shadow>/..." for a named one), the desired one "desired/...".
// Source: docs.aws.amazon.com, IoT Core, "Device Shadow MQTT topics", "Device Shadow service
// documents".
#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/learned.h"

#include <algorithm>

namespace decode {

using simdjson::dom::element;

namespace {

constexpr std::size_t maxShadows = 50'000;

/// Which message of the three that one change makes is read: the richest that was ever seen.
enum Rank : std::uint8_t { None, Request, Accepted, Documents };

struct Address
{
    std::string_view thing;
    std::string_view shadow; ///< empty: the classic one
    std::string_view operation; ///< "update", "get", "delete"
    std::string_view answer; ///< "accepted", "documents", ...; empty: the request itself
};

bool address(std::span<const std::string_view> levels, Address &at)
{
    if (levels.size() < 4 || levels.size() > 32)
        return false;
    const auto shadow = std::find(levels.begin() + 2, levels.end(), "shadow");
    if (shadow == levels.end() || *(shadow - 2) != "things" || (shadow - 1)->empty())
        return false;
    at.thing = *(shadow - 1);
    auto rest = levels.subspan(static_cast<std::size_t>(shadow - levels.begin()) + 1);
    if (rest.size() >= 3 && rest[0] == "name") {
        at.shadow = rest[1];
        rest = rest.subspan(2);
    }
    if (rest.empty() || rest.size() > 2)
        return false;
    at.operation = rest[0];
    at.answer = rest.size() == 2 ? rest[1] : std::string_view();
    return at.operation == "update" || at.operation == "get" || at.operation == "delete";
}

class AwsShadow final : public Convention
{
public:
    std::string_view name() const override { return "awsshadow"; }

    bool mayTake(std::span<const std::string_view> levels) const override
    {
        Address at;
        return address(levels, at);
    }

    bool decode(Input &in, Output &out) override
    {
        Address at;
        if (!address(in.levels, at))
            return false;
        if (in.message.payload.empty()) {
            keep(QT_TRANSLATE_NOOP("decode::Tr", "A request to the shadow service."), out);
            return true;
        }
        const element *json = in.json();
        if (json == nullptr || !json->is_object())
            return false;
        if (at.answer == "rejected")
            refused(*json, out);
        else if (at.answer == "delta")
            keep(QT_TRANSLATE_NOOP("decode::Tr",
                                   "The difference between the wanted and the reported state; "
                                   "both come in messages of their own."),
                 out);
        else if (at.operation == "delete" || (at.operation == "get" && at.answer != "accepted"))
            keep(QT_TRANSLATE_NOOP("decode::Tr", "A request to the shadow service."), out);
        else
            return decodeDocument(at, *json, in, out);
        return true;
    }

private:
    void keep(const char *sentence, Output &out) const
    {
        out.decoder = name();
        addReason(out, sentence);
    }

    void refused(const element &json, Output &out) const
    {
        out.decoder = name();
        out.reason = Tr::tr("The shadow service refused a request: %1")
                         .arg(excerpt(textAt(json, "message")))
                         .toStdString();
    }

    bool decodeDocument(const Address &at, const element &json, Input &in, Output &out)
    {
        const bool documents = at.answer == "documents";
        const auto document = documents ? memberAt(json, "current") : std::optional(json);
        const auto state = document ? memberAt(*document, "state") : std::nullopt;
        if (!state || !state->is_object())
            return false;
        out.decoder = name();
        if (at.operation == "update" && !isRichest(at, documents))
            addReason(out,
                      QT_TRANSLATE_NOOP("decode::Tr",
                                        "The same state comes in the shadow service's answer."));
        else
            addState(at, json, *document, *state, in, out);
        return true;
    }

    bool isRichest(const Address &at, bool documents)
    {
        const Rank rank = documents ? Documents : at.answer.empty() ? Request : Accepted;
        m_key.assign(at.thing.substr(0, 256)).append(1, '\n').append(at.shadow.substr(0, 256));
        Rank *known = findOrAddIn(m_ranks, m_key, maxShadows);
        if (known == nullptr)
            return true;
        *known = std::max(*known, rank);
        return *known == rank;
    }

    void addState(const Address &at, const element &json, const element &document,
                  const element &state, Input &in, Output &out)
    {
        Sample like;
        like.device = out.keep(cutUtf8(at.thing, in.limits.maxNameBytes));
        addFact(out, in.limits, Fact::Kind::Protocol, like.device, "AWS IoT shadow");
        if (const auto time = memberAt(json, "timestamp"))
            like.time = timeOf(*time);
        const auto metadata = memberAt(document, "metadata");
        for (const std::string_view section : {"reported", "desired"}) {
            const auto values = memberAt(state, section);
            if (!values || !values->is_object())
                continue;
            const auto times = metadata ? memberAt(*metadata, section) : std::nullopt;
            std::string prefix(at.shadow.substr(0, 128));
            if (section == "desired")
                prefix += prefix.empty() ? "desired" : "/desired";
            const std::size_t skip = prefix.empty() ? 0 : prefix.size() + 1;
            forLeaves(*values, prefix, in.limits.maxNesting,
                      [&](std::string_view leaf, const element &value) {
                          Sample sample = like;
                          if (times)
                              sample.time = timeAt(*times, leaf.substr(skip), like.time);
                          return addJson(out, in.limits, sample, leaf, value);
                      });
        }
        findPredictions(out, 0, &m_inference);
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The shadow is empty."));
    }

    /// metadata mirrors the state; where a value stands it has {"timestamp": seconds}.
    static base::TimeNs timeAt(const element &metadata, std::string_view path,
                               base::TimeNs otherwise)
    {
        element time;
        std::string pointer = "/";
        pointer.append(path).append("/timestamp");
        if (pointer.find('~') != std::string::npos
            || metadata.at_pointer(pointer).get(time) != simdjson::SUCCESS)
            return otherwise;
        const base::TimeNs own = timeOf(time);
        return own == base::noTime ? otherwise : own;
    }

    ByName<Rank> m_ranks; ///< by thing and shadow
    InferenceMemory m_inference;
    std::string m_key;
};

} // namespace

std::unique_ptr<Convention> makeAwsShadow()
{
    return std::make_unique<AwsShadow>();
}

} // namespace decode
