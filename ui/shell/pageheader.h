// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Label;

/// Title, the page's one-sentence answer, and its actions at the right.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setAnswer(const QString &answer);
    void setActions(const QList<QAction *> &actions);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Label *m_title;
    Label *m_answer;
    QHBoxLayout *m_actions;
    QList<QWidget *> m_buttons;
    QWidget *m_more = nullptr;
};

} // namespace ui
