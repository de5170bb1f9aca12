// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/senml.h"
#include "models/telemetry/message.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr base::TimeNs now =
    1'498'780'179 * base::nsPerSecond; // the clock of the generated vectors

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

/// The examples of RFC 8428 against their resolved forms.
class TestSenml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("resolved");
        const QDir folder(QStringLiteral(PILOTHOUSE_SHARED_DATA "/captures/senml"));
        if (!folder.exists())
            QSKIP("The RFC 8428 vectors are not beside this checkout.");
        for (const QString &name : folder.entryList({u"ex*.json"_s, u"ex*.cbor"_s}, QDir::Files)) {
            if (!name.contains(u"resolved"_s))
                QTest::newRow(qPrintable(name))
                    << folder.filePath(name)
                    << folder.filePath(name.section(u'.', 0, 0) + u".gen.resolved.json"_s);
        }
    }

    void resolves()
    {
        QFETCH(QString, input);
        QFETCH(QString, resolved);
        const QByteArray payload = contentOf(input);
        const QJsonArray expected = QJsonDocument::fromJson(contentOf(resolved)).array();
        QVERIFY(!payload.isEmpty() && !expected.isEmpty());
        const bool cbor = input.endsWith(u".cbor"_s);
        const QByteArray padded = payload + QByteArray(telemetry::MessageBatch::padding, '\0');
        const std::string_view bytes(padded.constData(), static_cast<std::size_t>(payload.size()));
        decode::Tree tree;
        decode::Output out;
        simdjson::dom::parser parser;
        if (cbor)
            QVERIFY(tree.readCbor(bytes, {}, out));
        else
            tree.read(parser.parse(bytes.data(), bytes.size(), false).value(), {}, false);
        QVERIFY(decode::senml::looksLikePack(tree, cbor));
        std::vector<decode::senml::Record> records;
        QCOMPARE(decode::senml::resolve(tree, cbor, now, records), QString());
        compare(records, expected);
    }

private:
    static void compare(const std::vector<decode::senml::Record> &records,
                        const QJsonArray &expected)
    {
        QCOMPARE(static_cast<qsizetype>(records.size()), expected.size());
        for (qsizetype index = 0; index < expected.size(); ++index) {
            const QJsonObject want = expected[index].toObject();
            const decode::senml::Record &record = records[static_cast<std::size_t>(index)];
            QCOMPARE(text(record.base) + text(record.name), want[u"n"_s].toString());
            QCOMPARE(text(record.unit), want[u"u"_s].toString());
            const double value = telemetry::toDouble(record.value.type, record.value.bits);
            QVERIFY(value == want[u"v"_s].toDouble());
            const auto micros =
                static_cast<base::TimeNs>(std::llround(want[u"t"_s].toDouble() * 1e6));
            QCOMPARE(record.time, micros * base::nsPerUs);
        }
    }
};

QTEST_GUILESS_MAIN(TestSenml)
#include "tst_senml.moc"
