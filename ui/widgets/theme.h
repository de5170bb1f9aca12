// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace base {
class Settings;
}

namespace ui {

/// What a colour means. Widgets never name a colour otherwise (design tokens of the console).
enum class Role {
    Window,
    Surface, ///< cards, rail, bars
    Raised, ///< hover, selected row, input fields
    Line, ///< separators and frames
    Text,
    TextSecond, ///< units, labels, anything stale
    Accent, ///< focus, selection, links
    OnAccent, ///< text on Accent
    Critical, ///< alarm priority 1
    High, ///< 2
    Medium, ///< 3
    Low, ///< 4, information
    Good, ///< only where asked: a test or check passed
    Count
};

enum class ThemeKind { Light, Dark, Contrast };

/// The type scale; pixels at 100 % scale.
enum class Type { Second = 11, Base = 13, Section = 16, Page = 22, Headline = 34 };

ThemeKind currentTheme();
QColor colour(Role role); ///< in the current theme
QColor colour(Role role, ThemeKind theme);

/// Colours of data lines (Okabe-Ito hues); `index` wraps around.
QColor dataColour(int index);
QColor dataColour(int index, ThemeKind theme);
constexpr int dataColours = 7;

/// Inter with tabular figures, at the current scale. Weights are 400, and 600 when `strong`.
QFont typeFont(Type type, bool strong = false);
/// Logical pixels at the current scale: use it for every fixed size.
int px(int at100Percent);
int rowHeight(); ///< of tables and lists: 24 px at 100 %

QPalette themePalette(ThemeKind theme);
/// WCAG 2.1 contrast ratio, 1..21.
double contrast(const QColor &a, const QColor &b);

/// Fades and slides may run only when this is false.
bool reducedMotion();

/// Applies theme, scale and motion of the settings to the application, now and on every change.
/// Widgets learn of it by QEvent::ApplicationPaletteChange and ApplicationFontChange. GUI thread.
class ThemeFollower final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeFollower(base::Settings *settings, QObject *parent = nullptr);

    /// "system", "light", "dark" or "contrast".
    static ThemeKind kindOf(const QString &name);

private:
    void apply();

    base::Settings *m_settings;
};

/// Without settings: for tests and small programs.
void applyTheme(ThemeKind theme, int scalePercent = 100, bool reducedMotion = false);

} // namespace ui
