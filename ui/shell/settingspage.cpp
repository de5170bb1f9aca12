// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"

#include "ui/shell/settingeditor.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepane.h"

#include <QAction>
#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using base::Setting;

struct Group
{
    const char *title;
    QList<Setting> settings;
};

const QList<Group> &groups()
{
    static const QList<Group> all{
        {QT_TRANSLATE_NOOP("ui::SettingsPage", "Look and language"),
         {Setting::Theme, Setting::Language, Setting::UiScalePercent, Setting::ReducedMotion,
          Setting::NavigationCollapsed, Setting::DisplayRateHz}},
        {QT_TRANSLATE_NOOP("ui::SettingsPage", "What needs somebody"),
         {Setting::StaleAfterSeconds, Setting::ConfidenceLimit, Setting::ConfidenceSeconds}},
        {QT_TRANSLATE_NOOP("ui::SettingsPage", "History and memory"),
         {Setting::RetentionDays, Setting::RetentionMegabytes, Setting::HotMegabytes,
          Setting::RawMegabytes}},
        {QT_TRANSLATE_NOOP("ui::SettingsPage", "Limits against bad input"),
         {Setting::MaxTopics, Setting::MaxSignals, Setting::MaxPayloadBytes,
          Setting::MaxSignalsPerPayload, Setting::MaxNesting}},
    };
    return all;
}

} // namespace

SettingsPage::SettingsPage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_filter(new FilterEdit(tr("Search the settings")))
    , m_nothing(new StatePane)
    , m_reset(new QAction(icon(u"edit-reset"_s), tr("Reset all"), this))
{
    m_reset->setObjectName(u"resetSettings"_s);
    m_reset->setToolTip(tr("Set every preference back to its default"));
    connect(m_reset, &QAction::triggered, this, [this] {
        const int count = changedCount();
        ask::confirm(this,
                     {.title = tr("Reset settings"),
                      .text = tr("Reset %n changed setting(s) to the default?", nullptr, count),
                      .detail = tr("Connections, history and window layout stay."),
                      .accept = tr("Reset"),
                      .destructive = true},
                     [this] {
                         for (const Group &group : groups()) {
                             for (const Setting setting : group.settings)
                                 m_console.settings->set(setting,
                                                         base::Settings::defaultValue(setting));
                         }
                     });
    });
    build();
    const auto count = [this] { m_reset->setEnabled(changedCount() > 0); };
    connect(m_console.settings, &base::Settings::changed, this, count);
    count();
}

void SettingsPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    m_filter->setMaximumWidth(px(420));
    all->addWidget(m_filter);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, px(8), 0);
    m_column->setSpacing(px(14));
    for (const Group &group : groups()) {
        auto *card = new Card(tr(group.title));
        card->setMaximumWidth(px(960));
        card->body()->setSpacing(px(2));
        for (const Setting setting : group.settings) {
            auto *editor = new SettingEditor(m_console.settings, setting);
            card->body()->addWidget(editor);
            m_editors.insert(static_cast<int>(setting), editor);
        }
        m_column->addWidget(card);
        m_cards.append(card);
    }
    m_nothing->showEmpty({}, tr("No setting has these words"));
    m_nothing->hide();
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    scroll->setWidget(inside);
    all->addWidget(scroll, 1);
    connect(m_filter, &FilterEdit::filterChanged, this, &SettingsPage::filter);
}

QString SettingsPage::key() const
{
    return u"settings"_s;
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QString SettingsPage::iconName() const
{
    return u"configure"_s;
}

QString SettingsPage::answer() const
{
    const QString problem = m_console.settings->problem();
    if (!problem.isEmpty())
        return problem;
    const int count = changedCount();
    return count == 0
        ? tr("Everything is at its default. Changes apply at once.")
        : tr("%n setting(s) differ from the default. Changes apply at once.", nullptr, count);
}

QList<QAction *> SettingsPage::pageActions() const
{
    return {m_reset};
}

int SettingsPage::changedCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_editors, [](const SettingEditor *e) { return e->isChanged(); }));
}

void SettingsPage::filter(const QString &text)
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        bool here = false;
        for (const Setting setting : groups()[i].settings) {
            SettingEditor *editor = m_editors.value(static_cast<int>(setting));
            const bool found = editor->matches(words);
            editor->setVisible(found);
            here = here || found;
        }
        m_cards[i]->setVisible(here);
        any = any || here;
    }
    m_nothing->setVisible(!any);
}

bool SettingsPage::go(const Destination &destination)
{
    if (destination.text.isEmpty())
        return true;
    m_filter->clear();
    filter({});
    for (SettingEditor *editor : std::as_const(m_editors)) {
        if (editor->objectName() == QString(u"setting/"_s + destination.text)) {
            editor->focusEditor();
            return true;
        }
    }
    m_filter->setText(destination.text);
    return true;
}

} // namespace ui
