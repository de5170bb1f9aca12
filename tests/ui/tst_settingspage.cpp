// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "ui/shell/settingeditor.h"
#include "ui/shell/settingspage.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using base::Setting;

class tst_settingspage final : public QObject
{
    Q_OBJECT

private:
    base::Settings m_settings;
    ui::TaskCentre m_tasks;
    std::unique_ptr<ui::SettingsPage> m_page;

    ui::SettingEditor *editor(Setting setting) const
    {
        return m_page->findChild<ui::SettingEditor *>(u"setting/"_s
                                                      + base::Settings::name(setting));
    }

private Q_SLOTS:
    void init()
    {
        ui::applyTheme(ui::ThemeKind::Light);
        m_page = std::make_unique<ui::SettingsPage>(
            ui::Console{.settings = &m_settings, .tasks = &m_tasks});
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void everySettingHasAnEditor()
    {
        for (int i = 0; i < static_cast<int>(Setting::Count); ++i) {
            const auto setting = static_cast<Setting>(i);
            if (setting != Setting::LastPage) // kept by the shell, nothing to choose
                QVERIFY2(editor(setting), qPrintable(base::Settings::name(setting)));
        }
    }

    void changesApplyAtOnceAndGoBack()
    {
        auto *box = editor(Setting::StaleAfterSeconds)->findChild<QDoubleSpinBox *>();
        box->setValue(300);
        QCOMPARE(m_settings.integer(Setting::StaleAfterSeconds), 300);
        QVERIFY(m_page->answer().startsWith(u'1'));
        editor(Setting::StaleAfterSeconds)->findChild<QToolButton *>()->click();
        QCOMPARE(m_settings.integer(Setting::StaleAfterSeconds), 120);
        QCOMPARE(box->value(), 120.0);
    }

    void valuesAreClampedToTheTable()
    {
        auto *box = editor(Setting::UiScalePercent)->findChild<QDoubleSpinBox *>();
        box->setValue(9000);
        QCOMPARE(m_settings.integer(Setting::UiScalePercent), 200);
        QCOMPARE(box->value(), 200.0);
        m_settings.set(Setting::UiScalePercent, 100);
        QCOMPARE(box->value(), 100.0);
    }

    void choicesWriteTheirValue()
    {
        auto *box = editor(Setting::Theme)->findChild<QComboBox *>();
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(m_settings.text(Setting::Theme), u"contrast"_s);
        m_settings.set(Setting::Theme, u"light"_s);
        QCOMPARE(box->currentData().toString(), u"light"_s);
    }

    void searchLeavesWhatMatches()
    {
        auto *filter = m_page->findChild<ui::FilterEdit *>();
        QTest::keyClicks(filter, u"stale"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(editor(Setting::StaleAfterSeconds)->isVisible());
        QVERIFY(!editor(Setting::Theme)->isVisible());
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(editor(Setting::Theme)->isVisible());
    }

    void resetAsksFirst()
    {
        m_settings.set(Setting::DisplayRateHz, 10);
        auto *action = m_page->findChild<QAction *>(u"resetSettings"_s);
        QVERIFY(action->isEnabled());
        {
            ui::ask::Expect no(ui::ask::Kind::Confirm, QString());
            action->trigger();
        }
        QCOMPARE(m_settings.integer(Setting::DisplayRateHz), 10);
        ui::ask::Expect yes(ui::ask::Kind::Confirm, u"yes"_s);
        action->trigger();
        QCOMPARE(m_settings.integer(Setting::DisplayRateHz), 30);
    }
};

QTEST_MAIN(tst_settingspage)
#include "tst_settingspage.moc"
