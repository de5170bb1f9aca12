// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <memory>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace ui {

class Label;
class MainWindow;
class PaletteModel;

/// Ctrl+K: finds every page, action, setting, device, signal, topic and connection; Enter goes
/// there. Lies over the window, needs no pointer.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(MainWindow *window);
    ~CommandPalette() override;

    void open(const QString &text = {});
    void place(); ///< after the window was resized
    PaletteModel *model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void accept();
    void dismiss();

    MainWindow *m_window;
    QLineEdit *m_edit;
    QListView *m_list;
    Label *m_nothing;
    PaletteModel *m_model;
};

} // namespace ui
