// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inference/onnxinfo.h"

#include <QCoreApplication>

#include <memory>
#include <span>

namespace inference {

/// One ONNX classifier or regressor on OpenCV DNN: one float32 input, one or more float32 outputs.
/// Not thread-safe and not to be shared: OpenCV's nets give wrong answers when two threads run one
/// (load the file once per thread instead). A damaged file can end the process inside OpenCV, so
/// compare info().sha256 with the digest you expect where the file comes from elsewhere.
class Model
{
    Q_DECLARE_TR_FUNCTIONS(Model)

public:
    Model(Model &&) noexcept;
    Model &operator=(Model &&) noexcept;
    ~Model();

    static base::Result<Model> load(const QString &path);
    /// `name` stands for the file in sentences.
    static base::Result<Model> fromBytes(const QByteArray &bytes, const QString &name);

    /// Threads that OpenCV may use for one net, for the whole process: 1 is fastest for small nets.
    static void setThreads(int count);

    const OnnxInfo &info() const;
    std::span<const std::int64_t> inputShape() const; ///< with 1 for the batch
    std::size_t inputSize() const; ///< floats of one row

    /// Runs `rows` rows given one after the other and returns their outputs one after the other,
    /// copied. `output` is a graph output's name; empty means the first. Rows go through one by
    /// one: with a dynamic batch OpenCV 4.6 folds rows of some graphs into one without an error.
    base::Result<std::vector<float>> run(std::span<const float> input, std::size_t rows,
                                         const QString &output = {});

private:
    struct Private;
    explicit Model(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace inference
