// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/connectiontest.h"

#include "models/connect/mqtt/reasons.h"
#include "models/connect/secrets.h"

#include <QPointer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

// Keys of TestStep::what; the panel translates them.
const QString nameStep = u"Name"_s;
const QString portStep = u"Port"_s;
const QString certificateStep = u"Certificate"_s;
const QString loginStep = u"Login"_s;
const QString subscriptionStep = u"Subscription"_s;

} // namespace

ConnectionTest::ConnectionTest(const Profile &profile, const QString &password, Report report)
    : m_profile(profile)
    , m_password(password)
    , m_report(std::move(report))
{
    m_profile.clientId = u"pilothouse-test-%1"_s.arg(QRandomGenerator::system()->bounded(1 << 20));
    m_profile.cleanStart = true;
    m_profile.sessionExpirySeconds = 0;
    m_profile.will = {};
    if (m_profile.subscriptions.empty())
        m_profile.subscriptions = Profile::defaultSubscriptions();
}

ConnectionTest::~ConnectionTest()
{
    m_report = {};
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_session)
        m_session->close(50);
}

void ConnectionTest::start(Secrets *secrets)
{
    QMetaObject::invokeMethod(
        this,
        [this, secrets = QPointer<Secrets>(secrets)] {
            if (const QString problem = m_profile.problem(); !problem.isEmpty())
                return finish(nameStep, false, problem);
            readSecrets(secrets);
        },
        Qt::QueuedConnection);
}

void ConnectionTest::readSecrets(Secrets *secrets)
{
    if (!secrets || m_profile.id.isEmpty())
        return lookUp();
    const QPointer<ConnectionTest> self(this);
    secrets->read(
        passwordKey(m_profile.id),
        [self, secrets = QPointer<Secrets>(secrets)](const base::Result<QString> &password) {
            if (!self || !secrets)
                return;
            if (self->m_password.isEmpty())
                self->m_password = password.value_or(QString());
            secrets->read(passPhraseKey(self->m_profile.id),
                          [self](const base::Result<QString> &passPhrase) {
                              if (!self)
                                  return;
                              self->m_passPhrase = passPhrase.value_or(QString());
                              self->lookUp();
                          });
        });
}

void ConnectionTest::lookUp()
{
    m_lookup = QHostInfo::lookupHost(m_profile.host, this, &ConnectionTest::onName);
}

void ConnectionTest::onName(const QHostInfo &info)
{
    m_lookup = -1;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
        return finish(nameStep, false,
                      tr("There is no address for the name \"%1\": %2.")
                          .arg(m_profile.host, info.errorString()));
    QStringList addresses;
    for (const QHostAddress &address : info.addresses().mid(0, 4))
        addresses.append(address.toString());
    step(nameStep, true, tr("%1 is %2.").arg(m_profile.host, addresses.join(", "_L1)));
    openSession();
}

void ConnectionTest::openSession()
{
    m_session = std::make_unique<Session>(
        m_profile, m_password, m_passPhrase, m_profile.clientId, SessionOptions(), &m_unreleased,
        Session::Events{
            .reached =
                [this] {
                    m_reached = true;
                    step(portStep, true, tr("Port %1 is open.").arg(m_profile.port));
                },
            .encrypted =
                [this] {
                    m_encrypted = true;
                    step(certificateStep, true,
                         tr("The certificate is accepted (%1).").arg(m_session->wire().tlsText()));
                },
            .connected = [this](const ControlPacket &connack) { onConnected(connack); },
            .subscribed = [this](const QString &filter,
                                 const ControlPacket &suback) { onSubscribed(filter, suback); },
            .message = [](const telemetry::MessageView &) {},
            .published = {},
            .roundTrip = {},
            .mayRead = {},
            .lost = [this](const Loss &loss) { onLost(loss); }});
    m_session->open();
}

void ConnectionTest::onConnected(const ControlPacket &)
{
    m_connected = true;
    step(loginStep, true,
         m_profile.user.isEmpty() ? tr("The broker accepts us without a user name.")
                                  : tr("The broker accepts the user \"%1\".").arg(m_profile.user));
    m_waiting = m_profile.subscriptions.size();
    for (const Subscription &subscription : m_profile.subscriptions)
        m_session->subscribe(subscription.filter, subscription.qos);
}

void ConnectionTest::onSubscribed(const QString &filter, const ControlPacket &suback)
{
    const int code = suback.codes.empty() ? 0x80 : suback.codes.front();
    if (code >= 0x80)
        m_refused.append(tr("%1: %2").arg(
            filter, reasonTextWithCode(ReasonOf::Suback, code, m_profile.version)));
    if (--m_waiting > 0)
        return;
    if (!m_refused.isEmpty())
        return finish(subscriptionStep, false,
                      tr("Subscriptions were refused: %1.").arg(m_refused.join("; "_L1)));
    finish(subscriptionStep, true,
           tr("All subscriptions are granted. If no data arrives, a permission of the broker may "
              "hold it back."));
}

void ConnectionTest::onLost(const Loss &loss)
{
    const bool certificate = m_profile.tls && m_reached && !m_encrypted;
    finish(!m_reached        ? portStep
               : certificate ? certificateStep
               : m_connected ? subscriptionStep
                             : loginStep,
           false, loss.sentence);
}

void ConnectionTest::step(const QString &what, bool ok, const QString &sentence)
{
    Connections::TestStep step{
        .what = what, .ok = ok, .sentence = sentence, .done = false, .chain = {}};
    if (what == certificateStep)
        step.chain = m_session->wire().chain();
    if (m_report)
        m_report(step);
}

void ConnectionTest::finish(const QString &what, bool ok, const QString &sentence)
{
    Connections::TestStep step{
        .what = what, .ok = ok, .sentence = sentence, .done = true, .chain = {}};
    if (m_session)
        step.chain = m_session->wire().chain();
    const Report report = std::move(m_report);
    m_report = {};
    if (m_session)
        QMetaObject::invokeMethod(
            m_session.get(),
            [session = QPointer<Session>(m_session.get())] {
                if (session)
                    session->close(50);
            },
            Qt::QueuedConnection);
    if (report)
        report(step);
}

} // namespace connect::mqtt
