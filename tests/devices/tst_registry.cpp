// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::nsPerSecond;
using devices::DeviceFact;
using devices::DeviceState;
using devices::Registry;

class TestRegistry : public QObject
{
    Q_OBJECT

    telemetry::Catalogue m_catalogue;
    telemetry::DeviceId m_device = 0;
    telemetry::DeviceId m_other = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_device = m_catalogue.internDevice(m_catalogue.addSource(u"k"_s, u"Broker"_s), "P-101");
        m_other = m_catalogue.internDevice(0, "P-102");
    }

    void silenceMakesStaleAndTalkingMakesWell()
    {
        Registry registry(120 * nsPerSecond);
        registry.seen(m_device, m_catalogue, 1 * nsPerSecond, 3);
        registry.tick(100 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        registry.tick(130 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Stale);
        QVERIFY(!registry.record(m_device).why.isEmpty());
        registry.seen(m_device, m_catalogue, 140 * nsPerSecond, 1);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        const auto changes = registry.takeChanges();
        QCOMPARE(changes.size(), 2u);
        QCOMPARE(changes[0].to, DeviceState::Stale);
        QVERIFY(registry.takeChanges().empty());
    }

    void aSlowDeviceMayBeSilentForLonger()
    {
        Registry registry(120 * nsPerSecond);
        for (int i = 0; i < 20; ++i)
            registry.seen(m_device, m_catalogue, i * 600 * nsPerSecond, 1);
        registry.tick((19 * 600 + 1'700) * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        registry.tick((19 * 600 + 1'900) * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Stale);
    }

    void goodbyeIsOfflineUntilItIsBack()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.offline(m_device, 2, u"will"_s);
        QCOMPARE(registry.record(m_device).state, DeviceState::Offline);
        registry.tick(1'000 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Offline);
        registry.online(m_device, 3);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
    }

    void retainedMessagesAreNoSignOfLife()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 5, 1, false);
        QCOMPARE(registry.record(m_device).name, u"P-101"_s);
        QCOMPARE(registry.record(m_device).state, DeviceState::Stale);
        QCOMPARE(registry.record(m_device).lastSeen, base::noTime);
        registry.seen(m_device, m_catalogue, 6, 1);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
    }

    void suspicionsAreIndependent()
    {
        using Suspicion = Registry::Suspicion;
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.suspect(m_device, Suspicion::Quality, true, 2, u"bad"_s);
        registry.suspect(m_device, Suspicion::Confidence, true, 3, u"unsure"_s);
        registry.suspect(m_device, Suspicion::Quality, false, 4, {});
        QCOMPARE(registry.record(m_device).state, DeviceState::Suspect);
        registry.suspect(m_device, Suspicion::Confidence, false, 5, {});
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
    }

    void theConnectionTakesItsDevicesDown()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.sourceDown(0, 2, u"down"_s);
        QCOMPARE(registry.record(m_device).state, DeviceState::Stale);
        QCOMPARE(registry.record(m_device).why, u"down"_s);
        registry.sourceUp(0, 3);
        registry.seen(m_device, m_catalogue, 4, 1);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
    }

    void factsAndAttributes()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.learn(m_device, DeviceFact::Firmware, "2.4.1");
        registry.learn(m_device, DeviceFact::Attribute, "ip=10.0.0.1");
        registry.learn(m_device, DeviceFact::Attribute, "ip=10.0.0.2");
        for (int i = 0; i < 200; ++i)
            registry.learn(m_device, DeviceFact::Attribute, "k" + std::to_string(i) + "=v");
        const auto record = registry.record(m_device);
        QCOMPARE(record.firmware, u"2.4.1"_s);
        QCOMPARE(record.attributes.front().second, u"10.0.0.2"_s);
        QCOMPARE(record.attributes.size(), 64u);
    }

    void gatewaysAndHearsayDoNotCount()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.seen(m_other, m_catalogue, 1, 1, false, false); // a retained "online"
        QCOMPARE(registry.size(), 2u);
        QCOMPARE(registry.deviceCount(), 1u);
        QVERIFY(!registry.record(m_other).counts());
        registry.learn(m_other, DeviceFact::Protocol, "Homie 5"); // comes with the same message
        QCOMPARE(registry.deviceCount(), 1u);
        registry.learn(m_other, DeviceFact::Manufacturer, "ACME");
        QCOMPARE(registry.deviceCount(), 2u);
        registry.setKind(m_other, devices::DeviceKind::Gateway);
        QCOMPARE(registry.size(), 2u);
        QCOMPARE(registry.deviceCount(), 1u);
        Registry live;
        live.seen(m_other, m_catalogue, 1, 1, false, false);
        QCOMPARE(live.deviceCount(), 0u);
        live.seen(m_other, m_catalogue, 2, 1, true, false);
        QCOMPARE(live.deviceCount(), 1u);
    }

    void twoNamesOfOneDevice()
    {
        Registry registry;
        registry.seen(m_other, m_catalogue, 1, 1, true, false);
        registry.offline(m_other, 5, u"will"_s);
        registry.seen(m_device, m_catalogue, 3, 1);
        registry.join(m_other, m_device);
        QCOMPARE(registry.size(), 1u);
        QCOMPARE(registry.record(m_device).state, DeviceState::Offline); // said after it spoke
        QCOMPARE(registry.record(m_device).why, u"will"_s);
        registry.part(m_other);
        QCOMPARE(registry.size(), 2u);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        QCOMPARE(registry.record(m_other).state, DeviceState::Offline);
        registry.seen(m_device, m_catalogue, 9, 1);
        registry.join(m_other, m_device); // an older good-bye
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        registry.seen(m_other, m_catalogue, 10, 1); // speaks for itself
        QCOMPARE(registry.size(), 2u);
    }

    void aSiteHasOneSpelling()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1, 1);
        registry.seen(m_other, m_catalogue, 1, 1);
        registry.learn(m_device, DeviceFact::Site, "harbour_works");
        registry.learn(m_other, DeviceFact::Site, "HARBOUR-WORKS");
        registry.learn(m_other, DeviceFact::Site, "harbour-works");
        const std::uint64_t before = registry.revision();
        registry.learn(m_other, DeviceFact::Site, "Harbour works");
        QVERIFY(registry.revision() > before);
        registry.learn(m_other, DeviceFact::Site, "harbour-works");
        for (const devices::DeviceRecord &record : registry.records())
            QCOMPARE(record.site, u"Harbour works"_s);
        registry.learn(m_other, DeviceFact::Site, "North plant");
        QCOMPARE(registry.record(m_other).site, u"North plant"_s);
        QCOMPARE(registry.record(m_device).site, u"Harbour works"_s);
        QCOMPARE(devices::siteKey(u" Harbour--works_"_s), devices::siteKey(u"harbour works"_s));
    }

    void anAwaitedBirthThatDoesNotCome()
    {
        Registry registry;
        registry.seen(m_device, m_catalogue, 1 * nsPerSecond, 1);
        registry.awaitBirth(m_device, 2 * nsPerSecond);
        registry.tick(3 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        registry.tick(5 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Stale);
        registry.seen(m_device, m_catalogue, 6 * nsPerSecond, 1);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
        registry.awaitBirth(m_device, 7 * nsPerSecond);
        registry.seen(m_device, m_catalogue, 7 * nsPerSecond, 1);
        registry.tick(20 * nsPerSecond);
        QCOMPARE(registry.record(m_device).state, DeviceState::Well);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
