// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

/// A small panel that opens from something and goes when one clicks elsewhere or presses Esc.
class Popup : public QFrame
{
    Q_OBJECT

public:
    Popup(const QString &title, QWidget *anchor);

    QVBoxLayout *body() const { return m_body; }
    QHBoxLayout *head() const { return m_head; }
    void openAtAnchor(); ///< above or below it, inside its screen

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_anchor;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

} // namespace ui
