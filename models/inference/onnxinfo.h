// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <vector>

namespace inference {

/// One input or output of an ONNX graph.
struct TensorInfo
{
    QString name;
    int elementType = 0; ///< onnx.TensorProto.DataType: 1 is float32
    std::vector<std::int64_t> shape; ///< -1: dynamic; empty with hasShape false: not given
    bool hasShape = false;
};

/// What an ONNX file says about itself, read without an inference library (which shows none of it).
struct OnnxInfo
{
    std::int64_t irVersion = 0;
    std::int64_t opset = 0; ///< of the default domain
    std::int64_t modelVersion = 0;
    QString producer;
    QString graphName;
    QString description;
    std::vector<TensorInfo> inputs; ///< graph inputs that are not initialisers, in graph order
    std::vector<TensorInfo> outputs; ///< in graph order
    QHash<QString, QString> metadata; ///< metadata_props
    QHash<QString, int> operators; ///< op_type -> nodes
    QByteArray sha256; ///< lower-case hex of the whole file: the model's identity
};

/// Reads the header of an ONNX ModelProto (onnx.proto of ONNX 1.12, field numbers there) from its
/// protobuf wire form. Bounded: sizes, counts and text lengths have limits, tensors are not read.
/// Fails with one sentence when the bytes are no ONNX model. Pure, any thread.
base::Result<OnnxInfo> readOnnxInfo(const QByteArray &bytes);

} // namespace inference
