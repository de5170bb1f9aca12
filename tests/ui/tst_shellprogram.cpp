// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "app/pilothouse/language.h"
#include "app/pilothouse/options.h"
#include "app/pilothouse/singleinstance.h"
#include "app/pilothouse/startupreport.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/widgets/format.h"
#include "ui/widgets/glossary.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

class tst_shellprogram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAreUnderstood()
    {
        const auto options =
            app::readOptions({u"pilothouse"_s, u"--theme"_s, u"dark,light"_s, u"--size"_s,
                              u"1366x768,1920x1080"_s, u"--tour"_s, u"/tmp/x"_s,
                              u"--tour-seconds"_s, u"2.5"_s, u"--connect"_s, u"mqtt://h:1"_s});
        QVERIFY(options);
        QCOMPARE(options->themes, (QStringList{u"dark"_s, u"light"_s}));
        QCOMPARE(options->sizes, (QList<QSize>{{1366, 768}, {1920, 1080}}));
        QCOMPARE(options->tourSeconds, 2.5);
        QCOMPARE(options->connectUrl, u"mqtt://h:1"_s);
    }

    void wrongOptionsGiveOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s};
        QTest::newRow("size") << QStringList{u"--size"_s, u"large"_s};
        QTest::newRow("tiny size") << QStringList{u"--size"_s, u"1x1"_s};
        QTest::newRow("seconds") << QStringList{u"--tour-seconds"_s, u"soon"_s};
        QTest::newRow("stray word") << QStringList{u"hello"_s};
    }

    void wrongOptionsGiveOneSentence()
    {
        QFETCH(QStringList, arguments);
        const auto options = app::readOptions(QStringList{u"pilothouse"_s} + arguments);
        QVERIFY(!options);
        QVERIFY(!options.error().text.isEmpty());
    }

    void secondStartWakesTheFirst()
    {
        QTemporaryDir folder;
        app::SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy woken(&first, &app::SingleInstance::woken);
        app::SingleInstance second(folder.path());
        QVERIFY(!second.claim());
        QVERIFY(!second.holder().isEmpty());
        std::atomic<int> answered = -1;
        std::jthread other([&] { answered = second.wakeOther(u"explore"_s) ? 1 : 0; });
        QTRY_COMPARE(woken.size(), 1);
        QCOMPARE(woken.first().first().toString(), u"explore"_s);
        QTRY_COMPARE(answered.load(), 1);
    }

    void otherWorkspacesAreFree()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        app::SingleInstance first(one.path());
        app::SingleInstance second(two.path());
        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void languageChangesLive()
    {
        ui::applyTheme(ui::ThemeKind::Light);
        auto engine = std::move(*app::Engine::create({}));
        ui::TaskCentre tasks;
        base::Settings &settings = engine->settings();
        settings.set(base::Setting::Language, u"en"_s);
        app::Language language(&settings);
        {
            ui::Shell shell({&engine->pipeline(), nullptr, &engine->connections(),
                             &engine->secrets(), &settings, &tasks},
                            ui::allPageKinds());
            shell.restore();
            shell.go({.page = u"settings"_s});
            auto *entry = shell.frontWindow()->findChild<QAbstractButton *>(u"rail/settings"_s);
            QCOMPARE(entry->text(), u"Settings"_s);
            settings.set(base::Setting::Language, u"de"_s);
            QTRY_COMPARE(entry->text(), u"Einstellungen"_s);
            QTRY_VERIFY(shell.frontWindow()->page()
                        && shell.frontWindow()->page()->title() == u"Einstellungen"_s);
            QCOMPARE(ui::format::number(1234.5), u"1.234,5"_s);
            QVERIFY(!ui::explained(u"Lücke"_s).isEmpty());
            settings.set(base::Setting::Language, u"ar"_s);
            QTRY_COMPARE(shell.frontWindow()->layoutDirection(), Qt::RightToLeft);
            settings.set(base::Setting::Language, u"en"_s);
            QTRY_COMPARE(shell.frontWindow()->layoutDirection(), Qt::LeftToRight);
            QVERIFY(!ui::explained(u"Gap"_s).isEmpty());
        }
    }

    void pluralsAreWords()
    {
        base::Settings settings;
        settings.set(base::Setting::Language, u"en"_s);
        app::Language language(&settings);
        const base::TimeNs now = 1'700'000'000 * base::nsPerSecond;
        QCOMPARE(ui::format::daysLeft(now + 25 * base::nsPerHour, now), u"expires in 1 day"_s);
        QCOMPARE(ui::format::daysLeft(now - 80 * base::nsPerHour, now), u"expired 3 days ago"_s);
    }

    void startTimeIsKnown() { QVERIFY(app::millisecondsSinceStart() >= 0); }
};

QTEST_MAIN(tst_shellprogram)
#include "tst_shellprogram.moc"
