// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/inference.h"
#include "models/decode/topicnames.h"
#include "models/decode/tree.h"

namespace decode {

struct Mapping;

/// What a chain lends its general conventions for the message at hand: names from the topic, the
/// operator's mapping, and scratch memory. One per chain.
class Workspace
{
public:
    TopicNames *topic = nullptr; ///< never null while a message is decoded
    const Mapping *mapping = nullptr; ///< null: no mapping for the topic
    bool pinned = false; ///< the operator chose the decoder: the shape need not be convincing
    Tree tree;
    InferenceMemory inferences;
};

} // namespace decode
