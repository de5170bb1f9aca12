// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/glossary.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace ui {

Label::Label(const QString &text, Type type, Role role, bool strong, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_role(role)
    , m_strong(strong)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    apply();
}

void Label::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    apply();
}

void Label::setType(Type type, bool strong)
{
    m_type = type;
    m_strong = strong;
    apply();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    QSize out = QLabel::minimumSizeHint();
    if (m_elide != Qt::ElideNone)
        out.setWidth(qMin(out.width(), fontMetrics().horizontalAdvance(u'…') * 3));
    return out;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone || wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect inner = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_elide, inner.width());
    const int align = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()));
    style()->drawItemText(&painter, inner, align | Qt::TextSingleLine, palette(), isEnabled(),
                          shown, foregroundRole());
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && text().size() < 40) {
        if (const QString meaning = explained(text()); !meaning.isEmpty()) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                               meaning.toHtmlEscaped(), this);
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && m_elide != Qt::ElideNone
        && fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(),
                           this);
        return true;
    }
    return QLabel::event(event);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::ApplicationPaletteChange
        || type == QEvent::FontChange || type == QEvent::StyleChange)
        apply();
}

void Label::apply()
{
    if (m_applying)
        return; // setPalette and setFont come back here
    m_applying = true;
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::WindowText, colour(m_role));
    own.setColor(QPalette::Inactive, QPalette::WindowText, colour(m_role));
    setPalette(own);
    setFont(typeFont(m_type, m_strong));
    m_applying = false;
}

} // namespace ui
