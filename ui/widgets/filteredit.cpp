// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filteredit.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Cuts at spaces outside quotes; quotes are dropped.
QStringList pieces(const QString &text)
{
    QStringList out;
    QString piece;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!piece.isEmpty())
                out.append(piece);
            piece.clear();
        } else {
            piece.append(c);
        }
    }
    if (!piece.isEmpty())
        out.append(piece);
    return out;
}

} // namespace

FilterQuery FilterQuery::parse(const QString &text)
{
    FilterQuery out;
    for (QString piece : pieces(text)) {
        Term term;
        if (piece.size() > 1 && piece.startsWith(u'-')) {
            term.negated = true;
            piece.remove(0, 1);
        }
        const qsizetype colon = piece.indexOf(u':');
        if (colon > 0 && colon + 1 < piece.size()) {
            term.field = piece.left(colon).toLower();
            term.value = piece.mid(colon + 1);
        } else {
            term.value = piece;
        }
        out.terms.push_back(term);
    }
    return out;
}

bool FilterQuery::matches(const std::function<QString(const QString &field)> &fieldText) const
{
    return std::ranges::all_of(terms, [&fieldText](const Term &term) {
        const QString text = fieldText(term.field);
        if (!text.isNull())
            return text.contains(term.value, Qt::CaseInsensitive) != term.negated;
        // No such field: somebody searched for text with a colon in it, a topic or a time, say.
        const bool found =
            fieldText(QString()).contains(term.field + u':' + term.value, Qt::CaseInsensitive);
        return found != term.negated;
    });
}

FilterEdit::FilterEdit(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder.isEmpty() ? tr("Filter") : placeholder);
    setToolTip(tr("Words, or field:value; a leading minus excludes; quotes keep spaces."));
    setAccessibleName(placeholderText());
    addAction(icon(u"view-filter"_s, Role::TextSecond), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::tell);
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
}

void FilterEdit::setTarget(QWidget *list)
{
    m_target = list;
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        tell();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter)
        tell();
    if (m_target && (enter || event->key() == Qt::Key_Down)) {
        m_target->setFocus(Qt::TabFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::tell()
{
    m_pause.stop();
    if (text() == m_told)
        return;
    m_told = text();
    Q_EMIT filterChanged(m_told);
}

} // namespace ui
