// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"
#include "ui/widgets/page.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Card;
class FilterEdit;
class SettingEditor;
class StatePane;

/// Every preference of the typed table, grouped, searchable, applied at once.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override { }
    QList<QAction *> pageActions() const override;
    bool go(const Destination &destination) override;

private:
    void build();
    void filter(const QString &text);
    int changedCount() const;

    FilterEdit *m_filter;
    QVBoxLayout *m_column = nullptr;
    QList<Card *> m_cards;
    QHash<int, SettingEditor *> m_editors; ///< by Setting
    StatePane *m_nothing;
    QAction *m_reset;
};

} // namespace ui
