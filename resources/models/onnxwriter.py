# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small ONNX files without the onnx package: protobuf wire form, field numbers of onnx.proto 1.12."""
import struct


def _varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        out.append(byte | (0x80 if value else 0))
        if not value:
            return bytes(out)


def number(field, value):
    return _varint(field << 3) + _varint(value)


def blob(field, data):
    data = data.encode() if isinstance(data, str) else data
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _attribute(name, value):
    out = blob(1, name)
    if isinstance(value, int):
        return out + number(3, value) + number(20, 2)
    return out + b"".join(number(8, v) for v in value) + number(20, 7)


def node(kind, inputs, outputs, **attributes):
    out = b"".join(blob(1, i) for i in inputs) + b"".join(blob(2, o) for o in outputs)
    out += blob(3, outputs[0]) + blob(4, kind)
    return out + b"".join(blob(5, _attribute(k, v)) for k, v in attributes.items())


def tensor(name, array):
    dims = b"".join(number(1, d) for d in array.shape)
    return dims + number(2, 1) + blob(8, name) + blob(9, array.astype("<f4").tobytes())


def value_info(name, shape):
    dims = b"".join(blob(1, number(1, d) if d > 0 else blob(2, "N")) for d in shape)
    return blob(1, name) + blob(2, blob(1, number(1, 1) + blob(2, dims)))


def model(graph_name, nodes, weights, inputs, outputs, version, doc, metadata):
    graph = b"".join(blob(1, n) for n in nodes) + blob(2, graph_name)
    graph += b"".join(blob(5, tensor(k, v)) for k, v in weights.items())
    graph += b"".join(blob(11, value_info(*i)) for i in inputs)
    graph += b"".join(blob(12, value_info(*o)) for o in outputs)
    out = number(1, 7) + blob(2, "pilothouse-train") + number(5, version) + blob(6, doc) + blob(7, graph)
    out += blob(8, blob(1, "") + number(2, 13))
    return out + b"".join(blob(14, blob(1, k) + blob(2, v)) for k, v in sorted(metadata.items()))
