// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Label;

/// A panel with a title, a quiet note at the right of it, and a body.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note); ///< second text at the right of the title
    QVBoxLayout *body() const { return m_body; }
    /// Room at the right of the title for buttons.
    QHBoxLayout *head() const { return m_head; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    Label *m_title;
    Label *m_note;
};

} // namespace ui
