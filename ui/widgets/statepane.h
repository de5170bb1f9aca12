// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class Label;

/// What stands where there is nothing yet: one line, one picture at most, one button.
class StatePane final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePane(QWidget *parent = nullptr);

    /// `detail` is a second, quiet sentence; an empty `button` shows none.
    void showEmpty(const QString &iconName, const QString &line, const QString &detail = {},
                   const QString &button = {});
    void showLoading(const QString &line);
    void showError(const QString &line, const QString &button = {});
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void clicked();

private:
    void show(const QString &iconName, bool critical, const QString &line, const QString &detail,
              const QString &button);

    Label *m_picture;
    Label *m_line;
    Label *m_detail;
    QPushButton *m_button;
};

} // namespace ui
