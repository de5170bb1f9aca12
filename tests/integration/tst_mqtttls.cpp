// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/connections.h"
#include "models/connect/mqtt/brokersource.h"
#include "models/connect/secrets.h"
#include "tests/support/broker.h"
#include "tests/support/certificates.h"
#include "tests/support/collector.h"

#include <QTest>

using namespace Qt::StringLiterals;
using connect::Connections;
using connect::SourceState;
using connect::mqtt::BrokerSource;
using connect::mqtt::LinkSetup;
using connect::mqtt::Profile;
using support::Broker;
using support::Certificates;
using support::Collector;

/// TLS towards a real mosquitto: what is accepted, and that each failure has its name.
class TestMqttTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectsWithOwnAuthority_data();
    void connectsWithOwnAuthority();
    void failureIsNamed_data();
    void failureIsNamed();
    void pinnedCertificate();
    void pinOfAnotherCertificateDoesNotHelp();
    void clientCertificate_data();
    void clientCertificate();
    void protocolMismatch();
    void badFiles_data();
    void badFiles();
    void testTellsTheSteps();

private:
    std::unique_ptr<Broker> broker(const Certificates::Pair &pair, bool wantsClient = false,
                                   const QStringList &config = {}) const;
    LinkSetup setup(quint16 port, const Collector &collector) const;
    std::vector<Connections::TestStep> steps(const Profile &profile, const QString &password = {},
                                             const QString &passPhrase = {});

    Certificates m_certificates;
    Certificates::Pair m_good;
};

void TestMqttTls::initTestCase()
{
    if (support::findProgram(u"mosquitto"_s).isEmpty())
        QSKIP("mosquitto is not installed.");
    if (const QString problem = m_certificates.make(); !problem.isEmpty())
        QFAIL(qPrintable(problem));
    m_good = m_certificates.issue(u"good"_s, u"DNS:localhost,IP:127.0.0.1"_s);
    QVERIFY(!m_good.key.isEmpty());
}

std::unique_ptr<Broker> TestMqttTls::broker(const Certificates::Pair &pair, bool wantsClient,
                                            const QStringList &config) const
{
    Broker::Options options;
    options.certificate = pair.certificate;
    options.key = pair.key;
    options.ca = m_certificates.authority();
    options.requireClientCertificate = wantsClient;
    options.config = config;
    auto broker = std::make_unique<Broker>(options);
    if (const QString problem = broker->start(); !problem.isEmpty())
        qFatal("%s", qPrintable(problem));
    return broker;
}

LinkSetup TestMqttTls::setup(quint16 port, const Collector &collector) const
{
    LinkSetup setup;
    setup.profile.id = setup.profile.name = u"tls"_s;
    setup.profile.host = u"localhost"_s;
    setup.profile.port = port;
    setup.profile.tls = true;
    setup.profile.caFile = m_certificates.authority();
    setup.inlet = collector.inlet;
    setup.retry = {
        .first = 60'000, .most = 60'000, .rareFirst = 60'000, .rareMost = 60'000, .stable = 1};
    return setup;
}

void TestMqttTls::connectsWithOwnAuthority_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("config");
    QTest::addColumn<QString>("tls");
    QTest::newRow("name, TLS 1.3") << u"localhost"_s << QStringList() << u"TLS 1.3"_s;
    QTest::newRow("address") << u"127.0.0.1"_s << QStringList() << u"TLS 1.3"_s;
    QTest::newRow("TLS 1.2") << u"localhost"_s << QStringList{u"tls_version tlsv1.2"_s}
                             << u"TLS 1."_s;
}

void TestMqttTls::connectsWithOwnAuthority()
{
    QFETCH(QString, host);
    QFETCH(QStringList, config);
    QFETCH(QString, tls);
    const auto server = broker(m_good, false, config);
    Collector collector;
    LinkSetup link = setup(server->port(), collector);
    link.profile.host = host;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    const auto status = source.status();
    QVERIFY2(status.tlsText.startsWith(tls), qPrintable(status.tlsText));
    QVERIFY(!status.chain.empty());
    QCOMPARE(status.chain.at(0).subject, u"good"_s);
    QVERIFY(status.chain.at(0).names.contains(u"localhost"_s));
    QCOMPARE(status.chain.at(0).sha256.size(), 32);
    QVERIFY(Broker::publish(
        server->port(),
        {u"--cafile"_s, m_certificates.authority(), u"-t"_s, u"a"_s, u"-m"_s, u"1"_s}));
    QTRY_COMPARE(collector.count("a"), 1);
}

void TestMqttTls::failureIsNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("otherAuthority");
    QTest::addColumn<QString>("says");
    QTest::newRow("expired") << u"expired"_s << false << u"it expired on 2021-01-01"_s;
    QTest::newRow("not yet valid")
        << u"future"_s << false << u"it is not valid before 2099-01-01"_s;
    QTest::newRow("unknown authority") << u"good"_s << true << u"unknown authority (CA)"_s;
    QTest::newRow("system's authorities") << u"system"_s << false << u"unknown authority (CA)"_s;
    QTest::newRow("self-signed") << u"self"_s << false << u"self-signed"_s;
    QTest::newRow("name mismatch")
        << u"mismatch"_s << false << u"it is for broker.example, mqtt.example, not for localhost"_s;
}

void TestMqttTls::failureIsNamed()
{
    QFETCH(QString, certificate);
    QFETCH(bool, otherAuthority);
    QFETCH(QString, says);
    Certificates::Pair pair = m_good;
    if (certificate == "expired"_L1)
        pair = m_certificates.issue(certificate, u"DNS:localhost"_s, u"20200101000000Z"_s,
                                    u"20210101000000Z"_s);
    else if (certificate == "future"_L1)
        pair = m_certificates.issue(certificate, u"DNS:localhost"_s, u"20990101000000Z"_s,
                                    u"20990201000000Z"_s);
    else if (certificate == "mismatch"_L1)
        pair = m_certificates.issue(certificate, u"DNS:mqtt.example,DNS:broker.example"_s);
    else if (certificate == "self"_L1)
        pair = m_certificates.selfSigned(certificate, u"DNS:localhost"_s);
    QVERIFY(!pair.key.isEmpty());
    const auto server = broker(pair);
    Collector collector;
    LinkSetup link = setup(server->port(), collector);
    if (otherAuthority)
        link.profile.caFile = m_certificates.otherAuthority();
    if (certificate == "system"_L1)
        link.profile.caFile.clear();
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY2(source.status().sentence.contains(says), qPrintable(source.status().sentence));
    QCOMPARE(source.status().state, SourceState::Failed);
    QVERIFY(source.status().nextTry > 0);
    QVERIFY(!source.status().chain.empty()); // shown, so that it can be pinned
    QCOMPARE(source.status().messages, 0u);
}

void TestMqttTls::pinnedCertificate()
{
    const auto server = broker(m_certificates.selfSigned(u"pinned"_s, u"DNS:elsewhere"_s));
    Collector collector;
    LinkSetup link = setup(server->port(), collector);
    QByteArray pin;
    {
        BrokerSource refused(link);
        refused.start();
        QTRY_COMPARE(refused.status().state, SourceState::Failed);
        pin = refused.status().chain.at(0).sha256;
    }
    link.profile.pinnedSha256 = pin;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().state, SourceState::Connected);
    QVERIFY(source.status().tlsText.contains("pinned"_L1));
}

void TestMqttTls::pinOfAnotherCertificateDoesNotHelp()
{
    const auto server = broker(m_certificates.selfSigned(u"unpinned"_s, u"DNS:localhost"_s));
    Collector collector;
    LinkSetup link = setup(server->port(), collector);
    link.profile.pinnedSha256 = QByteArray(32, '\1');
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().state, SourceState::Failed);
    QVERIFY(source.status().sentence.contains("self-signed"_L1));
}

void TestMqttTls::clientCertificate_data()
{
    QTest::addColumn<bool>("given");
    QTest::addColumn<QString>("keyPhrase");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("says"); // empty: connects
    QTest::newRow("plain key") << true << u""_s << u""_s << u"tlsv1.3"_s << u""_s;
    QTest::newRow("pass phrase") << true << u"open sesame"_s << u"open sesame"_s << u"tlsv1.3"_s
                                 << u""_s;
    QTest::newRow("wrong phrase") << true << u"open sesame"_s << u"close"_s << u"tlsv1.3"_s
                                  << u"does not open"_s;
    QTest::newRow("no phrase") << true << u"open sesame"_s << u""_s << u"tlsv1.3"_s
                               << u"needs a pass phrase"_s;
    QTest::newRow("none, TLS 1.3")
        << false << u""_s << u""_s << u"tlsv1.3"_s << u"asks for a client certificate"_s;
    QTest::newRow("none, TLS 1.2")
        << false << u""_s << u""_s << u"tlsv1.2"_s << u"client certificate"_s;
}

void TestMqttTls::clientCertificate()
{
    QFETCH(bool, given);
    QFETCH(QString, keyPhrase);
    QFETCH(QString, phrase);
    QFETCH(QString, version);
    QFETCH(QString, says);
    const auto server = broker(m_good, true, {u"tls_version "_s + version});
    Collector collector;
    LinkSetup link = setup(server->port(), collector);
    link.passPhrase = phrase;
    if (given) {
        const auto client = m_certificates.issue(u"console"_s, u"DNS:console"_s, {}, {}, keyPhrase);
        link.profile.clientCertFile = client.certificate;
        link.profile.clientKeyFile = client.key;
    }
    BrokerSource source(link);
    source.start();
    if (says.isEmpty())
        QTRY_COMPARE(source.status().state, SourceState::Connected);
    else
        QTRY_VERIFY2(source.status().sentence.contains(says), qPrintable(source.status().sentence));
}

void TestMqttTls::protocolMismatch()
{
    Broker plain;
    QCOMPARE(plain.start(), QString());
    Collector collector;
    BrokerSource tlsToPlain(setup(plain.port(), collector));
    tlsToPlain.start();
    QTRY_VERIFY2(tlsToPlain.status().sentence.contains("without encryption"_L1),
                 qPrintable(tlsToPlain.status().sentence));
    const auto server = broker(m_good);
    LinkSetup link = setup(server->port(), collector);
    link.profile.tls = false;
    BrokerSource plainToTls(link);
    plainToTls.start();
    QTRY_VERIFY2(plainToTls.status().sentence.contains("TLS"_L1),
                 qPrintable(plainToTls.status().sentence));
}

void TestMqttTls::badFiles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("no authority file") << u"ca"_s << u"cannot be read"_s;
    QTest::newRow("authority without certificate")
        << u"key as ca"_s << u"There is no PEM certificate"_s;
    QTest::newRow("certificate as key")
        << u"certificate as key"_s << u"There is no PEM private key"_s;
}

void TestMqttTls::badFiles()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    Collector collector;
    LinkSetup link = setup(1, collector);
    if (what == "ca"_L1)
        link.profile.caFile = u"/nowhere/ca.pem"_s;
    else if (what == "key as ca"_L1)
        link.profile.caFile = m_good.key;
    else
        link.profile.clientCertFile = link.profile.clientKeyFile = m_good.certificate;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().state, SourceState::Failed);
    QVERIFY2(source.status().sentence.contains(says), qPrintable(source.status().sentence));
    QCOMPARE(source.status().nextTry, base::noTime); // not tried again as it is
}

std::vector<Connections::TestStep>
TestMqttTls::steps(const Profile &profile, const QString &password, const QString &passPhrase)
{
    QObject owner;
    connect::Secrets *secrets = connect::newSessionSecrets(&owner);
    secrets->write(connect::mqtt::passPhraseKey(profile.id), passPhrase, {});
    Connections connections({}, secrets, {});
    std::vector<Connections::TestStep> all;
    const auto test = connections.test(
        profile, password, [&all](const Connections::TestStep &step) { all.push_back(step); });
    if (!QTest::qWaitFor([&all] { return !all.empty() && all.back().done; }, 10'000))
        all.push_back(
            {.what = u"no end"_s, .ok = false, .sentence = {}, .done = true, .chain = {}});
    return all;
}

void TestMqttTls::testTellsTheSteps()
{
    const auto server = broker(m_good);
    Collector collector;
    Profile profile = setup(server->port(), collector).profile;
    const auto good = steps(profile);
    QStringList names;
    for (const auto &step : good) {
        QVERIFY2(step.ok, qPrintable(step.sentence));
        names += step.what;
    }
    QCOMPARE(names,
             (QStringList{u"Name"_s, u"Port"_s, u"Certificate"_s, u"Login"_s, u"Subscription"_s}));
    profile.caFile = m_certificates.otherAuthority();
    const auto refused = steps(profile);
    QCOMPARE(refused.back().what, u"Certificate"_s);
    QVERIFY(!refused.back().ok);
    QVERIFY(!refused.back().chain.empty());
    profile.port = support::freePort();
    QCOMPARE(steps(profile).back().what, u"Port"_s);
    profile.host = u"no-such-host.invalid"_s;
    QCOMPARE(steps(profile).back().what, u"Name"_s);
    Broker locked(Broker::Options{
        .config = {}, .passwordsFor = u"ann:pw"_s, .certificate = {}, .key = {}, .ca = {}});
    QCOMPARE(locked.start(), QString());
    profile = *Profile::fromUrl(u"mqtt://ann@127.0.0.1:%1"_s.arg(locked.port()));
    const auto wrong = steps(profile, u"no"_s);
    QCOMPARE(wrong.back().what, u"Login"_s);
    QVERIFY2(wrong.back().sentence.contains("not authorized"_L1),
             qPrintable(wrong.back().sentence));
    QVERIFY(steps(profile, u"pw"_s).back().ok);
}

QTEST_GUILESS_MAIN(TestMqttTls)
#include "tst_mqtttls.moc"
