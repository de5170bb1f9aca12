// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/watchreport.h"

#include "models/base/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QJsonValue timeValue(base::TimeNs time)
{
    return time == base::noTime ? QJsonValue() : QJsonValue(static_cast<qint64>(time));
}

QString stateName(devices::DeviceState state)
{
    using devices::DeviceState;
    switch (state) {
    case DeviceState::Well:
        return u"well"_s;
    case DeviceState::Asleep:
        return u"asleep"_s;
    case DeviceState::Suspect:
        return u"suspect"_s;
    case DeviceState::Stale:
        return u"stale"_s;
    case DeviceState::Offline:
        return u"offline"_s;
    }
    return {};
}

QString kindName(devices::DeviceKind kind)
{
    switch (kind) {
    case devices::DeviceKind::Gateway:
        return u"gateway"_s;
    case devices::DeviceKind::Service:
        return u"service"_s;
    case devices::DeviceKind::Device:
        break;
    }
    return u"device"_s;
}

QJsonValue pointValue(const telemetry::Point &point, const telemetry::TextTable &texts)
{
    if (point.quality == telemetry::Quality::Missing)
        return {};
    switch (point.type) {
    case telemetry::ValueType::Text:
        return QString::fromStdString(texts.text(static_cast<telemetry::TextCode>(point.bits)));
    case telemetry::ValueType::Bool:
        return point.bits != 0;
    case telemetry::ValueType::Int64:
        return std::bit_cast<qint64>(point.bits);
    case telemetry::ValueType::UInt64:
        // QJsonValue has no unsigned 64 bits: larger ones go as text, exact.
        return point.bits <= INT64_MAX ? QJsonValue(static_cast<qint64>(point.bits))
                                       : QJsonValue(QString::number(point.bits));
    case telemetry::ValueType::Double:
        break;
    }
    const double number = point.number();
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

QString roleName(telemetry::SignalRole role)
{
    switch (role) {
    case telemetry::SignalRole::Measurement:
        return u"measurement"_s;
    case telemetry::SignalRole::Confidence:
        return u"confidence"_s;
    case telemetry::SignalRole::Label:
        return u"label"_s;
    case telemetry::SignalRole::State:
        return u"state"_s;
    }
    return {};
}

} // namespace

WatchReport::WatchReport(app::Engine &engine, const QString &connection, bool json)
    : m_engine(engine)
    , m_connection(connection)
    , m_json(json)
{
}

void WatchReport::line(const QJsonObject &object, const QString &words)
{
    const QByteArray text =
        m_json ? QJsonDocument(object).toJson(QJsonDocument::Compact) : words.toUtf8();
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

QString WatchReport::deviceName(telemetry::DeviceId id) const
{
    return m_engine.pipeline().catalogue().device(id).name;
}

void WatchReport::rates()
{
    const connect::SourceStatus status = m_engine.connections().status(m_connection);
    m_everConnected =
        m_everConnected || status.state == connect::SourceState::Connected || status.messages > 0;
    const ingest::LedgerFigures now = m_engine.pipeline().totals();
    const base::TimeNs time = m_engine.pipeline().clock().now();
    const double seconds =
        m_lastTime == 0 ? 1 : static_cast<double>(time - m_lastTime) / base::nsPerSecond;
    const double messages = static_cast<double>(now.received - m_last.received) / seconds;
    const double samples = static_cast<double>(now.samples - m_last.samples) / seconds;
    m_last = now;
    m_lastTime = time;
    const auto devices = static_cast<qint64>(m_engine.pipeline().devices().deviceCount());
    const qint64 signalCount = m_engine.pipeline().catalogue().signalCount();
    line({{u"type"_s, u"rates"_s},
          {u"time"_s, static_cast<qint64>(time)},
          {u"state"_s, status.sentence},
          {u"messagesPerSecond"_s, messages},
          {u"samplesPerSecond"_s, samples},
          {u"devices"_s, devices},
          {u"signals"_s, signalCount},
          {u"lost"_s, static_cast<qint64>(now.lost())}},
         u"%1 msg/s, %2 samples/s, %3 devices, %4 signals, %5 lost; %6"_s.arg(messages, 0, 'f', 0)
             .arg(samples, 0, 'f', 0)
             .arg(devices)
             .arg(signalCount)
             .arg(now.lost())
             .arg(status.sentence));
}

void WatchReport::all()
{
    const connect::SourceStatus status = m_engine.connections().status(m_connection);
    m_everConnected = m_everConnected || status.messages > 0;
    devices();
    signalList();
    predictions();
    ledger();
}

void WatchReport::devices()
{
    for (const devices::DeviceRecord &device : m_engine.pipeline().devices().records()) {
        QJsonArray models;
        for (const QString &model : device.models)
            models.append(model);
        line({{u"type"_s, u"device"_s},
              {u"device"_s, device.name},
              {u"kind"_s, kindName(device.kind)},
              {u"counts"_s, device.counts()},
              {u"displayName"_s, device.displayName},
              {u"site"_s, device.site},
              {u"state"_s, stateName(device.state)},
              {u"why"_s, device.why},
              {u"protocol"_s, device.protocol},
              {u"firmware"_s, device.firmware},
              {u"models"_s, models},
              {u"messages"_s, static_cast<qint64>(device.messages)},
              {u"lastSeen"_s, timeValue(device.lastSeen)}},
             u"device %1: %2 %3"_s.arg(base::visibleText(device.name), stateName(device.state),
                                       device.why));
    }
}

void WatchReport::signalList()
{
    for (const telemetry::SignalInfo &info : m_engine.pipeline().catalogue().signalsFrom(0)) {
        telemetry::Point last;
        const auto series = m_engine.pipeline().series().find(info.id);
        const bool any = series && series->last(last);
        const QJsonValue value = any ? pointValue(last, m_engine.pipeline().texts()) : QJsonValue();
        line({{u"type"_s, u"signal"_s},
              {u"device"_s, deviceName(info.device)},
              {u"signal"_s, info.name},
              {u"unit"_s, info.unit.isEmpty() ? QJsonValue() : QJsonValue(info.unit)},
              {u"role"_s, roleName(info.role)},
              {u"decoder"_s, info.decoder},
              {u"samples"_s, any ? static_cast<qint64>(series->total()) : 0},
              {u"value"_s, value},
              {u"time"_s, any ? timeValue(last.time) : QJsonValue()}},
             u"signal %1 / %2 = %3 %4"_s.arg(base::visibleText(deviceName(info.device)),
                                             base::visibleText(info.name),
                                             value.toVariant().toString(), info.unit));
    }
}

void WatchReport::predictions()
{
    for (const telemetry::ConfidenceRecord &record : m_engine.pipeline().predictions().records()) {
        line({{u"type"_s, u"prediction"_s},
              {u"device"_s, deviceName(record.device)},
              {u"model"_s, record.model},
              {u"version"_s, record.version},
              {u"label"_s, record.lastLabel},
              {u"confidence"_s, record.last},
              {u"mean"_s, record.mean()},
              {u"answers"_s, static_cast<qint64>(record.answers)},
              {u"below"_s, static_cast<qint64>(record.below)},
              {u"time"_s, timeValue(record.lastTime)}},
             u"prediction %1: %2 %3 says %4, confidence %5"_s
                 .arg(base::visibleText(deviceName(record.device)), record.model, record.version,
                      record.lastLabel)
                 .arg(record.last, 0, 'f', 3));
    }
}

void WatchReport::ledger()
{
    const ingest::LedgerFigures figures = m_engine.pipeline().totals();
    const store::StoreStatus stored =
        m_engine.historian() ? m_engine.historian()->status() : store::StoreStatus();
    const auto number = [](std::uint64_t n) { return QJsonValue(static_cast<qint64>(n)); };
    line({{u"type"_s, u"ledger"_s},
          {u"received"_s, number(figures.received)},
          {u"bytes"_s, number(figures.bytes)},
          {u"decoded"_s, number(figures.decoded)},
          {u"kept"_s, number(figures.kept)},
          {u"undecodable"_s, number(figures.undecodable)},
          {u"samples"_s, number(figures.samples)},
          {u"predictions"_s, number(figures.predictions)},
          {u"late"_s, number(figures.late)},
          {u"duplicates"_s, number(figures.duplicates)},
          {u"capped"_s, number(figures.capped)},
          {u"gaps"_s, number(figures.gaps)},
          {u"dropped"_s, number(figures.dropped)},
          {u"brokerDropped"_s,
           figures.brokerDropped < 0 ? QJsonValue()
                                     : QJsonValue(static_cast<qint64>(figures.brokerDropped))},
          {u"handedToStore"_s, number(figures.handedToStore)},
          {u"stored"_s, m_engine.historian() ? number(stored.stored) : QJsonValue()},
          {u"lost"_s, number(figures.lost())}},
         u"ledger: received %1, decoded %2, kept %3, undecodable %4, samples %5, lost %6"_s
             .arg(figures.received)
             .arg(figures.decoded)
             .arg(figures.kept)
             .arg(figures.undecodable)
             .arg(figures.samples)
             .arg(figures.lost()));
}

} // namespace ctl
