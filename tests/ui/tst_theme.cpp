// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/settings.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Role;
using ui::ThemeKind;

class tst_theme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textStandsOut_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << int(ThemeKind::Light) << 4.5;
        QTest::newRow("dark") << int(ThemeKind::Dark) << 4.5;
        QTest::newRow("contrast") << int(ThemeKind::Contrast) << 7.0;
    }

    void textStandsOut()
    {
        QFETCH(int, theme);
        QFETCH(double, least);
        const auto kind = static_cast<ThemeKind>(theme);
        const QList<Role> inks{Role::Text, Role::TextSecond, Role::Accent, Role::Critical,
                               Role::High, Role::Medium,     Role::Low,    Role::Good};
        for (const Role ink : inks) {
            const double found =
                ui::contrast(ui::colour(ink, kind), ui::colour(Role::Surface, kind));
            QVERIFY2(found >= least, qPrintable(u"role %1: %2"_s.arg(int(ink)).arg(found)));
        }
        for (const Role ground : {Role::Window, Role::Raised}) {
            for (const Role ink : {Role::Text, Role::TextSecond})
                QVERIFY(ui::contrast(ui::colour(ink, kind), ui::colour(ground, kind)) >= least);
        }
        QVERIFY(ui::contrast(ui::colour(Role::OnAccent, kind), ui::colour(Role::Accent, kind))
                >= least);
    }

    void dataLinesStandOut_data() { textStandsOut_data(); }

    void dataLinesStandOut()
    {
        QFETCH(int, theme);
        const auto kind = static_cast<ThemeKind>(theme);
        for (int i = 0; i < ui::dataColours; ++i) {
            const double found =
                ui::contrast(ui::dataColour(i, kind), ui::colour(Role::Surface, kind));
            QVERIFY2(found >= 3.0, qPrintable(u"line %1: %2"_s.arg(i).arg(found)));
        }
    }

    void settingsChangeThemeLive()
    {
        base::Settings settings;
        settings.set(base::Setting::Theme, u"light"_s);
        ui::ThemeFollower follower(&settings);
        ui::Label label(u"Text"_s);
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 ui::colour(Role::Text, ThemeKind::Light));
        settings.set(base::Setting::Theme, u"dark"_s);
        QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                     ui::colour(Role::Text, ThemeKind::Dark));
        QCOMPARE(qApp->palette().color(QPalette::Window),
                 ui::colour(Role::Window, ThemeKind::Dark));
        settings.set(base::Setting::UiScalePercent, 150);
        QCOMPARE(ui::rowHeight(), 36);
        QTRY_COMPARE(label.font().pixelSize(), 20);
        settings.set(base::Setting::UiScalePercent, 100);
    }

    void figuresAreTabular()
    {
        if (ui::consoleFontFamily() != "Pilot"_L1)
            QSKIP("Inter is not installed.");
        for (const bool strong : {false, true}) {
            const QFontMetricsF metrics(ui::typeFont(ui::Type::Base, strong));
            const double one = metrics.horizontalAdvance(u"1111"_s);
            for (const QString &text : {u"0000"_s, u"7777"_s, u"8888"_s, u"4444"_s})
                QVERIFY(qAbs(metrics.horizontalAdvance(text) - one)
                        < 0.1); // advances are rounded to 1/64
        }
    }

    void damagedFontIsRefused()
    {
        QVERIFY(ui::withTabularFigures({}, u"Inter"_s, u"Pilot"_s).isEmpty());
        QVERIFY(
            ui::withTabularFigures(QByteArray(4000, char(0xFF)), u"Inter"_s, u"Pilot"_s).isEmpty());
    }

    void iconsFollowTheTheme()
    {
        if (ui::iconFile(u"go-home"_s, 22).isEmpty())
            QSKIP("Breeze icons are not installed.");
        const QIcon home = ui::icon(u"go-home"_s);
        const auto ink = [&home] {
            const QImage image = home.pixmap(22, 22).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() == 255)
                        return image.pixelColor(x, y);
                }
            }
            return QColor();
        };
        ui::applyTheme(ThemeKind::Light);
        QCOMPARE(ink(), ui::colour(Role::Text, ThemeKind::Light));
        ui::applyTheme(ThemeKind::Dark);
        QCOMPARE(ink(), ui::colour(Role::Text, ThemeKind::Dark));
    }
};

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
