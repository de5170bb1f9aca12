// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/workspace.h"

#include <array>

namespace decode {

/// Reads samples and predictions out of a Tree, by the names and shapes of its members:
/// nested objects become paths; arrays of records, value and unit pairs, name and value pairs,
/// time, id and sequence members, and answers of models are recognised. One use per message.
class Walker
{
public:
    Walker(Workspace &workspace, Input &in, Output &out);

    /// What the surroundings of the tree (an envelope, say) already say.
    struct Scope
    {
        std::string_view device; ///< empty: from the topic
        std::string_view path;
        std::string_view resultPath; ///< path without words such as `inference`
        TimeNs time = base::noTime;
        std::string_view model;
        std::string_view version;
        std::string_view inputReference;
        bool inference = false; ///< inside of something that names itself a result
        bool root = false;
    };

    /// Walks from the root of the workspace's tree.
    void run();
    void run(Scope scope);

private:
    /// The best member of an object for each role.
    struct Members
    {
        std::array<NodeIndex, static_cast<std::size_t>(Role::Labels) + 1> byRole;
        NodeIndex at(Role role) const { return byRole[static_cast<std::size_t>(role)]; }
    };
    struct Answer
    {
        std::string_view label;
        double confidence = 0;
        bool hasConfidence = false;
        telemetry::Quality quality = telemetry::Quality::Good;
    };

    Members membersOf(NodeIndex object);
    Node *member(const Members &members, Role role);

    // walker.cpp
    void readRoot(NodeIndex root, Scope scope);
    void readObject(NodeIndex index, Scope scope);
    void readRest(NodeIndex index, const Scope &scope, std::string_view loneUnit);
    void readMember(Node &node, std::string_view path, const Scope &scope, std::string_view unit);
    void emit(const Node &node, std::string_view path, const Scope &scope, std::string_view unit,
              telemetry::Quality quality = telemetry::Quality::Good);
    bool full();
    std::string_view joined(std::string_view path, std::string_view name);
    std::string_view unitOf(NodeIndex object, const Node &node);

    // walkerheader.cpp
    void takeTime(NodeIndex object, Scope &scope);
    void takeDevice(Members &members, Scope &scope);
    void takeSequence(const Members &members);
    void takeHeader(const Members &members, Scope &scope);
    void setDevice(std::string_view id, Scope &scope);
    TimeNs timeOf(const Node &node) const;

    // walkerarray.cpp
    void readArray(NodeIndex index, std::string_view path, const Scope &scope);
    void readRecords(NodeIndex index, std::string_view path, const Scope &scope);
    void readRecord(NodeIndex record, std::size_t position, bool lone, std::string_view path,
                    const Scope &scope);
    bool readValueRecord(NodeIndex index, const Members &members, Scope &scope);

    // walkerresult.cpp
    bool readResult(NodeIndex index, Members &members, Scope &scope);
    bool readDetections(NodeIndex index, std::string_view path, const Scope &scope);
    bool isDetection(NodeIndex index);
    void takeModel(Members &members, Scope &scope, bool certain);
    bool takeProbabilities(const Members &members, Answer &answer);
    void takeConfidence(Node &node, bool strict, bool percent, Answer &answer);
    void addPrediction(const Answer &answer, const Scope &scope);
    std::string_view labelText(const Node &node);

    Workspace &m_workspace;
    Tree &m_tree;
    Input &m_in;
    Output &m_out;
    std::string_view m_topicDevice;
    std::string_view m_topicPrefix;
    std::string_view m_unitText;
};

} // namespace decode
