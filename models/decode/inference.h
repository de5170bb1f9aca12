// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace decode {

/// A confidence as a sender writes it, as 0..1. `percent`: the unit or the name says so; else a
/// number above 1 and up to 100 is a percentage only when `strict` is false (a raw score of 3.2 is
/// not one). Empty: outside of any such range, or not finite.
std::optional<double> normalConfidence(double value, bool percent, bool strict);

/// What names a prediction's two samples: "<model> <version>/confidence", without a model
/// "confidence"; `prefix` (a path, or empty) goes in front. Kept in `out`.
std::string_view predictionSignal(Output &out, std::string_view prefix, std::string_view model,
                                  std::string_view version, std::string_view leaf);

/// Splits "name:3", "name@1.2" into name and version when `version` is empty.
void splitModelVersion(std::string_view &model, std::string_view &version);

/// Model, version and label last told for a place, for senders that report only what changed
/// (Sparkplug). Bounded: starts anew when full. One thread at a time.
class InferenceMemory
{
public:
    struct Known
    {
        std::string model;
        std::string version;
        std::string label;
    };
    Known &at(std::string_view device, std::string_view prefix);
    const Known *find(std::string_view device, std::string_view prefix) const; ///< null: nothing

private:
    std::unordered_map<std::string, Known> m_known;
};

/// Finds predictions among the samples of one message from index `first` on, by the last level of
/// their names ("Inference/Confidence", "vision:label", ...): per device and path, a confidence
/// becomes a Prediction with the label, model, version and input reference that stand beside it, or
/// that `memory` still knows (null: none). The confidence sample becomes a 0..1 double, and it and
/// the label sample are renamed as Prediction documents; the other samples stay. Linear in the
/// number of samples.
/// Linear in the samples.
void findPredictions(Output &out, std::size_t first, InferenceMemory *memory);

} // namespace decode
