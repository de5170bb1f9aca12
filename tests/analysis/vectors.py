#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the expected numbers of tst_statistics, tst_spectrum and tst_correlation.

Run with NumPy 1.24 and SciPy 1.10 (Debian 12: python3-scipy); the tests hold a copy of the output.
"""
import numpy as np
from scipy import signal, stats

i = np.arange(200)
x = ((i * i * 31 + i * 17) % 101) / 7.0 - 3.0
y = 0.5 * x + ((i * i * 13 + i * 5) % 97) / 11.0


def show(name, *values):
    print(name, *(repr(float(v)) for v in values))


show("mean var var1 rms sum", x.mean(), x.var(), x.var(ddof=1), np.sqrt((x * x).mean()), x.sum())
show("percentiles", *np.percentile(x, [5, 25, 50, 75, 95]))
counts, edges = np.histogram(x, bins="fd")
print("histogram fd", counts.tolist(), edges[0], edges[-1])
for window in ("hann", "hamming", "blackman", "boxcar"):
    for detrend in ("constant", "linear", False):
        f, p = signal.welch(x, fs=10.0, window=window, nperseg=64, noverlap=32, detrend=detrend)
        _, s = signal.welch(x, fs=10.0, window=window, nperseg=64, noverlap=32, detrend=detrend, scaling="spectrum")
        show(f"welch {window} {detrend}", f[5], p[0], p[1], p[5], p[20], p[32], s[5])
show("pearson spearman", stats.pearsonr(x, y)[0], stats.spearmanr(x, y)[0])
line = stats.linregress(x, y)
show("regression", line.slope, line.intercept, line.rvalue ** 2)
ties = np.round(x)
show("spearman with ties", stats.spearmanr(ties, y)[0])
