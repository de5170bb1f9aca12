// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepane.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

StatePane::StatePane(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Label)
    , m_line(new Label(QString(), Type::Section, Role::Text))
    , m_detail(new Label(QString(), Type::Base, Role::TextSecond))
    , m_button(new QPushButton)
{
    auto *all = new QVBoxLayout(this);
    all->setSpacing(px(8));
    all->addStretch(2);
    for (Label *label : {m_picture, m_line, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        all->addWidget(label);
    }
    m_line->setWordWrap(true);
    m_detail->setWordWrap(true);
    all->addSpacing(px(8));
    all->addWidget(m_button, 0, Qt::AlignHCenter);
    all->addStretch(3);
    m_button->setDefault(true);
    connect(m_button, &QPushButton::clicked, this, &StatePane::clicked);
    show({}, false, {}, {}, {});
}

void StatePane::showEmpty(const QString &iconName, const QString &line, const QString &detail,
                          const QString &button)
{
    show(iconName, false, line, detail, button);
}

void StatePane::showLoading(const QString &line)
{
    show(u"view-refresh"_s, false, line, {}, {});
}

void StatePane::showError(const QString &line, const QString &button)
{
    show(u"dialog-error"_s, true, line, {}, button);
}

void StatePane::show(const QString &iconName, bool critical, const QString &line,
                     const QString &detail, const QString &button)
{
    m_picture->setVisible(!iconName.isEmpty());
    if (!iconName.isEmpty())
        m_picture->setPixmap(
            icon(iconName, critical ? Role::Critical : Role::TextSecond).pixmap(px(32), px(32)));
    m_line->setText(line);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(line);
}

} // namespace ui
