// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_visibletext final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileTextIsMadeVisible_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"pump 1 – °C"_s << u"pump 1 – °C"_s;
        QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        QTest::newRow("escape") << u"a\x1b[2J"_s << u"a␛[2J"_s;
        QTest::newRow("line feed") << u"a\nb"_s << u"a␊b"_s;
        QTest::newRow("delete") << QString(QChar(0x7f)) << u"<U+007F>"_s;
        QTest::newRow("right-to-left override")
            << QString(u"a"_s + QChar(0x202E) + u"b"_s) << u"a<U+202E>b"_s;
        QTest::newRow("zero width") << QString(u"a"_s + QChar(0x200B) + u"b"_s) << u"a<U+200B>b"_s;
        QTest::newRow("emoji stays") << u"\U0001F680"_s << u"\U0001F680"_s;
    }

    void hostileTextIsMadeVisible()
    {
        QFETCH(QString, given);
        QFETCH(QString, shown);
        QCOMPARE(base::visibleText(given), shown);
    }

    void brokenUtf8BecomesReplacement()
    {
        QVERIFY(base::visibleText(std::string_view("a\xff\xfe"
                                                   "b"))
                    .contains(QChar(0xFFFD)));
        QCOMPARE(base::visibleText(std::string_view()), QString());
    }
};

QTEST_GUILESS_MAIN(tst_visibletext)
#include "tst_visibletext.moc"
