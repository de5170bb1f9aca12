// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The console comes to a Sparkplug fleet that was born long before: births are not retained.
#include "app/engine/engine.h"
#include "tests/support/broker.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Rebirth = connect::mqtt::Profile::Rebirth;

namespace {

/// What one console sees, from connect to good-bye.
class Console
{
public:
    Console(quint16 port, bool readOnly, Rebirth rebirth)
        : m_engine(std::move(*app::Engine::create({m_workspace.path(), true, false, false})))
        , m_profile(*connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(port)))
    {
        m_profile.readOnly = readOnly;
        m_profile.rebirth = rebirth;
        m_saved = m_engine->connections().save(m_profile).has_value();
        m_engine->start();
        m_engine->connections().start(m_profile.id);
    }

    bool saved() const { return m_saved; }
    app::Engine &engine() { return *m_engine; }

    std::vector<devices::DeviceRecord> sparkplug(devices::DeviceKind kind)
    {
        std::vector<devices::DeviceRecord> out;
        for (const devices::DeviceRecord &record : m_engine->pipeline().devices().records())
            if (record.kind == kind && record.protocol == u"Sparkplug B"_s)
                out.push_back(record);
        return out;
    }

    quint64 published() { return m_engine->connections().status(m_profile.id).published; }
    void change(Rebirth rebirth)
    {
        m_profile.rebirth = rebirth;
        m_saved = m_engine->connections().save(m_profile).has_value();
    }

private:
    QTemporaryDir m_workspace;
    std::unique_ptr<app::Engine> m_engine;
    connect::mqtt::Profile m_profile;
    bool m_saved = false;
};

} // namespace

class TestRebirth : public QObject
{
    Q_OBJECT

    support::Broker m_broker;
    QProcess m_fleet;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_broker.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_fleet.start(
            QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothouse-fleet"),
            {u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(m_broker.port()), u"--devices"_s, u"40"_s});
        QVERIFY(m_fleet.waitForStarted());
        // Born: data flow, by alias only.
        QTRY_VERIFY_WITH_TIMEOUT(m_broker.log().count(u"DDATA") >= 24, 20'000);
    }

    void cleanupTestCase()
    {
        m_fleet.terminate();
        QVERIFY(m_fleet.waitForFinished(10'000));
    }

    void aReadOnlyConnectionAsksNobodyAndSaysSo()
    {
        const qsizetype before = m_broker.log().count(u"/NCMD/");
        Console console(m_broker.port(), true, Rebirth::WhenWritable);
        QVERIFY(console.saved());
        QTRY_COMPARE_WITH_TIMEOUT(console.sparkplug(devices::DeviceKind::Gateway).size(), 4u,
                                  20'000);
        for (const devices::DeviceRecord &node : console.sparkplug(devices::DeviceKind::Gateway)) {
            QCOMPARE(node.state, devices::DeviceState::Suspect);
            QVERIFY2(node.why.contains(u"read-only"_s), qPrintable(node.why));
        }
        QVERIFY(console.sparkplug(devices::DeviceKind::Device).empty());
        QCOMPARE(console.published(), 0u);
        QCOMPARE(m_broker.log().count(u"/NCMD/"), before);
        // Allowed while it runs: the devices come, and nothing else can be published.
        console.change(Rebirth::Always);
        QVERIFY(console.saved());
        QTRY_COMPARE_WITH_TIMEOUT(console.sparkplug(devices::DeviceKind::Device).size(), 12u,
                                  20'000);
        QCOMPARE(console.published(), 4u); // one for each node
    }

    void aConnectionThatMayPublishAsks()
    {
        Console console(m_broker.port(), false, Rebirth::WhenWritable);
        QTRY_COMPARE_WITH_TIMEOUT(console.sparkplug(devices::DeviceKind::Device).size(), 12u,
                                  20'000);
        QCOMPARE(console.published(), 4u);
        for (const devices::DeviceRecord &node : console.sparkplug(devices::DeviceKind::Gateway))
            QTRY_COMPARE(console.engine().pipeline().devices().record(node.id).state,
                         devices::DeviceState::Well);
        QTRY_COMPARE_WITH_TIMEOUT(console.engine().pipeline().devices().deviceCount(), 40u, 20'000);
        const ingest::LedgerFigures ledger = console.engine().pipeline().totals();
        QCOMPARE(ledger.undecodable, 0u);
        QCOMPARE(ledger.gaps, 0u);
    }

    void neverIsNever()
    {
        Console console(m_broker.port(), false, Rebirth::Never);
        QTRY_COMPARE_WITH_TIMEOUT(console.sparkplug(devices::DeviceKind::Gateway).size(), 4u,
                                  20'000);
        QCOMPARE(console.published(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestRebirth)
#include "tst_rebirth.moc"
