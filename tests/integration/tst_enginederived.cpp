// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine keeps derived signals in the workspace.
#include "app/engine/engine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestEngineDerived : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<app::Engine> engine() const
    {
        return std::move(*app::Engine::create({m_folder.path(), false, false, false}));
    }

private Q_SLOTS:
    void keepsThem()
    {
        const std::vector<ingest::DerivedDefinition> definitions{
            {u"1"_s, u"power"_s, u"\"a/u\" * \"a/i\""_s, u"W"_s, {}, true}};
        {
            const auto first = engine();
            QVERIFY(first->pipeline().derived().empty());
            QVERIFY(first->setDerived(definitions).has_value());
            QVERIFY(first->pipeline().derived() == definitions);
        }
        const auto second = engine();
        QVERIFY(second->notices().isEmpty());
        QVERIFY(second->pipeline().derived() == definitions);
        // Nothing changes when one of them is refused.
        std::vector<ingest::DerivedDefinition> wrong = definitions;
        wrong.push_back({u"2"_s, u"odd"_s, u"\"a/u\" *"_s, {}, {}, true});
        const auto refused = second->setDerived(wrong);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().text.contains(u"\"odd\""_s), qPrintable(refused.error().text));
        QVERIFY(second->pipeline().derived() == definitions);
        QVERIFY(ingest::readDerived(QDir(m_folder.path()).filePath(u"derived.json"_s)).value()
                == definitions);
    }

    void aDamagedFileIsMovedAside()
    {
        const QDir folder(m_folder.path());
        QFile file(folder.filePath(u"derived.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":\"pilothouse-der");
        file.close();
        const auto started = engine();
        QVERIFY(started->pipeline().derived().empty());
        QCOMPARE(started->notices().size(), 1);
        const QStringList aside = folder.entryList({u"derived.json.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY2(started->notices().constFirst().contains(aside.constFirst()),
                 qPrintable(started->notices().constFirst()));
        QVERIFY(!file.exists());
    }
};

QTEST_GUILESS_MAIN(TestEngineDerived)
#include "tst_enginederived.moc"
