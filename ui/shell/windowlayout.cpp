// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowlayout.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize defaultSize(1480, 900);
constexpr QSize smallest(640, 400);

QList<QRect> screenAreas()
{
    QList<QRect> out;
    for (const QScreen *screen : QGuiApplication::screens())
        out.append(screen->availableGeometry());
    return out;
}

} // namespace

QJsonObject geometryOf(const QWidget &window)
{
    const QRect r =
        window.isMaximized() || window.isFullScreen() ? window.normalGeometry() : window.geometry();
    return {{u"x"_s, r.x()},
            {u"y"_s, r.y()},
            {u"width"_s, r.width()},
            {u"height"_s, r.height()},
            {u"maximized"_s, window.isMaximized()},
            {u"fullScreen"_s, window.isFullScreen()}};
}

void applyGeometry(QWidget &window, const QJsonObject &saved)
{
    const QList<QRect> screens = screenAreas();
    QRect wanted(saved[u"x"_s].toInt(), saved[u"y"_s].toInt(), saved[u"width"_s].toInt(),
                 saved[u"height"_s].toInt());
    if (wanted.width() < smallest.width() || wanted.height() < smallest.height()) {
        wanted = QRect(QPoint(), defaultSize);
        if (!screens.isEmpty())
            wanted.moveCenter(screens.first().center());
    }
    window.setGeometry(clampedToScreens(wanted, screens));
    if (saved[u"maximized"_s].toBool())
        window.setWindowState(Qt::WindowMaximized);
    else if (saved[u"fullScreen"_s].toBool())
        window.setWindowState(Qt::WindowFullScreen);
}

QRect clampedToScreens(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    QRect best = screens.first();
    qint64 bestArea = -1;
    for (const QRect &screen : screens) {
        const QRect common = screen & wanted;
        const qint64 area = common.isEmpty() ? 0 : qint64(common.width()) * common.height();
        if (area > bestArea) {
            bestArea = area;
            best = screen;
        }
    }
    QRect out(wanted.topLeft(), wanted.size().boundedTo(best.size()));
    out.moveLeft(qBound(best.left(), out.left(), best.right() - out.width() + 1));
    out.moveTop(qBound(best.top(), out.top(), best.bottom() - out.height() + 1));
    return out;
}

} // namespace ui
