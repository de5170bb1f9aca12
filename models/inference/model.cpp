// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inference/model.h"

#include <QFile>

#include <opencv2/dnn/dnn.hpp>

#include <algorithm>

namespace inference {

using namespace Qt::StringLiterals;

namespace {

constexpr int onnxFloat = 1;
constexpr std::int64_t maxInputFloats = 64 << 20;

QString oneLine(const cv::Exception &exception)
{
    return QString::fromStdString(exception.err).simplified().left(300);
}

/// The shape of one row, batch 1; empty when a dimension other than the batch is open.
std::vector<std::int64_t> rowShape(const TensorInfo &input)
{
    std::vector<std::int64_t> shape = input.shape;
    std::int64_t floats = 1;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (i == 0)
            shape[i] = 1;
        if (shape[i] <= 0 || shape[i] > maxInputFloats / floats)
            return {};
        floats *= shape[i];
    }
    return shape;
}

} // namespace

struct Model::Private
{
    OnnxInfo info;
    QString name;
    std::vector<std::int64_t> shape;
    std::size_t size = 1;
    cv::dnn::Net net;
    cv::Mat blob;
};

Model::Model(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Model::Model(Model &&) noexcept = default;
Model &Model::operator=(Model &&) noexcept = default;
Model::~Model() = default;

base::Result<Model> Model::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(tr("The model %1 cannot be read: %2.").arg(path, file.errorString()),
                             base::ErrorCode::Io);
    return fromBytes(file.readAll(), path);
}

base::Result<Model> Model::fromBytes(const QByteArray &bytes, const QString &name)
{
    auto info = readOnnxInfo(bytes);
    if (!info)
        return base::failure(name + u": "_s + info.error().text, info.error().code);
    if (info->inputs.size() != 1 || info->outputs.empty()
        || info->inputs.front().elementType != onnxFloat)
        return base::failure(tr("The model %1 needs exactly one float32 input and at least one "
                                "output to run here.")
                                 .arg(name),
                             base::ErrorCode::Unsupported);
    auto p = std::make_unique<Private>();
    p->shape = rowShape(info->inputs.front());
    if (p->shape.empty())
        return base::failure(tr("The input of model %1 has an open or oversized dimension besides "
                                "its batch; export it with fixed sizes.")
                                 .arg(name),
                             base::ErrorCode::Unsupported);
    for (const std::int64_t dimension : p->shape)
        p->size *= static_cast<std::size_t>(dimension);
    p->info = std::move(*info);
    p->name = name;
    try {
        p->net =
            cv::dnn::readNetFromONNX(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        p->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    } catch (const cv::Exception &exception) {
        return base::failure(
            tr("OpenCV cannot load the model %1: %2").arg(name, oneLine(exception)),
            base::ErrorCode::Unsupported);
    }
    const std::vector<int> sizes(p->shape.begin(), p->shape.end());
    p->blob.create(static_cast<int>(sizes.size()), sizes.data(), CV_32F);
    return Model(std::move(p));
}

void Model::setThreads(int count)
{
    cv::setNumThreads(count);
}

const OnnxInfo &Model::info() const
{
    return d->info;
}

std::span<const std::int64_t> Model::inputShape() const
{
    return d->shape;
}

std::size_t Model::inputSize() const
{
    return d->size;
}

base::Result<std::vector<float>> Model::run(std::span<const float> input, std::size_t rows,
                                            const QString &output)
{
    if (rows == 0 || input.size() / rows != d->size || input.size() % rows != 0)
        return base::failure(
            tr("The model %1 takes %2 numbers a row; %3 numbers for %4 rows do not fit.")
                .arg(d->name)
                .arg(d->size)
                .arg(input.size())
                .arg(rows));
    const QString &wanted = output.isEmpty() ? d->info.outputs.front().name : output;
    if (std::ranges::none_of(d->info.outputs,
                             [&wanted](const TensorInfo &t) { return t.name == wanted; }))
        return base::failure(tr("The model %1 has no output named %2.").arg(d->name, wanted),
                             base::ErrorCode::NotFound);
    std::vector<float> answers;
    try {
        for (std::size_t row = 0; row < rows; ++row) {
            std::ranges::copy(input.subspan(row * d->size, d->size), d->blob.ptr<float>());
            d->net.setInput(d->blob);
            // forward() gives memory that the next call overwrites, so it is copied out at once.
            const cv::Mat answer = d->net.forward(wanted.toStdString());
            if (answer.type() != CV_32F || !answer.isContinuous())
                return base::failure(
                    tr("The output %1 of model %2 is not float32.").arg(wanted, d->name),
                    base::ErrorCode::Unsupported);
            answers.insert(answers.end(), answer.ptr<float>(),
                           answer.ptr<float>() + answer.total());
        }
    } catch (const cv::Exception &exception) {
        return base::failure(
            tr("The model %1 failed while running: %2").arg(d->name, oneLine(exception)),
            base::ErrorCode::Internal);
    }
    return answers;
}

} // namespace inference
