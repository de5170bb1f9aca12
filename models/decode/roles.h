// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace decode {

/// What a member's name says it may be. Case, '_', '-', '.' and spaces do not matter.
enum class Role : std::uint8_t {
    None,
    Time, ///< ts, timestamp, time, @timestamp, datetime, t, ...
    DeviceId, ///< deviceId, mac, serial, sn, ...
    PlainId, ///< id
    Sequence, ///< seq, sequence, seqNo, msgId, ...
    Unit, ///< unit, units, uom
    UnitOf, ///< temperature_unit
    Value, ///< value, reading
    WeakValue, ///< v, val: a value only beside a name or unit
    Name, ///< name, metric, signal, tag, ...
    Quality, ///< quality
    Header, ///< header, meta, metadata, envelope
    Label, ///< label, class, predicted_class, ...
    Confidence, ///< confidence, conf, certainty
    Percent, ///< confidence_pct
    Score, ///< score, probability, prob: a confidence only beside a label or model
    Model, ///< model, model_name, modelId
    ModelVersion, ///< model_version
    Version, ///< version
    InputReference, ///< input_ref, image, frame, input_hash
    Container, ///< inference, result, prediction(s), classification
    Probabilities, ///< probabilities, scores, softmax
    Labels, ///< labels, classes, class_names
};

struct RoleOfKey
{
    Role role = Role::None;
    std::uint8_t rank = 0; ///< lower wins among members of one role
    std::uint32_t hash = 0; ///< of the exact name
};

RoleOfKey roleOf(std::string_view key);

} // namespace decode
