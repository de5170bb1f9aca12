// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusitem.h"

#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

int widthOf(const QString &text)
{
    return QFontMetrics(typeFont(Type::Second)).horizontalAdvance(text);
}

} // namespace

StatusItem::StatusItem(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void StatusItem::set(const Text &text)
{
    const bool same = text.quiet == m_text.quiet && text.strong == m_text.strong
        && text.mark == m_text.mark && text.role == m_text.role;
    if (same)
        return;
    const bool renamed =
        text.quiet.size() + 4 < m_text.quiet.size(); // another state, not other digits
    m_text = text;
    if (renamed)
        m_widest = 0;
    const int before = m_widest;
    setAccessibleName(text.strongFirst ? text.strong + u' ' + text.quiet
                                       : text.quiet + u' ' + text.strong);
    if (sizeHint().width() != before)
        updateGeometry();
    update();
}

QSize StatusItem::sizeHint() const
{
    int width = px(16) + widthOf(m_text.quiet) + widthOf(m_text.strong) + px(5);
    if (m_text.mark)
        width += px(15);
    auto *self = const_cast<StatusItem *>(this);
    self->m_widest = qMax(m_widest, width);
    return {m_widest, px(26)};
}

void StatusItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), colour(Role::Raised));
    painter.setFont(typeFont(Type::Second));
    const auto visual = [this](const QRect &r) {
        return QStyle::visualRect(layoutDirection(), rect(), r);
    };
    int x = px(8);
    if (m_text.mark) {
        drawMark(&painter, visual(QRect(x, (height() - px(10)) / 2, px(10), px(10))), *m_text.mark);
        x += px(15);
    }
    const auto put = [&](const QString &text, Role role) {
        const QRect room = visual(QRect(x, 0, widthOf(text) + 1, height()));
        painter.setPen(colour(m_text.role == Role::Text ? role : m_text.role));
        painter.drawText(
            room, static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::AlignHCenter), text);
        x += widthOf(text) + (text.isEmpty() ? 0 : px(5));
    };
    if (m_text.strongFirst)
        put(m_text.strong, Role::Text);
    put(m_text.quiet, Role::TextSecond);
    if (!m_text.strongFirst)
        put(m_text.strong, Role::Text);
    if (hasFocus())
        paint::focusRing(&painter, rect().adjusted(1, 2, -1, -2));
}

void StatusItem::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_widest = 0;
        updateGeometry();
    }
}

} // namespace ui
