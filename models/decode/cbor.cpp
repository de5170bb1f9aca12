// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/walker.h"

namespace decode {

namespace {

class Cbor final : public Convention
{
public:
    explicit Cbor(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "cbor"; }

    bool decode(Input &in, Output &out) override
    {
        const std::string_view payload = in.message.payload;
        const bool told = m_workspace.pinned
            || (in.message.properties
                && in.message.properties->contentType.starts_with("application/cbor"));
        if (payload.empty() || (!told && !startsContainer(payload)))
            return false;
        if (!m_workspace.tree.readCbor(payload, in.limits, out)) {
            if (!told)
                return false;
            out.outcome = Outcome::Undecodable;
            out.reason = translated(m_workspace.tree.error());
            return true;
        }
        Walker(m_workspace, in, out).run();
        if (out.samples.empty() && out.predictions.empty()) {
            out.outcome = Outcome::Kept;
            note(out, Tr::tr("The CBOR holds no values.").toStdString());
        }
        return true;
    }

private:
    /// An array, a map, or the "this is CBOR" tag 55799 (RFC 8949, 3.4.6). Never the start of
    /// UTF-8.
    static bool startsContainer(std::string_view payload)
    {
        const auto first = static_cast<unsigned char>(payload.front());
        return (first >= 0x80 && first <= 0xbf) || payload.starts_with("\xD9\xD9\xF7");
    }

    Workspace &m_workspace;
};

} // namespace

std::unique_ptr<Convention> makeCbor(Workspace &workspace)
{
    return std::make_unique<Cbor>(workspace);
}

} // namespace decode
