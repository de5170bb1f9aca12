// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// The family to use everywhere: Inter with tabular figures always on, else the system's sans.
/// Loads the font on first use. GUI thread.
QString consoleFontFamily();

/// An OpenType font whose "tnum" feature is always on, under another family name of the same
/// length; empty when the font has no such feature or is damaged. Qt 6.4 cannot ask for a font
/// feature (QFont::setFeature is 6.7), so the feature's tag becomes one that shapers always apply
/// ("rclt"; OpenType 1.9, chapter "Common table formats", FeatureList).
QByteArray withTabularFigures(QByteArray font, const QString &family, const QString &newFamily);

} // namespace ui
