// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace ui {

/// Plain text in one step of the type scale and one role; follows theme and scale. Text from
/// outside is never read as rich text. With elide() it shortens instead of asking for width.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, Type type = Type::Base, Role role = Role::Text,
                   bool strong = false, QWidget *parent = nullptr);

    void setRole(Role role);
    void setType(Type type, bool strong = false);
    void setElide(Qt::TextElideMode mode); ///< the whole text becomes the tooltip when cut

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void apply();

    Type m_type;
    Role m_role;
    bool m_strong;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_applying = false;
};

} // namespace ui
