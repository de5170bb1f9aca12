#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the rehearsal fleet's edge models on the fleet's own physics and writes them as ONNX.

    resources/models/train.py --fleet build/release/bin/pilothouse-fleet [--only pump-wear]

Needs python3-numpy. Writes NAME-VERSION.onnx and NAME-VERSION.reference.csv (standardised inputs and
numpy's answers for a few held-out rows, which the tests compare OpenCV with) beside this script.
Only constructs that OpenCV 4.6 computes rightly are written: Gemm with transB, Conv, Relu,
GlobalAveragePool, GlobalMaxPool, Flatten, Softmax with its axis.
"""
import argparse
import hashlib
import io
import json
import pathlib
import subprocess

import numpy as np

import network as nn
import onnxwriter as onnx

HERE = pathlib.Path(__file__).resolve().parent

# name, version, machine, range of the training data, rows, epochs, label smoothing
PLANS = [
    ("pump-wear", "1.4.0", "pump", "commissioning", 400, 40, 0.20),
    ("pump-wear", "2.1.0", "pump", "field", 6000, 40, 0.055),
    ("hvac-fault", "1.2.0", "hvac", "field", 6000, 40, 0.055),
    ("energy-anomaly", "1.1.0", "meter", "field", 6000, 40, 0.055),
    ("bearing-vib", "1.3.0", "vibration", "field", 4000, 40, 0.055),
    ("surface-defect", "3.0.1", "camera", "field", 9000, 40, 0.055),
]
CLASSES = {
    "pump": ["ok", "worn", "cavitation"],
    "hvac": ["ok", "valve-stuck", "filter-clogged"],
    "meter": ["normal", "phase-imbalance", "harmonics"],
    "vibration": ["healthy", "imbalance", "outer-race"],
    "camera": ["good", "scratch", "pit", "stain"],
}
FEATURES = {
    "pump": "speed flow suction_pressure discharge_pressure motor_current motor_temperature vibration_rms",
    "hvac": "control_error humidity co2 outdoor_temperature supply_rise valve fan air_flow",
    "meter": "voltage_mean voltage_spread current_mean current_spread power_factor current_thd frequency",
    "vibration": "acceleration",
    "camera": "pixel",
}
SHAPES = {"vibration": (1, 1, 256), "camera": (1, 32, 32)}


def rows_of(fleet, machine, rows, seed, span):
    command = [fleet, "--training-data", machine, "--rows", str(rows), "--seed", str(seed), "--range", span]
    text = subprocess.run(command, check=True, capture_output=True).stdout
    table = np.loadtxt(io.BytesIO(text), delimiter=",", skiprows=1)
    return table[:, :-1].astype(np.float32), table[:, -1].astype(int), hashlib.sha256(text).hexdigest()


def layers_for(machine, rng, inputs, classes):
    if machine == "vibration":
        return [nn.Conv(rng, 1, 12, (1, 16), (1, 4), (0, 8)), nn.Relu(), nn.Conv(rng, 12, 16, (1, 5), (1, 2), (0, 2)),
                nn.Relu(), nn.MeanPool(), nn.Dense(rng, 16, classes)]
    if machine == "camera":
        return [nn.Conv(rng, 1, 8, (3, 3), (1, 1), (1, 1)), nn.Relu(), nn.Conv(rng, 8, 12, (3, 3), (2, 2), (1, 1)),
                nn.Relu(), nn.Conv(rng, 12, 16, (3, 3), (2, 2), (1, 1)), nn.Relu(), nn.MaxPool(),
                nn.Dense(rng, 16, classes)]
    return [nn.Dense(rng, inputs, 16), nn.Relu(), nn.Dense(rng, 16, 12), nn.Relu(), nn.Dense(rng, 12, classes)]


def graph_of(layers, machine):
    nodes, weights, last = [], {}, "input"
    for i, layer in enumerate(layers):
        out = f"t{i}"
        if hasattr(layer, "w"):
            w = layer.w[:, :, 0, :] if machine == "vibration" and layer.w.ndim == 4 else layer.w
            weights[f"w{i}"], weights[f"b{i}"] = w, layer.b
        if isinstance(layer, nn.Dense):
            nodes.append(onnx.node("Gemm", [last, f"w{i}", f"b{i}"], [out], transB=1))
        elif isinstance(layer, nn.Conv):
            first = 1 if machine == "vibration" else 0
            pads = list(layer.pad[first:]) * 2
            nodes.append(onnx.node("Conv", [last, f"w{i}", f"b{i}"], [out], kernel_shape=list(layer.kernel[first:]),
                                   strides=list(layer.stride[first:]), pads=pads))
        elif isinstance(layer, (nn.MeanPool, nn.MaxPool)):
            kind = "GlobalAveragePool" if isinstance(layer, nn.MeanPool) else "GlobalMaxPool"
            nodes.append(onnx.node(kind, [last], [out + "p"]))
            nodes.append(onnx.node("Flatten", [out + "p"], [out], axis=1))
        else:
            nodes.append(onnx.node("Relu", [last], [out]))
        last = out
    nodes.append(onnx.node("Softmax", [last], ["probabilities"], axis=1))
    return nodes, weights


def metrics_of(p, y):
    best, sure = p.argmax(1), p.max(1)
    healthy = sure[(y == 0) & (best == 0)]
    return {"accuracy": round(float((best == y).mean()), 4), "mean_confidence": round(float(sure.mean()), 4),
            "mean_confidence_healthy": round(float(healthy.mean()), 4),
            "share_below_0.85": round(float((sure < 0.85).mean()), 4), "rows": len(y)}


def write_reference(path, x, p):
    with open(path, "w") as file:
        file.write(f"# {x.shape[1]} standardised inputs, then {p.shape[1]} probabilities a row\n")
        for row in np.concatenate([x, p], 1):
            file.write(",".join(f"{v:.9g}" for v in row) + "\n")


def make(fleet, plan):
    name, version, machine, span, rows, epochs, smoothing = plan
    classes = CLASSES[machine]
    x, y, digest = rows_of(fleet, machine, rows, 1, span)
    test_x, test_y, _ = rows_of(fleet, machine, 1500, 2, "field")
    each = machine not in SHAPES
    mean = x.mean(0) if each else np.full(1, x.mean(), np.float32)
    std = np.maximum(x.std(0), 1e-6) if each else np.full(1, x.std(), np.float32)
    shape = SHAPES.get(machine, (x.shape[1],))
    x, test_x = (((a - mean) / std).astype(np.float32).reshape(-1, *shape) for a in (x, test_x))
    rng = np.random.default_rng(7)
    layers = layers_for(machine, rng, shape[0], len(classes))
    nn.train(layers, x, y, len(classes), rng, epochs, smoothing)
    p = nn.predict(layers, test_x)
    metrics = metrics_of(p, test_y)
    nodes, weights = graph_of(layers, machine)
    outer = shape[:1] + shape[2:] if machine == "vibration" else shape
    metadata = {
        "classes": json.dumps(classes), "feature_names": json.dumps(FEATURES[machine].split()),
        "feature_mean": json.dumps([float(v) for v in mean]), "feature_std": json.dumps([float(v) for v in std]),
        "layout": "x".join(str(v) for v in outer), "training_data_sha256": digest, "training_range": span,
        "training_rows": str(rows), "label_smoothing": str(smoothing), "metrics": json.dumps(metrics),
        "version": version, "model_author": "The Pilothouse developers", "model_license": "GPL-3.0-or-later"}
    number = int("".join(f"{int(v):02d}" for v in version.split(".")))
    data = onnx.model(name, nodes, weights, [("input", (-1, *outer))], [("probabilities", (-1, len(classes)))],
                      number, f"{name} {version}: {', '.join(classes)}; for rehearsal only", metadata)
    (HERE / f"{name}-{version}.onnx").write_bytes(data)
    few = range(12 if each else 6)
    write_reference(HERE / f"{name}-{version}.reference.csv", test_x[few].reshape(len(few), -1), p[few])
    print(name, version, f"{len(data)} bytes", json.dumps(metrics))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fleet", required=True, help="the pilothouse-fleet program")
    parser.add_argument("--only", help="train this model only")
    options = parser.parse_args()
    for plan in PLANS:
        if options.only in (None, plan[0]):
            make(options.fleet, plan)


if __name__ == "__main__":
    main()
