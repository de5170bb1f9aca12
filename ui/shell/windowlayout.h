// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QRect>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

/// Where a window stands, as JSON, and back. Restoring clamps into the screens of now.
QJsonObject geometryOf(const QWidget &window);
void applyGeometry(QWidget &window, const QJsonObject &saved);
/// `wanted` moved and shrunk until it lies within one of the screens' available areas.
QRect clampedToScreens(const QRect &wanted, const QList<QRect> &screens);

} // namespace ui
