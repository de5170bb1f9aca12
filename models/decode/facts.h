// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"
#include "models/decode/text.h"

namespace decode {

/// `device` and `value` must live as long as the output. Beyond the limit of signals facts are
/// dropped and the cap is shown.
inline void addFact(Output &out, const Limits &limits, Fact::Kind kind, std::string_view device,
                    std::string_view value = {}, base::TimeNs time = base::noTime)
{
    if (out.facts.size() >= limits.maxSamples) {
        out.capHit = true;
        return;
    }
    Fact &fact = out.facts.emplace_back();
    fact.kind = kind;
    fact.device = device;
    fact.value = value;
    fact.time = time;
}

/// The first reason stands. `sentence` is marked with QT_TRANSLATE_NOOP("decode::Tr", ...).
inline void addReason(Output &out, const char *sentence)
{
    if (out.reason.empty())
        out.reason = Tr::tr(sentence).toStdString();
}

/// Decoded when anything came out, else Kept with this reason.
inline void settle(Output &out, const char *otherwise)
{
    if (out.outcome == Outcome::Undecodable)
        return;
    const bool empty = out.samples.empty() && out.facts.empty() && out.predictions.empty();
    out.outcome = empty ? Outcome::Kept : Outcome::Decoded;
    if (empty)
        addReason(out, otherwise);
}

} // namespace decode
