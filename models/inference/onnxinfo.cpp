// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inference/onnxinfo.h"

#include "models/inference/wirereader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

namespace inference {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFileBytes = 512 << 20;
constexpr std::size_t maxTextBytes = 1 << 20;
constexpr std::size_t maxTensors = 4'096;
constexpr qsizetype maxNodes = 200'000;
constexpr qsizetype maxMetadata = 4'096;
constexpr std::size_t maxDimensions = 32;

struct Sentence
{
    Q_DECLARE_TR_FUNCTIONS(OnnxInfo)
};

QString toText(std::string_view bytes)
{
    const auto size = std::min(bytes.size(), maxTextBytes);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(size));
}

/// TensorShapeProto.Dimension: 1 dim_value, 2 dim_param; neither means unknown.
std::int64_t dimension(std::string_view bytes)
{
    std::int64_t size = -1;
    for (WireReader field(bytes); field.next();) {
        if (field.field() == 1 && field.isNumber())
            size = static_cast<std::int64_t>(field.number());
    }
    return size > 0 ? size : -1;
}

bool readShape(std::string_view bytes, TensorInfo &tensor)
{
    tensor.hasShape = true;
    WireReader field(bytes);
    while (field.next()) {
        if (field.field() != 1 || !field.isBytes())
            continue;
        if (tensor.shape.size() == maxDimensions)
            return false;
        tensor.shape.push_back(dimension(field.bytes()));
    }
    return !field.failed();
}

/// TypeProto.Tensor: 1 elem_type, 2 shape.
bool readTensorType(std::string_view bytes, TensorInfo &tensor)
{
    WireReader field(bytes);
    while (field.next()) {
        if (field.field() == 1 && field.isNumber())
            tensor.elementType = static_cast<int>(field.number() & 0xff);
        else if (field.field() == 2 && field.isBytes() && !readShape(field.bytes(), tensor))
            return false;
    }
    return !field.failed();
}

/// ValueInfoProto: 1 name, 2 type (TypeProto: 1 tensor_type).
bool readValueInfo(std::string_view bytes, TensorInfo &tensor)
{
    WireReader field(bytes);
    while (field.next()) {
        if (!field.isBytes())
            continue;
        if (field.field() == 1)
            tensor.name = toText(field.bytes());
        if (field.field() != 2)
            continue;
        for (WireReader type(field.bytes()); type.next();) {
            if (type.field() == 1 && type.isBytes() && !readTensorType(type.bytes(), tensor))
                return false;
        }
    }
    return !field.failed();
}

QString textField(std::string_view bytes, int wanted)
{
    for (WireReader field(bytes); field.next();) {
        if (field.field() == wanted && field.isBytes())
            return toText(field.bytes());
    }
    return {};
}

/// GraphProto: 1 node, 2 name, 5 initializer, 11 input, 12 output.
struct GraphReader
{
    OnnxInfo &info;
    QSet<QString> initialisers;
    qsizetype nodes = 0;

    bool readField(const WireReader &field)
    {
        switch (field.field()) {
        case 1:
            ++info.operators[textField(field.bytes(), 4)];
            return ++nodes <= maxNodes;
        case 2:
            info.graphName = toText(field.bytes());
            return true;
        case 5:
            initialisers.insert(textField(field.bytes(), 8));
            return true;
        case 11:
            return readTensor(field.bytes(), info.inputs);
        case 12:
            return readTensor(field.bytes(), info.outputs);
        default:
            return true;
        }
    }

    static bool readTensor(std::string_view bytes, std::vector<TensorInfo> &tensors)
    {
        return tensors.size() < maxTensors && readValueInfo(bytes, tensors.emplace_back());
    }

    bool read(std::string_view bytes)
    {
        WireReader field(bytes);
        while (field.next()) {
            if (field.isBytes() && !readField(field))
                return false;
        }
        std::erase_if(info.inputs, [this](const TensorInfo &input) {
            return initialisers.contains(input.name);
        });
        return !field.failed();
    }
};

/// OperatorSetIdProto: 1 domain (empty: the default one), 2 version.
void readOpset(std::string_view bytes, OnnxInfo &info)
{
    std::int64_t version = 0;
    bool standard = true;
    for (WireReader field(bytes); field.next();) {
        if (field.field() == 1 && field.isBytes())
            standard = field.bytes().empty() || field.bytes() == "ai.onnx";
        else if (field.field() == 2 && field.isNumber())
            version = static_cast<std::int64_t>(field.number());
    }
    if (standard)
        info.opset = version;
}

/// ModelProto: 1 ir_version, 2 producer_name, 5 model_version, 6 doc_string, 7 graph,
/// 8 opset_import, 14 metadata_props.
bool readModelField(const WireReader &field, OnnxInfo &info, bool &hasGraph)
{
    if (field.isNumber()) {
        if (field.field() == 1)
            info.irVersion = static_cast<std::int64_t>(field.number());
        else if (field.field() == 5)
            info.modelVersion = static_cast<std::int64_t>(field.number());
        return true;
    }
    if (!field.isBytes())
        return true;
    switch (field.field()) {
    case 2:
        info.producer = toText(field.bytes());
        return true;
    case 6:
        info.description = toText(field.bytes());
        return true;
    case 7:
        hasGraph = true;
        return GraphReader{info, {}}.read(field.bytes());
    case 8:
        readOpset(field.bytes(), info);
        return true;
    case 14:
        info.metadata.insert(textField(field.bytes(), 1), textField(field.bytes(), 2));
        return info.metadata.size() <= maxMetadata;
    default:
        return true;
    }
}

} // namespace

base::Result<OnnxInfo> readOnnxInfo(const QByteArray &bytes)
{
    if (bytes.size() > maxFileBytes)
        return base::failure(
            Sentence::tr("The model file is larger than 512 MiB; it was not read."),
            base::ErrorCode::Limit);
    OnnxInfo info;
    bool hasGraph = false;
    WireReader field({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    while (field.next()) {
        if (!readModelField(field, info, hasGraph))
            return base::failure(
                Sentence::tr("The model file is damaged, or its graph has more parts than "
                             "Pilothouse accepts; fetch the file again."));
    }
    if (field.failed() || !hasGraph || info.irVersion <= 0)
        return base::failure(
            Sentence::tr("The file is not an ONNX model, or it is cut short; check where it "
                         "comes from."));
    info.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return info;
}

} // namespace inference
