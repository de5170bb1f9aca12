// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Setting;
using base::Settings;

class tst_settings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsComplete()
    {
        QSet<QString> names;
        for (int i = 0; i < static_cast<int>(Setting::Count); ++i) {
            const auto setting = static_cast<Setting>(i);
            QVERIFY(!Settings::name(setting).isEmpty());
            QVERIFY(!Settings::meaning(setting).isEmpty());
            QVERIFY(Settings::defaultValue(setting).isValid());
            names.insert(Settings::name(setting));
        }
        QCOMPARE(names.size(), static_cast<int>(Setting::Count));
    }

    void valuesAreClampedAndTyped_data()
    {
        QTest::addColumn<int>("setting");
        QTest::addColumn<QVariant>("given");
        QTest::addColumn<QVariant>("kept");
        QTest::newRow("too large")
            << int(Setting::UiScalePercent) << QVariant(1000) << QVariant(200);
        QTest::newRow("too small") << int(Setting::DisplayRateHz) << QVariant(-5) << QVariant(1);
        QTest::newRow("text for a number")
            << int(Setting::DisplayRateHz) << QVariant(u"20"_s) << QVariant(20);
        QTest::newRow("nonsense") << int(Setting::DisplayRateHz) << QVariant(u"fast"_s)
                                  << QVariant(30);
        QTest::newRow("limit") << int(Setting::ConfidenceLimit) << QVariant(7.0) << QVariant(0.999);
    }

    void valuesAreClampedAndTyped()
    {
        QFETCH(int, setting);
        QFETCH(QVariant, given);
        QFETCH(QVariant, kept);
        Settings settings;
        settings.set(static_cast<Setting>(setting), given);
        QCOMPARE(settings.value(static_cast<Setting>(setting)), kept);
    }

    void changedOnlyWhenItChanges()
    {
        Settings settings;
        QSignalSpy spy(&settings, &Settings::changed);
        settings.set(Setting::DisplayRateHz, 30);
        QCOMPARE(spy.size(), 0);
        settings.set(Setting::DisplayRateHz, 20);
        settings.set(Setting::DisplayRateHz, 20);
        QCOMPARE(spy.size(), 1);
    }

    void everythingComesBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.json"_s);
        {
            Settings settings(file);
            settings.set(Setting::Theme, u"dark"_s);
            settings.set(Setting::ConfidenceLimit, 0.9);
            settings.setLayout(u"windows"_s, {{u"x"_s, 3}});
        }
        Settings settings(file);
        QCOMPARE(settings.problem(), QString());
        QCOMPARE(settings.text(Setting::Theme), u"dark"_s);
        QCOMPARE(settings.real(Setting::ConfidenceLimit), 0.9);
        QCOMPARE(settings.layout(u"windows"_s)[u"x"_s].toInt(), 3);
        settings.clearLayout();
        QVERIFY(settings.flush());
        QVERIFY(Settings(file).layout(u"windows"_s).isEmpty());
    }

    void damagedFileIsKeptAside()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.json"_s);
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"version\": 1, \"settings\": {");
        damaged.close();
        Settings settings(file);
        QVERIFY(!settings.problem().isEmpty());
        QCOMPARE(settings.text(Setting::Theme), u"system"_s);
        QVERIFY(QFile::exists(file + u".bad"_s));
    }

    void newerFileIsReadNotWritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray content =
            "{\"version\": 99, \"settings\": {\"theme\": \"dark\", \"fromTheFuture\": 1}}";
        file.write(content);
        file.close();
        {
            Settings settings(path);
            QVERIFY(!settings.problem().isEmpty());
            QCOMPARE(settings.text(Setting::Theme), u"dark"_s);
            settings.set(Setting::Theme, u"light"_s);
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
};

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
