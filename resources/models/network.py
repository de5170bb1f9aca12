# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small networks with their gradients in numpy: dense layers, 2-D convolution, global pooling, Adam."""
import numpy as np


class Dense:
    def __init__(self, rng, inputs, outputs):
        self.w = (rng.standard_normal((outputs, inputs)) * np.sqrt(2 / inputs)).astype(np.float32)
        self.b = np.zeros(outputs, np.float32)

    def forward(self, x):
        self.x = x
        return x @ self.w.T + self.b

    def backward(self, d):
        self.grads = [d.T @ self.x, d.sum(0)]
        return d @ self.w


class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, d):
        return d * self.mask


class Conv:
    """NCHW; a 1-D convolution is one of height 1."""

    def __init__(self, rng, inputs, outputs, kernel, stride, pad):
        fan = inputs * kernel[0] * kernel[1]
        self.w = (rng.standard_normal((outputs, inputs, *kernel)) * np.sqrt(2 / fan)).astype(np.float32)
        self.b = np.zeros(outputs, np.float32)
        self.kernel, self.stride, self.pad = kernel, stride, pad

    def _views(self, x):
        (kh, kw), (sh, sw) = self.kernel, self.stride
        oh, ow = (x.shape[2] - kh) // sh + 1, (x.shape[3] - kw) // sw + 1
        for i in range(kh):
            for j in range(kw):
                yield i, j, x[:, :, i:i + sh * (oh - 1) + 1:sh, j:j + sw * (ow - 1) + 1:sw]

    def forward(self, x):
        (ph, pw) = self.pad
        self.x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
        y = sum(np.einsum("nchw,oc->nohw", v, self.w[:, :, i, j], optimize=True) for i, j, v in self._views(self.x))
        return y + self.b[None, :, None, None]

    def backward(self, d):
        dw, dx = np.zeros_like(self.w), np.zeros_like(self.x)
        for (i, j, v), (_, _, dv) in zip(self._views(self.x), self._views(dx)):
            dw[:, :, i, j] = np.einsum("nohw,nchw->oc", d, v, optimize=True)
            dv += np.einsum("nohw,oc->nchw", d, self.w[:, :, i, j], optimize=True)
        self.grads = [dw, d.sum((0, 2, 3))]
        (ph, pw) = self.pad
        return dx[:, :, ph:dx.shape[2] - ph, pw:dx.shape[3] - pw]


class MeanPool:
    def forward(self, x):
        self.shape = x.shape
        return x.mean((2, 3))

    def backward(self, d):
        n, c, h, w = self.shape
        return np.broadcast_to(d[:, :, None, None] / (h * w), self.shape)


class MaxPool:
    """The largest of each channel."""

    def forward(self, x):
        self.shape = x.shape
        flat = x.reshape(*x.shape[:2], -1)
        self.best = flat.argmax(2)[:, :, None]
        return np.take_along_axis(flat, self.best, 2)[:, :, 0]

    def backward(self, d):
        flat = np.zeros((*self.shape[:2], self.shape[2] * self.shape[3]), d.dtype)
        np.put_along_axis(flat, self.best, d[:, :, None], 2)
        return flat.reshape(self.shape)


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def forward(layers, x):
    for layer in layers:
        x = layer.forward(x)
    return x


def predict(layers, x, batch=500):
    return np.concatenate([softmax(forward(layers, x[i:i + batch])) for i in range(0, len(x), batch)])


def train(layers, x, y, classes, rng, epochs, smoothing, rate=3e-3, batch=64):
    """Cross entropy with label smoothing (Szegedy et al. 2016), which keeps confidences honest; Adam."""
    target = np.full((len(y), classes), smoothing / (classes - 1), np.float32)
    target[np.arange(len(y)), y] = 1 - smoothing
    state = {}
    step = 0
    for epoch in range(epochs):
        lr = rate * 0.5 * (1 + np.cos(np.pi * epoch / epochs))
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch):
            rows = order[start:start + batch]
            d = (softmax(forward(layers, x[rows])) - target[rows]) / len(rows)
            for layer in reversed(layers):
                d = layer.backward(d)
            step += 1
            for index, layer in enumerate(layers):
                for k, (p, g) in enumerate(zip((layer.w, layer.b), layer.grads) if hasattr(layer, "w") else ()):
                    m, v = state.get((index, k), (0, 0))
                    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
                    state[index, k] = m, v
                    p -= lr * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
