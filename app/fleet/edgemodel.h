// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inference/model.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fleet {

/// What an edge model says about its device.
struct Verdict
{
    std::string_view model;
    std::string_view version;
    std::string_view label;
    double confidence = 0; ///< 0..1, the softmax's largest output
    bool valid = false;
};

/// One of the fleet's own ONNX models with the preprocessing that its metadata names. One thread.
class EdgeModel
{
public:
    /// `name` and `version` as in the resource ":/models/NAME-VERSION.onnx".
    static base::Result<std::shared_ptr<EdgeModel>> open(const std::string &name,
                                                         const std::string &version);

    const std::string &name() const { return m_name; }
    const std::string &version() const { return m_version; }

    /// Classifies features as the machine gives them. `sharpness` divides the softmax's
    /// temperature: 1 is honest, more makes the device claim more than its model knows.
    Verdict classify(std::span<const float> features, double sharpness);

private:
    explicit EdgeModel(inference::Model model)
        : m_model(std::move(model))
    {
    }
    base::Result<> readMetadata();

    inference::Model m_model;
    std::string m_name;
    std::string m_version;
    std::vector<std::string> m_classes;
    std::vector<float> m_mean; ///< one value, or one for each feature
    std::vector<float> m_scale;
    std::vector<float> m_input;
};

} // namespace fleet
