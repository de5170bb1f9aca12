// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace ui {

/// One line of the settings page: meaning, editor, unit, and "back to default" when it differs.
class SettingEditor final : public QWidget
{
    Q_OBJECT

public:
    SettingEditor(base::Settings *settings, base::Setting setting, QWidget *parent = nullptr);

    bool isChanged() const;
    bool matches(const QStringList &lowerWords) const;
    void focusEditor();

private:
    QWidget *newEditor();
    QWidget *newChoice(const QList<QPair<QString, QString>> &valuesAndNames);
    QWidget *newNumber(bool whole);
    void show();

    base::Settings *m_settings;
    const base::Setting m_setting;
    QWidget *m_editor = nullptr;
    QToolButton *m_reset = nullptr;
    std::function<void()> m_showValue;
};

/// The languages that this build can speak: BCP 47 tag and own name, the system's first.
QList<QPair<QString, QString>> languages();

} // namespace ui
