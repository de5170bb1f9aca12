// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Writes a recording of about `gigabytes` from repeated rows of the shared data sets. Exit code.
int makeBigRecording(const QString &path, double gigabytes);
/// Opens, seeks and zooms it, cold (root only) and warm, and prints the figures. Exit code.
int openBigRecording(const QString &path);
