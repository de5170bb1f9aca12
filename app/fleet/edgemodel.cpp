// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/edgemodel.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

QJsonArray listIn(const inference::OnnxInfo &info, const QString &key)
{
    return QJsonDocument::fromJson(info.metadata.value(key).toUtf8()).array();
}

} // namespace

base::Result<std::shared_ptr<EdgeModel>> EdgeModel::open(const std::string &name,
                                                         const std::string &version)
{
    const QString file = QString::fromStdString(name + "-" + version);
    auto model = inference::Model::load(u":/models/"_s + file + u".onnx"_s);
    if (!model)
        return tl::unexpected(model.error());
    std::shared_ptr<EdgeModel> edge(new EdgeModel(std::move(*model)));
    edge->m_name = name;
    edge->m_version = version;
    if (auto read = edge->readMetadata(); !read)
        return tl::unexpected(read.error());
    return edge;
}

base::Result<> EdgeModel::readMetadata()
{
    for (const QJsonValue &value : listIn(m_model.info(), u"classes"_s))
        m_classes.push_back(value.toString().toStdString());
    for (const QJsonValue &value : listIn(m_model.info(), u"feature_mean"_s))
        m_mean.push_back(static_cast<float>(value.toDouble()));
    for (const QJsonValue &value : listIn(m_model.info(), u"feature_std"_s))
        m_scale.push_back(static_cast<float>(value.toDouble()));
    const bool fits = m_mean.size() == m_scale.size()
        && (m_mean.size() == 1 || m_mean.size() == m_model.inputSize()) && !m_classes.empty()
        && std::ranges::all_of(m_scale, [](float s) { return s > 0; });
    if (!fits)
        return base::failure(
            inference::Model::tr("The model %1 does not name its classes, means and deviations.")
                .arg(QString::fromStdString(m_name)));
    return {};
}

Verdict EdgeModel::classify(std::span<const float> features, double sharpness)
{
    if (features.size() != m_model.inputSize())
        return {};
    m_input.resize(features.size());
    for (std::size_t i = 0; i < features.size(); ++i) {
        const std::size_t k = m_mean.size() == 1 ? 0 : i;
        m_input[i] = (features[i] - m_mean[k]) / m_scale[k];
    }
    const auto answer = m_model.run(m_input, 1);
    if (!answer || answer->size() != m_classes.size())
        return {};
    // softmax(z * s) from p = softmax(z) is p^s / sum p^s: logits differ from ln p by a constant.
    double sum = 0;
    for (const float p : *answer)
        sum += std::pow(static_cast<double>(p), sharpness);
    const auto best = std::ranges::max_element(*answer);
    const auto index = static_cast<std::size_t>(best - answer->begin());
    return {m_name, m_version, m_classes[index],
            std::pow(static_cast<double>(*best), sharpness) / sum, true};
}

} // namespace fleet
