// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/session.h"

#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

constexpr int tickMs = 250;

} // namespace

Session::Session(const Profile &profile, const QString &password, const QString &passPhrase,
                 const QString &clientId, const SessionOptions &options, UnreleasedIds *unreleased,
                 Events events, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_password(password)
    , m_clientId(clientId)
    , m_options(options)
    , m_unreleased(unreleased)
    , m_events(std::move(events))
    , m_wire(profile, passPhrase,
             {.reached =
                  [this] {
                      if (m_events.reached)
                          m_events.reached();
                  },
              .opened = [this] { onOpened(); },
              .readable = [this] { pump(); },
              .lost = [this](const Loss &loss) { onWireLost(loss); }})
    , m_keepAliveMs(profile.keepAliveSeconds * 1000)
{
    QObject::connect(&m_tick, &QTimer::timeout, this, &Session::tick);
    m_retryRead.setSingleShot(true);
    QObject::connect(&m_retryRead, &QTimer::timeout, this, &Session::pump);
}

Session::~Session()
{
    m_done = true;
    m_events = {};
}

void Session::open()
{
    m_openedAt = Steady::now();
    m_wire.open(m_options.connectTimeoutMs);
}

void Session::onOpened()
{
    if (m_wire.encrypted() && m_events.encrypted)
        m_events.encrypted();
    if (m_done)
        return;
    m_openedAt = m_lastReceived = m_lastSent = Steady::now();
    m_engine = newEngine(
        {.send = [this](std::string_view bytes) { send(bytes); },
         .failed =
             [this](const QString &why) {
                 fail(Loss::Kind::Network,
                      tr("The MQTT library ended the connection: %1.").arg(why));
             },
         .message = [this](std::string_view topic,
                           std::string_view payload) { onEngineMessage(topic, payload); }});
    m_tick.start(tickMs);
    const auto started =
        m_engine->connectToBroker(m_profile,
                                  {.clientId = m_clientId,
                                   .password = m_password,
                                   .maximumPacket = static_cast<quint32>(m_options.maximumPacket)});
    if (!started)
        fail(Loss::Kind::Profile, started.error().text);
}

void Session::subscribe(const QString &filter, int qos, int options)
{
    m_asked.push_back(filter);
    if (const auto sent = m_engine->subscribe(filter, qos, options); !sent) {
        m_asked.pop_back();
        ControlPacket refused;
        refused.type = PacketType::Suback;
        refused.codes = {0x80};
        refused.properties.reason = sent.error().text.toStdString();
        m_events.subscribed(filter, refused);
    }
}

base::Result<std::uint16_t> Session::publish(const PublishRequest &request)
{
    return m_engine->publish(request);
}

void Session::close(int ms)
{
    const bool polite = !m_done && m_connected;
    m_done = true;
    m_tick.stop();
    m_retryRead.stop();
    if (polite) {
        m_engine->disconnectFromBroker();
        const QDeadlineTimer deadline(ms);
        while (!m_wire.flushed() && !deadline.hasExpired())
            QThread::msleep(1);
    }
    m_wire.close();
}

void Session::fail(Loss::Kind kind, const QString &sentence)
{
    if (m_done)
        return;
    m_done = true;
    m_tick.stop();
    m_retryRead.stop();
    m_events.lost({kind, sentence});
}

void Session::onWireLost(const Loss &loss)
{
    if (m_connected || loss.kind != Loss::Kind::Network || !m_engine)
        return fail(loss.kind, loss.sentence);
    fail(loss.kind,
         tr("%1:%2 closed the connection before it answered: is it an MQTT port, and does it want "
            "%3?")
             .arg(m_profile.host)
             .arg(m_profile.port)
             .arg(m_profile.tls ? tr("a client certificate") : tr("TLS")));
}

void Session::tick()
{
    const auto now = Steady::now();
    const auto msSince = [now](Steady::time_point then) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(now - then).count();
    };
    if (!m_connected) {
        if (msSince(m_openedAt) > m_options.connectTimeoutMs)
            fail(Loss::Kind::Network,
                 tr("%1:%2 did not answer the MQTT login in time: is it an MQTT port?")
                     .arg(m_profile.host)
                     .arg(m_profile.port));
        return;
    }
    m_engine->tick();
    if (m_keepAliveMs == 0 || m_done)
        return;
    const bool silent = msSince(m_lastReceived) >= m_keepAliveMs && !m_retryRead.isActive();
    if (silent && m_pinging)
        return fail(Loss::Kind::Network,
                    tr("%1 has been silent for %2 s: the connection is half open (cable, router, "
                       "sleeping machine).")
                        .arg(m_profile.host)
                        .arg(msSince(m_lastReceived) / 1000));
    if (!m_pinging
        && (msSince(m_lastReceived) >= m_keepAliveMs / 2
            || msSince(m_lastSent) >= m_keepAliveMs / 2))
        ping();
}

void Session::ping()
{
    static constexpr char pingreq[] = {'\xC0', '\0'};
    m_pinging = true;
    m_pingedAt = Steady::now();
    m_wire.write({pingreq, sizeof pingreq});
    m_lastSent = m_pingedAt;
}

void Session::send(std::string_view bytes)
{
    noteSent(bytes);
    m_wire.write(bytes);
    m_lastSent = Steady::now();
}

/// The packet ids of our SUBSCRIBE packets, in the order of the calls: no engine tells them alike.
void Session::noteSent(std::string_view bytes)
{
    if (m_asked.empty())
        return;
    m_outgoing += bytes;
    std::string_view rest = m_outgoing;
    Frame frame;
    while (scanFrame(rest, SIZE_MAX, frame) == Scan::Complete) {
        std::string_view body = frame.body;
        std::uint16_t id = 0;
        if (frame.type == PacketType::Subscribe && takeU16(body, id) && !m_asked.empty()) {
            m_subscribing[id] = m_asked.front();
            m_asked.pop_front();
        }
        rest.remove_prefix(frame.whole.size());
    }
    m_outgoing.erase(0, m_outgoing.size() - rest.size());
}

} // namespace connect::mqtt
