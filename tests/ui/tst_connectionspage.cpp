// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "tests/support/broker.h"
#include "tests/support/certificates.h"
#include "ui/connect/connectioneditor.h"
#include "ui/connect/connectionmodel.h"
#include "ui/connect/connectionspage.h"
#include "ui/connect/testpanel.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using connect::SourceState;
using ui::ask::Expect;
using ui::ask::Kind;

class tst_connectionspage final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<app::Engine> m_engine;
    ui::TaskCentre m_tasks;
    std::unique_ptr<ui::ConnectionsPage> m_page;

    template <class T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QAction *action(const QString &name) const { return m_page->findChild<QAction *>(name); }
    QString addProfile(quint16 port, bool readOnly = true)
    {
        connect::mqtt::Profile profile;
        profile.id = u"id-%1"_s.arg(port);
        profile.name = u"Broker %1"_s.arg(port);
        profile.host = u"127.0.0.1"_s;
        profile.port = port;
        profile.readOnly = readOnly;
        profile.autoConnect = false;
        [&] { QVERIFY(m_engine->connections().save(profile)); }();
        return profile.id;
    }

private Q_SLOTS:
    void init()
    {
        ui::applyTheme(ui::ThemeKind::Light);
        m_engine = std::move(*app::Engine::create({}));
        m_engine->start();
        const ui::Console console{&m_engine->pipeline(),    nullptr,
                                  &m_engine->connections(), &m_engine->secrets(),
                                  &m_engine->settings(),    &m_tasks};
        m_page = std::make_unique<ui::ConnectionsPage>(console);
        m_page->resize(1200, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_engine.reset();
    }

    void emptyWorkspaceOffersTheOneNextAction()
    {
        auto *pane = child<ui::StatePane>(u"noConnection"_s);
        QVERIFY(pane->isVisible());
        QVERIFY(!action(u"removeConnection"_s)->isEnabled());
        QTest::mouseClick(pane->button(), Qt::LeftButton);
        QVERIFY(child<QLineEdit>(u"host"_s)->isVisible());
        QTest::mouseClick(child<QPushButton>(u"cancelConnection"_s), Qt::LeftButton);
        QVERIFY(pane->isVisible());
    }

    void defaultsAreSafe()
    {
        action(u"addConnection"_s)->trigger();
        const auto profile = m_page->findChild<ui::ConnectionEditor *>()->profile();
        QVERIFY(profile.readOnly);
        QVERIFY(profile.watchSys);
        QCOMPARE(profile.port, 1883);
        QCOMPARE(profile.subscriptions.size(), 1u);
        QVERIFY(!profile.mayAskRebirth());
        child<QCheckBox>(u"tls"_s)->setChecked(true);
        QCOMPARE(child<QSpinBox>(u"port"_s)->value(), 8883);
        QVERIFY(!child<QLabel>(u"secretsWhere"_s)->text().isEmpty());
    }

    void impossibleProfilesCannotBeSaved()
    {
        action(u"addConnection"_s)->trigger();
        child<QLineEdit>(u"host"_s)->clear();
        QVERIFY(!child<QPushButton>(u"saveConnection"_s)->isEnabled());
        QVERIFY(!child<QLabel>(u"whatWillHappen"_s)->text().isEmpty());
        child<QLineEdit>(u"host"_s)->setText(u"broker.example"_s);
        QVERIFY(child<QPushButton>(u"saveConnection"_s)->isEnabled());
        child<QPlainTextEdit>(u"subscriptions"_s)->setPlainText(u"a/#/b"_s);
        QVERIFY(!child<QPushButton>(u"saveConnection"_s)->isEnabled());
    }

    void subscriptionsReadAndWrite()
    {
        const auto read =
            ui::readSubscriptions(u"# 1\n\n plant/+/x  \n$share/g/a b/# 2\nlevel 9"_s);
        QCOMPARE(read.size(), 4u);
        QCOMPARE(read[0].qos, 1);
        QCOMPARE(read[1].filter, u"plant/+/x"_s);
        QCOMPARE(read[1].qos, 0);
        QCOMPARE(read[2].filter, u"$share/g/a b/#"_s);
        QCOMPARE(read[2].qos, 2);
        QCOMPARE(read[3].filter, u"level 9"_s);
        QCOMPARE(ui::writeSubscriptions(read).split(u'\n').size(), 4);
    }

    void wizardTestsSavesAndConnects()
    {
        if (support::findProgram(u"mosquitto"_s).isEmpty())
            QSKIP("mosquitto is not installed.");
        support::Broker broker;
        QCOMPARE(broker.start(), QString());
        action(u"addConnection"_s)->trigger();
        child<QLineEdit>(u"host"_s)->setText(u"127.0.0.1"_s);
        child<QSpinBox>(u"port"_s)->setValue(broker.port());
        child<QLineEdit>(u"name"_s)->setText(u"Rehearsal"_s);
        auto *panel = m_page->findChild<ui::TestPanel *>();
        QSignalSpy tested(panel, &ui::TestPanel::finished);
        QTest::mouseClick(child<QPushButton>(u"testConnection"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, 15'000);
        QVERIFY(tested.first().first().toBool());
        QVERIFY(panel->findChildren<ui::Badge *>().size() >= 3);
        QTest::mouseClick(child<QPushButton>(u"saveConnection"_s), Qt::LeftButton);
        QTRY_COMPARE(m_engine->connections().profiles().size(), 1u);
        const auto profile = m_engine->connections().profiles().front();
        QCOMPARE(profile.name, u"Rehearsal"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->connections().status(profile.id).state,
                                  SourceState::Connected, 15'000);
        QTRY_VERIFY((m_page->refresh(), m_page->answer().startsWith(u"1 of 1"_s)));
        QVERIFY(action(u"startStopConnection"_s)->isEnabled());
        action(u"startStopConnection"_s)->trigger();
        QTRY_COMPARE(m_engine->connections().status(profile.id).state, SourceState::Stopped);
    }

    void testSaysWhatFails()
    {
        action(u"addConnection"_s)->trigger();
        child<QLineEdit>(u"host"_s)->setText(u"127.0.0.1"_s);
        child<QSpinBox>(u"port"_s)->setValue(support::freePort());
        auto *panel = m_page->findChild<ui::TestPanel *>();
        QSignalSpy tested(panel, &ui::TestPanel::finished);
        QTest::mouseClick(child<QPushButton>(u"testConnection"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, 15'000);
        QVERIFY(!tested.first().first().toBool());
        const auto badges = panel->findChildren<ui::Badge *>();
        QVERIFY(std::ranges::any_of(
            badges, [](const ui::Badge *b) { return b->mark() == ui::Mark::Failed; }));
    }

    void birthsAreAskedForOnlyAsChosen()
    {
        using Rebirth = connect::mqtt::Profile::Rebirth;
        const QString id = addProfile(1890);
        action(u"editConnection"_s)->trigger();
        auto *box = child<QComboBox>(u"rebirth"_s);
        QCOMPARE(box->currentData().toInt(), static_cast<int>(Rebirth::WhenWritable));
        const QString before = child<QLabel>(u"whatWillHappen"_s)->text();
        box->setCurrentIndex(box->findData(static_cast<int>(Rebirth::Always)));
        QVERIFY(child<QLabel>(u"whatWillHappen"_s)->text() != before);
        QTest::mouseClick(child<QPushButton>(u"saveConnection"_s), Qt::LeftButton);
        QTRY_COMPARE(m_engine->connections().profile(id).rebirth, Rebirth::Always);
        QVERIFY(m_engine->connections().profile(id).readOnly);
        action(u"editConnection"_s)->trigger(); // it is shown again as it was saved
        QCOMPARE(box->currentData().toInt(), static_cast<int>(Rebirth::Always));
    }

    void unknownCertificateIsPinnedOnlyWhenConfirmed()
    {
        support::Certificates certificates;
        if (support::findProgram(u"mosquitto"_s).isEmpty())
            QSKIP("mosquitto is not installed.");
        QCOMPARE(certificates.make(), QString());
        const auto pair = certificates.selfSigned(u"press-7"_s, u"DNS:press-7"_s);
        support::Broker::Options options;
        options.certificate = pair.certificate;
        options.key = pair.key;
        options.ca = certificates.authority();
        support::Broker broker(options);
        QCOMPARE(broker.start(), QString());
        action(u"addConnection"_s)->trigger();
        child<QCheckBox>(u"tls"_s)->setChecked(true);
        child<QLineEdit>(u"host"_s)->setText(u"127.0.0.1"_s);
        child<QSpinBox>(u"port"_s)->setValue(broker.port());
        auto *panel = m_page->findChild<ui::TestPanel *>();
        const auto test = [&] {
            QSignalSpy tested(panel, &ui::TestPanel::finished);
            QTest::mouseClick(child<QPushButton>(u"testConnection"_s), Qt::LeftButton);
            return tested.wait(15'000) && tested.first().first().toBool();
        };
        QVERIFY(!test());
        auto *pin = panel->findChild<QPushButton *>(u"pinCertificate"_s);
        QVERIFY(pin);
        QTRY_VERIFY(pin->isVisible());
        auto *editor = m_page->findChild<ui::ConnectionEditor *>();
        {
            Expect no(Kind::Confirm, QString());
            QTest::mouseClick(pin, Qt::LeftButton);
            QVERIFY(no.asked());
            QVERIFY2(no.question().contains(u':'), qPrintable(no.question())); // the fingerprint
        }
        QVERIFY(editor->profile().pinnedSha256.isEmpty());
        {
            Expect yes(Kind::Confirm, u"yes"_s);
            QTest::mouseClick(pin, Qt::LeftButton);
            QVERIFY(yes.asked());
        }
        QCOMPARE(editor->profile().pinnedSha256.size(), 32);
        QVERIFY(test()); // the same test now passes
        QTest::mouseClick(child<QPushButton>(u"saveConnection"_s), Qt::LeftButton);
        QTRY_COMPARE(m_engine->connections().profiles().size(), 1u);
        const auto profile = m_engine->connections().profiles().front();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->connections().status(profile.id).state,
                                  SourceState::Connected, 15'000);
        QVERIFY(m_engine->connections().status(profile.id).tlsText.contains(u"pinned"_s));
    }

    void readOnlyIsGivenUpOnlyWhenConfirmed()
    {
        addProfile(1884);
        action(u"editConnection"_s)->trigger();
        auto *box = child<QCheckBox>(u"readOnly"_s);
        {
            Expect no(Kind::Confirm, QString());
            box->click();
            QVERIFY(no.asked());
            QVERIFY(no.question().contains(u"Broker 1884"_s));
        }
        QVERIFY(box->isChecked());
        Expect yes(Kind::Confirm, u"yes"_s);
        box->click();
        QVERIFY(yes.asked());
        QVERIFY(!box->isChecked());
    }

    void deleteNamesTheThing()
    {
        addProfile(1885);
        addProfile(1886);
        {
            Expect no(Kind::Confirm, QString());
            action(u"removeConnection"_s)->trigger();
            QVERIFY(no.question().contains(u"Broker 1885"_s));
        }
        QCOMPARE(m_engine->connections().profiles().size(), 2u);
        Expect yes(Kind::Confirm, u"yes"_s);
        action(u"removeConnection"_s)->trigger();
        QTRY_COMPARE(m_engine->connections().profiles().size(), 1u);
        QCOMPARE(m_engine->connections().profiles().front().name, u"Broker 1886"_s);
    }

    void exportAndImportKeepNoSecret()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"c.json"_s);
        const QString id = addProfile(1887);
        m_engine->secrets().write(id, u"topsecret"_s, [](const base::Result<QString> &) {});
        {
            Expect save(Kind::SaveFile, file);
            action(u"exportConnections"_s)->trigger();
            QVERIFY(save.asked());
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("topsecret"));
        Expect open(Kind::OpenFile, file);
        Expect tell(Kind::Tell, u"ok"_s);
        action(u"importConnections"_s)->trigger();
        QVERIFY(tell.question().contains(u"1 connection"_s));
        QCOMPARE(m_engine->connections().profiles().size(), 2u);
    }

    void unreadableImportIsOneSentence()
    {
        QTemporaryDir folder;
        QFile bad(folder.filePath(u"bad.json"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{ not json");
        bad.close();
        Expect open(Kind::OpenFile, bad.fileName());
        Expect tell(Kind::Tell, u"ok"_s);
        action(u"importConnections"_s)->trigger();
        QVERIFY(tell.asked());
        QVERIFY(!tell.question().isEmpty());
        QVERIFY(m_engine->connections().profiles().empty());
    }

    void mappingsAreSavedWithTheProfile()
    {
        const QString id = addProfile(1888);
        auto *table = child<QTableWidget>(u"mappings"_s);
        m_page->go({.connection = id});
        QCOMPARE(table->rowCount(), 0);
        for (auto *button : table->parentWidget()->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Add"_s))
                button->click();
        }
        QCOMPARE(table->rowCount(), 1);
        table->item(0, 0)->setText(u"plant/+/raw"_s);
        table->item(0, 2)->setText(u"{2}"_s);
        const auto mappings = m_engine->connections().profile(id).mappings;
        QCOMPARE(mappings.size(), 1u);
        QCOMPARE(mappings[0].topicFilter, u"plant/+/raw"_s);
        QCOMPARE(mappings[0].device, u"{2}"_s);
    }

    void modelKeepsItsContract()
    {
        const ui::Console console{&m_engine->pipeline(),    nullptr,
                                  &m_engine->connections(), &m_engine->secrets(),
                                  &m_engine->settings(),    &m_tasks};
        ui::ConnectionModel model(console);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        addProfile(1889);
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh();
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_MAIN(tst_connectionspage)
#include "tst_connectionspage.moc"
