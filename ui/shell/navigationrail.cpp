// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationrail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

/// One line of the rail.
class NavigationRail::Entry final : public QAbstractButton
{
public:
    Entry(const QString &key, const QString &iconName, QWidget *parent)
        : QAbstractButton(parent)
        , m_key(key)
        , m_current(ui::icon(iconName))
        , m_other(ui::icon(iconName, Role::TextSecond))
    {
        setObjectName(u"rail/"_s + key);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QString key() const { return m_key; }
    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        update();
    }
    QSize sizeHint() const override { return {px(40), px(34)}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const QString m_key;
    const QIcon m_current;
    const QIcon m_other;
    bool m_collapsed = false;
};

void NavigationRail::Entry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (isChecked() || underMouse())
        painter.fillRect(rect(), colour(Role::Raised));
    if (isChecked())
        painter.fillRect(mirrored ? width() - px(3) : 0, 0, px(3), height(), colour(Role::Accent));
    const auto visual = [this](const QRect &r) {
        return QStyle::visualRect(layoutDirection(), rect(), r);
    };
    const int side = px(16);
    const int left = m_collapsed ? (width() - side) / 2 : px(19);
    (isChecked() ? m_current : m_other)
        .paint(&painter, visual(QRect(left, (height() - side) / 2, side, side)));
    if (!m_collapsed) {
        painter.setFont(typeFont(Type::Base, isChecked()));
        painter.setPen(colour(isChecked() || underMouse() ? Role::Text : Role::TextSecond));
        const QRect room = visual(rect().adjusted(px(47), 0, -px(8), 0));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, // the painter mirrors it
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
    if (hasFocus())
        paint::focusRing(&painter, rect().adjusted(px(2), 1, -px(2), -1));
}

namespace {

/// The name of the console at the top of the rail.
class Brand final : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {px(40), px(48)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(typeFont(Type::Section, true));
        painter.setPen(colour(Role::Text));
        const bool wide = width() > px(100);
        painter.drawText(rect().adjusted(wide ? px(16) : 0, 0, wide ? -px(16) : 0, 0),
                         Qt::AlignVCenter | (wide ? Qt::AlignLeft : Qt::AlignHCenter),
                         wide ? u"Pilothouse"_s : u"P"_s);
    }
};

} // namespace

NavigationRail::NavigationRail(const PageKinds &kinds, QWidget *parent)
    : QWidget(parent)
    , m_kinds(kinds)
    , m_brand(new Brand(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"navigationRail"_s);
    setAccessibleName(tr("Navigation"));
    m_layout->setContentsMargins(0, 0, 0, px(8));
    m_layout->setSpacing(0);
    m_brand->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_layout->addWidget(m_brand);
    for (const PageKind &kind : kinds) {
        auto *entry = new Entry(kind.key, kind.iconName, this);
        connect(entry, &QAbstractButton::clicked, this, [this, entry] {
            entry->setChecked(true);
            Q_EMIT pageChosen(entry->key());
        });
        m_layout->addWidget(entry);
        m_entries.append(entry);
    }
    m_layout->addStretch(1);
    m_fold = new Entry(u"fold"_s, u"sidebar-collapse"_s, this);
    m_fold->setCheckable(false);
    connect(m_fold, &QAbstractButton::clicked, this,
            [this] { Q_EMIT collapseWanted(!m_collapsed); });
    m_layout->addWidget(m_fold);
    retitle();
    applyMetrics();
}

void NavigationRail::setCurrent(const QString &key)
{
    for (Entry *entry : m_entries)
        entry->setChecked(entry->key() == key);
}

void NavigationRail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    for (Entry *entry : m_entries)
        entry->setCollapsed(collapsed);
    m_fold->setCollapsed(collapsed);
    retitle();
    applyMetrics();
}

void NavigationRail::retitle()
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const QString title = m_kinds[static_cast<size_t>(i)].title();
        m_entries[i]->setText(title);
        m_entries[i]->setAccessibleName(title);
        m_entries[i]->setToolTip(i < 9 ? tr("%1 (Ctrl+%2)").arg(title).arg(i + 1) : title);
    }
    m_fold->setText(m_collapsed ? tr("Expand") : tr("Collapse"));
    m_fold->setAccessibleName(m_collapsed ? tr("Expand the navigation")
                                          : tr("Collapse the navigation"));
    m_fold->setToolTip(tr("%1 (Ctrl+B)").arg(m_fold->accessibleName()));
}

void NavigationRail::applyMetrics()
{
    setFixedWidth(px(m_collapsed ? 48 : 176));
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), colour(Role::Line));
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i]->hasFocus()) {
            m_entries[qBound(0, i + step, int(m_entries.size()) - 1)]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void NavigationRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retitle();
    else if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        applyMetrics();
}

} // namespace ui
