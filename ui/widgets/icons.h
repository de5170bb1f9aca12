// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>

namespace ui {

/// A Breeze icon in the current text colour (follows theme changes by itself). Unknown names give
/// an icon that paints nothing, and one line in the log.
QIcon icon(const QString &name);
/// The same in a fixed role's colour.
QIcon icon(const QString &name, Role role);
/// The SVG file of a Breeze icon, nearest to `size` pixels; empty when there is none.
QString iconFile(const QString &name, int size);

} // namespace ui
