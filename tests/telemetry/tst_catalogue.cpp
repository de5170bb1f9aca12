// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/catalogue.h"
#include "models/telemetry/texttable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using telemetry::Catalogue;
using telemetry::TextTable;
using telemetry::ValueType;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNameSameNumber()
    {
        Catalogue catalogue;
        const auto source = catalogue.addSource(u"uuid"_s, u"Broker A"_s);
        QCOMPARE(catalogue.addSource(u"uuid"_s, u"renamed"_s), source);
        QCOMPARE(catalogue.source(source).name, u"renamed"_s);
        const auto other = catalogue.addSource(u"uuid2"_s, u"Broker B"_s);
        const auto device = catalogue.internDevice(source, "P-101");
        QCOMPARE(catalogue.internDevice(source, "P-101"), device);
        QVERIFY(catalogue.internDevice(other, "P-101") != device);
        bool created = false;
        const auto signal = catalogue.internSignal(device, "flow", ValueType::Double, &created);
        QVERIFY(created);
        QCOMPARE(catalogue.internSignal(device, "flow", ValueType::Double, &created), signal);
        QVERIFY(!created);
        QCOMPARE(catalogue.findSignal(device, u"flow"), signal);
        QCOMPARE(catalogue.findSignal(device, u"Flow"), telemetry::noId);
        QCOMPARE(catalogue.signalsOf(device).size(), 1u);
    }

    void capsAreCounted()
    {
        Catalogue catalogue(2, 1);
        const auto source = catalogue.addSource(u"k"_s, u"n"_s);
        const auto device = catalogue.internDevice(source, "d");
        QCOMPARE(catalogue.internDevice(source, "e"), telemetry::noId);
        catalogue.internSignal(device, "a", ValueType::Double);
        catalogue.internSignal(device, "b", ValueType::Double);
        QCOMPARE(catalogue.internSignal(device, "c", ValueType::Double), telemetry::noId);
        QCOMPARE(catalogue.capsRefused(), 2u);
    }

    void changesAreTakenOnce()
    {
        Catalogue catalogue;
        const auto device = catalogue.internDevice(catalogue.addSource(u"k"_s, u"n"_s), "d");
        const auto signal = catalogue.internSignal(device, "t", ValueType::Double);
        QCOMPARE(catalogue.takeChanged(), std::vector<telemetry::SignalId>{signal});
        catalogue.setUnit(signal, "degC");
        catalogue.setUnit(signal, "degC");
        QCOMPARE(catalogue.takeChanged(), std::vector<telemetry::SignalId>{signal});
        QVERIFY(catalogue.takeChanged().empty());
        QCOMPARE(catalogue.signal(signal).unit, u"degC"_s);
    }

    void restoredNamesKeepTheirNumbers()
    {
        Catalogue first;
        const auto source = first.addSource(u"k"_s, u"n"_s);
        const auto device = first.internDevice(source, "d");
        first.internSignal(device, "a", ValueType::Int64);
        const auto b = first.internSignal(device, "b", ValueType::Text);
        Catalogue second;
        second.addSource(u"k"_s, u"n"_s);
        for (const auto &info : first.devicesFrom(0))
            second.restoreDevice(info);
        for (const auto &info : first.signalsFrom(0))
            second.restoreSignal(info);
        QCOMPARE(second.internSignal(second.internDevice(source, "d"), "b", ValueType::Text), b);
        QVERIFY(second.takeChanged().empty());
    }

    void textsHaveCodes()
    {
        TextTable texts;
        const auto ok = texts.intern("ok");
        QVERIFY(ok != 0);
        QCOMPARE(texts.intern("ok"), ok);
        QCOMPARE(texts.text(ok), std::string("ok"));
        QCOMPARE(texts.intern(std::string(TextTable::maxBytes + 1, 'x')), 0u);
        QCOMPARE(texts.refused(), 1u);
        TextTable restored;
        restored.restore(1, "ok");
        QCOMPARE(restored.intern("ok"), 1u);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
