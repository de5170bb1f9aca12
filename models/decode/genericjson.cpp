// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/walker.h"

#include <cctype>

namespace decode {

namespace {

/// "[INFO] started" begins like a list and is a line of a log.
bool isBracketedText(std::string_view payload)
{
    payload = trimmed(payload);
    if (!payload.starts_with('[') || payload.size() < 2)
        return false;
    const char next = lower(payload[1]);
    return next >= 'a' && next <= 'z' && next != 't' && next != 'f' && next != 'n';
}

class GenericJson final : public Convention
{
public:
    explicit GenericJson(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "json"; }

    bool decode(Input &in, Output &out) override
    {
        const simdjson::dom::element *json = in.json();
        if (!json) {
            if (in.jsonError().empty() || isBracketedText(in.message.payload))
                return false;
            out.outcome = Outcome::Undecodable;
            out.reason = translated(in.jsonError());
            return true;
        }
        m_workspace.tree.read(*json, in.limits, in.jsonHadHugeIntegers());
        Walker(m_workspace, in, out).run();
        if (out.samples.empty() && out.predictions.empty() && !out.capHit) {
            out.outcome = Outcome::Kept;
            note(out, Tr::tr("The JSON holds no values.").toStdString());
        }
        return true;
    }

private:
    Workspace &m_workspace;
};

} // namespace

std::unique_ptr<Convention> makeGenericJson(Workspace &workspace)
{
    return std::make_unique<GenericJson>(workspace);
}

} // namespace decode
