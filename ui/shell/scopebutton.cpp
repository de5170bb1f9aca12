// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scopebutton.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/widgets/naturalorder.h"
#include "ui/widgets/scope.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString menuText(QString text)
{
    return base::visibleText(text).replace(u'&', u"&&"_s);
}

} // namespace

ScopeButton::ScopeButton(const Console &console, QWidget *parent)
    : QToolButton(parent)
    , m_console(console)
{
    setObjectName(u"scopeButton"_s);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ScopeButton::fill);
    if (m_console.scope)
        connect(m_console.scope, &Scope::changed, this, &ScopeButton::retitle);
    retitle();
}

void ScopeButton::fill()
{
    menu()->clear();
    Scope *scope = m_console.scope;
    if (!scope)
        return;
    const auto add = [this](const QString &text, bool on, const auto &choose) {
        QAction *action = menu()->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, choose);
    };
    QStringList sites;
    bool without = false;
    for (const devices::DeviceRecord &device : m_console.pipeline->devices().records()) {
        without |= device.site.isEmpty();
        if (!device.site.isEmpty())
            sites << device.site;
    }
    std::sort(sites.begin(), sites.end(), naturalOrder());
    sites.removeDuplicates();
    add(tr("All sites"), !scope->site(), [scope] { scope->setSite({}); });
    for (const QString &site : std::as_const(sites))
        add(menuText(site), scope->site() == site, [scope, site] { scope->setSite(site); });
    if (without)
        add(tr("Devices without a site"), scope->site() == QString(),
            [scope] { scope->setSite(QString()); });
    if (!m_console.connections)
        return;
    const auto profiles = m_console.connections->profiles();
    if (profiles.size() < 2 && scope->connection().isEmpty())
        return;
    menu()->addSeparator();
    add(tr("All connections"), scope->connection().isEmpty(),
        [scope] { scope->setConnection({}); });
    for (const auto &profile : profiles)
        add(menuText(profile.name), scope->connection() == profile.id,
            [scope, id = profile.id] { scope->setConnection(id); });
}

void ScopeButton::retitle()
{
    const Scope *scope = m_console.scope;
    QString text = tr("All sites");
    if (scope && scope->site())
        text = scope->site()->isEmpty() ? tr("Devices without a site") : menuText(*scope->site());
    if (scope && m_console.connections && !scope->connection().isEmpty())
        text = tr("%1 on %2")
                   .arg(text, menuText(m_console.connections->profile(scope->connection()).name));
    setText(tr("Site: %1").arg(text));
    setAccessibleName(this->text());
    setToolTip(tr("Shows one site or one connection only, on all pages"));
    setProperty("narrowed", scope && !scope->isAll());
}

void ScopeButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retitle();
}

} // namespace ui
