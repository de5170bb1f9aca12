// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/payloadreport.h"

#include "models/base/visibletext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Explore)
};

telemetry::MessageView view(const QByteArray &topic, const std::string &padded, std::size_t size,
                            base::TimeNs received)
{
    telemetry::MessageView message;
    message.topic = {topic.constData(), static_cast<std::size_t>(topic.size())};
    message.payload = {padded.data(), size};
    message.received = received;
    return message;
}

std::string padded(const QByteArray &payload)
{
    std::string out(payload.constData(), static_cast<std::size_t>(payload.size()));
    out.append(telemetry::MessageBatch::padding, '\0');
    return out;
}

QString valueText(const telemetry::Value &value)
{
    switch (value.type) {
    case telemetry::ValueType::Double:
        return QString::number(telemetry::toDouble(value.type, value.bits), 'g', 12);
    case telemetry::ValueType::Int64:
        return QString::number(static_cast<qint64>(value.bits));
    case telemetry::ValueType::UInt64:
        return QString::number(value.bits);
    case telemetry::ValueType::Bool:
        return value.bits ? Words::tr("true") : Words::tr("false");
    case telemetry::ValueType::Text:
        break;
    }
    return base::visibleText(value.text);
}

QString timeText(base::TimeNs time)
{
    return time == base::noTime ? Words::tr("as received")
                                : QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs)
                                      .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

DecodedRow row(const decode::Sample &sample)
{
    QStringList notes;
    if (sample.quality != telemetry::Quality::Good)
        notes << QString::fromLatin1(telemetry::qualityName(sample.quality).data());
    if (sample.historical)
        notes << Words::tr("history");
    if (sample.transient)
        notes << Words::tr("not stored");
    return {base::visibleText(sample.device),
            base::visibleText(sample.signal),
            valueText(sample.value),
            base::visibleText(sample.unit),
            timeText(sample.time),
            notes.join(u", "_s)};
}

void decodeInto(const PayloadInput &input, PayloadReport &report)
{
    decode::Chain chain;
    chain.setMappings(input.mappings);
    decode::Output out;
    for (const auto &[topic, payload] : input.births) {
        const std::string bytes = padded(payload);
        chain.decode(
            view(topic, bytes, static_cast<std::size_t>(payload.size()), input.message.received),
            out);
    }
    const std::string bytes = padded(input.message.payload);
    chain.decode(view(input.topic, bytes, static_cast<std::size_t>(input.message.payload.size()),
                      input.message.received),
                 out);
    constexpr std::size_t most = 1'000;
    for (std::size_t i = 0; i < std::min(most, out.samples.size()); ++i)
        report.decoded.push_back(row(out.samples[i]));
    const QString decoder =
        QString::fromUtf8(out.decoder.data(), static_cast<qsizetype>(out.decoder.size()));
    const QString reason = base::visibleText(std::string_view(out.reason));
    switch (out.outcome) {
    case decode::Outcome::Decoded:
        report.decodedText =
            Words::tr("Decoded as %1: %2, %3, %4.")
                .arg(decoder,
                     Words::tr("%n sample(s)", nullptr, static_cast<int>(out.samples.size())),
                     Words::tr("%n prediction(s)", nullptr,
                               static_cast<int>(out.predictions.size())),
                     Words::tr("%n fact(s) about devices", nullptr,
                               static_cast<int>(out.facts.size())));
        if (out.capHit)
            report.decodedText += u' ' + reason;
        break;
    case decode::Outcome::Kept:
        report.decodedText = Words::tr("Kept, not decoded. %1").arg(reason);
        break;
    case decode::Outcome::Undecodable:
        report.decodedText = Words::tr("Not decodable as %1: %2").arg(decoder, reason);
        break;
    }
    if (out.samples.size() > most)
        report.decodedText += Words::tr(" The first 1,000 are shown.");
}

void readImage(const QByteArray &payload, PayloadReport &report)
{
    const bool jpeg = payload.startsWith(QByteArray::fromHex("ffd8ff"));
    const bool png = payload.startsWith(QByteArray::fromHex("89504e470d0a1a0a"));
    if (!jpeg && !png) {
        report.imageText = Words::tr("Not a JPEG or PNG image.");
        return;
    }
    QBuffer buffer;
    buffer.setData(payload);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, jpeg ? "jpeg" : "png");
    const QSize size = reader.size();
    constexpr qint64 mostPixels = 40'000'000;
    constexpr int mostShown = 2'048;
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels) {
        report.imageText =
            Words::tr("The image is damaged or has more than 40 million pixels: not shown.");
        return;
    }
    if (size.width() > mostShown || size.height() > mostShown)
        reader.setScaledSize(size.scaled(mostShown, mostShown, Qt::KeepAspectRatio));
    report.image = reader.read();
    report.imageText = report.image.isNull()
        ? Words::tr("The image is damaged: %1").arg(base::visibleText(reader.errorString()))
        : Words::tr("%1, %2 × %3 pixels")
              .arg(jpeg ? u"JPEG"_s : u"PNG"_s)
              .arg(size.width())
              .arg(size.height());
}

bool isText(const QByteArray &bytes)
{
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4'096);
    return std::none_of(bytes.begin(), bytes.begin() + looked, [](char c) {
        const auto byte = static_cast<uchar>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    });
}

std::shared_ptr<const Outline> outlineOf(const QByteArray &payload, QString *why)
{
    if (payload.isEmpty())
        return {};
    std::shared_ptr<Outline> json = outlineJson(payload, why);
    if (json || isText(payload))
        return json;
    return outlineCbor(payload, why);
}

void compare(const PayloadInput &input, PayloadReport &report)
{
    if (!input.hasPrevious)
        return;
    QString ignored;
    const auto before = report.outline ? outlineOf(input.previous, &ignored) : nullptr;
    if (before && report.outline)
        report.diff = diffTexts(before->lines, report.outline->lines);
    else if (isText(input.previous) && isText(input.message.payload))
        report.diff = diffTexts(input.previous.split('\n'), input.message.payload.split('\n'));
    else
        report.diff = diffBytes(input.previous, input.message.payload);
}

} // namespace

std::shared_ptr<const PayloadReport> inspect(const PayloadInput &input)
{
    auto report = std::make_shared<PayloadReport>();
    const QByteArray &payload = input.message.payload;
    report->number = input.message.number;
    report->hex = std::make_shared<HexLines>(payload);
    report->text = std::make_shared<TextLines>(payload);
    report->outline = outlineOf(payload, &report->whyNoOutline);
    readImage(payload, *report);
    decodeInto(input, *report);
    compare(input, *report);
    return report;
}

QStringList birthTopics(const QString &topic)
{
    const QStringList levels = topic.split(u'/');
    if (levels.size() < 4 || levels[0] != u"spBv1.0" || !levels[2].endsWith(u"DATA"))
        return {};
    QStringList out{u"spBv1.0/%1/NBIRTH/%2"_s.arg(levels[1], levels[3])};
    if (levels.size() > 4)
        out << u"spBv1.0/%1/DBIRTH/%2/%3"_s.arg(levels[1], levels[3], levels.mid(4).join(u'/'));
    return out;
}

} // namespace ui
