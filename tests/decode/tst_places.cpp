// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whose availability a topic tells: one device is one device, and two of a name are two.
#include "tests/decode/chainprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlaces : public QObject
{
    Q_OBJECT

    static QString text(std::string_view view)
    {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }

    /// "device", "device?" when nobody is known yet.
    static QString availability(ChainProbe &probe, const QByteArray &topic,
                                const QByteArray &word = "online")
    {
        probe.decode(topic, word);
        const decode::Output &out = probe.out();
        if (out.decoder != "availability" || out.samples.size() != 1)
            return u"not availability"_s;
        for (const decode::Fact &fact : out.facts)
            if (fact.device != out.samples.front().device)
                return u"facts and sample differ"_s;
        return text(out.samples.front().device) + (out.unclaimed ? u"?"_s : QString());
    }

    /// "alias = device", "alias apart".
    static QStringList joins(const ChainProbe &probe)
    {
        QStringList lines;
        for (const decode::Join &join : probe.out().joins)
            lines += QString(text(join.alias)
                             + (join.apart ? u" apart"_s : QString(u" = "_s + text(join.device))));
        return lines;
    }

    static constexpr const char *senml =
        R"([{"bn":"hvac-05:","n":"temperature","u":"Cel","v":21.5}])";

private Q_SLOTS:
    void belowTheTopicOfTheData()
    {
        ChainProbe probe;
        probe.decode("depot/senml/hvac-05", senml);
        QCOMPARE(availability(probe, "depot/senml/hvac-05/status"), u"hvac-05"_s);
        QVERIFY(!probe.facts().join(u'\n').contains(u"Site"_s)); // the data said it already
    }

    void availabilityFirst()
    {
        ChainProbe probe;
        QCOMPARE(availability(probe, "depot/senml/hvac-05/status"), u"depot/senml/hvac-05?"_s);
        probe.decode("depot/senml/hvac-05", senml);
        QCOMPARE(joins(probe), QStringList(u"depot/senml/hvac-05 = hvac-05"_s));
        QCOMPARE(availability(probe, "depot/senml/hvac-05/status"), u"hvac-05"_s);
        probe.decode("depot/senml/hvac-05", senml);
        QVERIFY(joins(probe).isEmpty()); // said once
    }

    void besideTheTopicOfTheData()
    {
        ChainProbe probe;
        probe.decode("plant/line3/telemetry", R"({"device":"urn:dev:4711","p":1.5})");
        const QString device = text(probe.out().samples.front().device);
        QVERIFY(device.contains(u"4711"_s));
        QCOMPARE(availability(probe, "plant/line3/status"), device);
    }

    void cloudEvents()
    {
        ChainProbe probe;
        QCOMPARE(availability(probe, "north-plant/events/pump-06/availability"),
                 u"north-plant/events/pump-06?"_s);
        probe.decode(
            "north-plant/events/pump-06",
            R"({"specversion":"1.0","id":"1","source":"/north-plant/pump-06","type":"t","data":{"a":1}})");
        QCOMPARE(joins(probe), QStringList(u"north-plant/events/pump-06 = north-plant/pump-06"_s));
    }

    void ownNameNeedsNoJoin()
    {
        ChainProbe probe;
        QCOMPARE(availability(probe, "devices/d7/status"), u"d7?"_s);
        probe.decode("devices/d7/messages/events", R"({"t1":1.5})");
        QCOMPARE(joins(probe), QStringList(u"d7 = d7"_s)); // lets go of what waits
        QCOMPARE(availability(probe, "devices/d7/status"), u"d7"_s);
    }

    void twoDevicesOfOneNameStayTwo()
    {
        ChainProbe probe;
        probe.decode("siteA/pump-1/telemetry", R"({"p":1.5})");
        QCOMPARE(availability(probe, "siteB/pump-1/status", "offline"), u"siteB/pump-1?"_s);
        probe.decode("siteB/pump-1/telemetry", R"({"p":2.5})");
        QCOMPARE(joins(probe), QStringList(u"siteB/pump-1 = siteB/pump-1"_s));
        QCOMPARE(availability(probe, "siteA/pump-1/status"), u"siteA/pump-1"_s);
        QCOMPARE(availability(probe, "siteB/pump-1/status"), u"siteB/pump-1"_s);
    }

    void theStatusOfASiteIsNotItsFirstDevices()
    {
        ChainProbe probe;
        probe.decode("depot/senml/hvac-05", senml);
        QCOMPARE(availability(probe, "depot/status"), u"depot?"_s);
    }

    void aPlaceOfSeveralDevicesIsNobodys()
    {
        ChainProbe probe;
        QCOMPARE(availability(probe, "hall/gateway/status"), u"hall/gateway?"_s);
        const QByteArray topic = "hall/gateway";
        probe.decode(topic, R"([{"bn":"a1:","n":"t","v":1}])");
        QCOMPARE(joins(probe), QStringList(u"hall/gateway = a1"_s)); // all that is known so far
        probe.decode(topic, R"([{"bn":"b2:","n":"t","v":1}])");
        QCOMPARE(joins(probe), QStringList(u"hall/gateway apart"_s));
        QCOMPARE(availability(probe, "hall/gateway/status"), u"hall/gateway?"_s);
    }

    void aBareIdIsTheOneDeviceThatHasIt()
    {
        ChainProbe probe;
        probe.decode("plant/line/pump-04/telemetry", R"({"p":1.5})");
        QCOMPARE(availability(probe, "clients/pump-04/online", "true"), u"plant/line/pump-04"_s);
        QCOMPARE(availability(probe, "clients/pump-05/online", "true"), u"clients/pump-05?"_s);
        probe.decode("plant/line/pump-05/telemetry", R"({"p":1.5})");
        QCOMPARE(joins(probe), QStringList(u"clients/pump-05 = plant/line/pump-05"_s));
        // A second device of that id: nobody knows which is meant.
        probe.decode("plant/hall/pump-05/telemetry", R"({"p":1.5})");
        QCOMPARE(joins(probe), QStringList(u"clients/pump-05 apart"_s));
        QCOMPARE(availability(probe, "clients/pump-05/online", "true"), u"clients/pump-05?"_s);
    }

    void whatDiscoveryClaims()
    {
        const QByteArray config =
            R"({"name":"T","uniq_id":"k1","stat_t":"home/k/state","avty_t":"home/k/availability","dev":{"ids":["k"],"name":"Kitchen"}})";
        ChainProbe late;
        QCOMPARE(availability(late, "home/k/availability"), u"home/k?"_s);
        late.decode("homeassistant/sensor/k/config", config);
        QCOMPARE(joins(late), QStringList(u"home/k = Kitchen"_s));
        ChainProbe bridge;
        QCOMPARE(availability(bridge, "b/d/availability", R"({"state":"online"})"), u"b/d?"_s);
        bridge.decode("b/bridge/devices",
                      R"([{"ieee_address":"0x1","friendly_name":"d","type":"EndDevice"}])");
        QCOMPARE(joins(bridge), QStringList(u"b/d = d"_s));
    }

    void hostileTopicsStayBounded()
    {
        ChainProbe probe;
        QByteArray deep;
        for (int i = 0; i < 400; ++i)
            deep += "a/";
        probe.decode(deep + "x", "1");
        probe.decode(deep + "status", "online");
        QCOMPARE(probe.out().outcome, decode::Outcome::Decoded);
        for (const QByteArray topic :
             {"/", "//status", "/status", "status", "a//status", "$a/status"})
            probe.decode(topic, "online");
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
