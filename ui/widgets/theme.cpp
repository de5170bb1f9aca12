// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "models/base/settings.h"
#include "ui/widgets/consolestyle.h"
#include "ui/widgets/fonts.h"

#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>
#include <QWidget>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Applied
{
    ThemeKind theme = ThemeKind::Light;
    int scalePercent = 100;
    bool reducedMotion = false;
    bool systemIsDark = false;
    bool styled = false;
};

Applied &applied()
{
    static Applied state;
    return state;
}

using Tokens = std::array<QRgb, static_cast<size_t>(Role::Count)>;

constexpr Tokens light{0xFFF3F4F6, 0xFFFFFFFF, 0xFFECEEF1, 0xFFD5D9DF, 0xFF1D232B,
                       0xFF5B6572, 0xFF2A66A3, 0xFFFFFFFF, 0xFFC6262E, 0xFFA65600,
                       0xFF7D6400, 0xFF2F6C7D, 0xFF28714A};
constexpr Tokens dark{0xFF1B1E23, 0xFF23272E, 0xFF2C313A, 0xFF383E48, 0xFFE3E6EA,
                      0xFF9AA4B1, 0xFF6AA7E6, 0xFF14171B, 0xFFFF7278, 0xFFF0963C,
                      0xFFE0C341, 0xFF63B4C8, 0xFF58B27E};
// Critical is lighter than first drawn (#FF4D4D gives 6.4:1): text needs 7:1 here.
constexpr Tokens contrastTokens{0xFF000000, 0xFF000000, 0xFF1A1A1A, 0xFFFFFFFF, 0xFFFFFFFF,
                                0xFFD0D0D0, 0xFF4FC3FF, 0xFF000000, 0xFFFF6060, 0xFFFFA53D,
                                0xFFFFE14D, 0xFF6FE3FF, 0xFF5CFF9D};

const Tokens &tokens(ThemeKind theme)
{
    switch (theme) {
    case ThemeKind::Dark:
        return dark;
    case ThemeKind::Contrast:
        return contrastTokens;
    case ThemeKind::Light:
        break;
    }
    return light;
}

constexpr std::array<QRgb, dataColours> lightData{0xFF0072B2, 0xFFB87A00, 0xFF008A64, 0xFFB0568F,
                                                  0xFF2E93C9, 0xFFC24E00, 0xFF6B6B6B};
constexpr std::array<QRgb, dataColours> darkData{0xFF4FA3DC, 0xFFF0B43C, 0xFF3DBE94, 0xFFDE9CC4,
                                                 0xFF7CC8F0, 0xFFF0803C, 0xFFA8A8A8};

QColor mixed(const QColor &a, const QColor &b, double part)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * part),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * part),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * part));
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

ThemeKind currentTheme()
{
    return applied().theme;
}

QColor colour(Role role)
{
    return colour(role, applied().theme);
}

QColor colour(Role role, ThemeKind theme)
{
    return QColor(tokens(theme)[static_cast<size_t>(role)]);
}

QColor dataColour(int index)
{
    return dataColour(index, applied().theme);
}

QColor dataColour(int index, ThemeKind theme)
{
    const auto &table = theme == ThemeKind::Light ? lightData : darkData;
    return QColor(table[static_cast<size_t>(index < 0 ? 0 : index % dataColours)]);
}

QFont typeFont(Type type, bool strong)
{
    QFont out(consoleFontFamily());
    out.setPixelSize(px(static_cast<int>(type)));
    out.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return out;
}

int px(int at100Percent)
{
    return (at100Percent * applied().scalePercent + 50) / 100;
}

int rowHeight()
{
    return px(24);
}

bool reducedMotion()
{
    return applied().reducedMotion;
}

QPalette themePalette(ThemeKind theme)
{
    const auto c = [theme](Role role) { return colour(role, theme); };
    const QColor disabled =
        mixed(c(Role::TextSecond), c(Role::Surface), theme == ThemeKind::Contrast ? 0.2 : 0.45);
    QPalette out;
    out.setColor(QPalette::Window, c(Role::Window));
    out.setColor(QPalette::WindowText, c(Role::Text));
    out.setColor(QPalette::Base, c(Role::Surface));
    out.setColor(QPalette::AlternateBase, c(Role::Raised));
    out.setColor(QPalette::Text, c(Role::Text));
    out.setColor(QPalette::PlaceholderText, c(Role::TextSecond));
    out.setColor(QPalette::Button, c(Role::Surface));
    out.setColor(QPalette::ButtonText, c(Role::Text));
    out.setColor(QPalette::BrightText, c(Role::Critical));
    out.setColor(QPalette::ToolTipBase, c(Role::Raised));
    out.setColor(QPalette::ToolTipText, c(Role::Text));
    out.setColor(QPalette::Highlight, c(Role::Accent));
    out.setColor(QPalette::HighlightedText, c(Role::OnAccent));
    out.setColor(QPalette::Link, c(Role::Accent));
    out.setColor(QPalette::LinkVisited, c(Role::Accent));
    out.setColor(QPalette::Light, c(Role::Raised));
    out.setColor(QPalette::Midlight, c(Role::Raised));
    out.setColor(QPalette::Mid, c(Role::Line));
    out.setColor(QPalette::Dark, c(Role::Line));
    out.setColor(QPalette::Shadow, mixed(c(Role::Window), QColor(Qt::black), 0.6));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        out.setColor(QPalette::Disabled, role, disabled);
    out.setColor(QPalette::Disabled, QPalette::Highlight, c(Role::Line));
    return out;
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void applyTheme(ThemeKind theme, int scalePercent, bool noMotion)
{
    Applied &state = applied();
    if (!state.styled) {
        // Qt 6.4 has no QStyleHints::colorScheme: the platform's palette tells before ours replaces
        // it.
        state.systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
        QApplication::setStyle(new ConsoleStyle);
        state.styled = true;
    }
    const bool resized = state.scalePercent != scalePercent;
    state.theme = theme;
    state.scalePercent = scalePercent;
    state.reducedMotion = noMotion;
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
    QApplication::setFont(typeFont(Type::Base));
    QToolTip::setFont(typeFont(Type::Base));
    QApplication::setPalette(themePalette(theme));
    QToolTip::setPalette(themePalette(theme));
    if (resized)
        QApplication::setStyle(new ConsoleStyle); // metrics of every widget are asked for again
}

ThemeFollower::ThemeFollower(base::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(settings, &base::Settings::changed, this, [this](base::Setting setting) {
        using base::Setting;
        if (setting == Setting::Theme || setting == Setting::UiScalePercent
            || setting == Setting::ReducedMotion)
            apply();
    });
    apply();
}

ThemeKind ThemeFollower::kindOf(const QString &name)
{
    if (name == "light"_L1)
        return ThemeKind::Light;
    if (name == "dark"_L1)
        return ThemeKind::Dark;
    if (name == "contrast"_L1)
        return ThemeKind::Contrast;
    const bool dark = applied().styled
        ? applied().systemIsDark
        : QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark ? ThemeKind::Dark : ThemeKind::Light;
}

void ThemeFollower::apply()
{
    applyTheme(kindOf(m_settings->text(base::Setting::Theme)),
               m_settings->integer(base::Setting::UiScalePercent),
               m_settings->boolean(base::Setting::ReducedMotion));
}

} // namespace ui
