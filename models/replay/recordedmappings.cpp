// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/recordedmappings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace replay {

std::vector<decode::Mapping> mappingsOf(const recording::RecordedConnection &connection)
{
    std::vector<decode::Mapping> out;
    const QJsonObject details = QJsonDocument::fromJson(connection.details.toUtf8()).object();
    for (const QJsonValue &value : details.value("mappings"_L1).toArray()) {
        if (auto mapping = decode::Mapping::fromJson(value.toObject()))
            out.push_back(std::move(*mapping));
    }
    return out;
}

std::vector<ingest::DerivedDefinition> derivedOf(const recording::RecordedConnection &connection)
{
    if (connection.key != QLatin1StringView(ingest::derivedSourceKey))
        return {};
    const QJsonObject details = QJsonDocument::fromJson(connection.details.toUtf8()).object();
    return ingest::derivedFromJson(details.value("derived"_L1).toArray())
        .value_or(std::vector<ingest::DerivedDefinition>());
}

recording::RecordedConnection
describeDerived(const telemetry::SourceInfo &source,
                const std::vector<ingest::DerivedDefinition> &definitions)
{
    const QJsonObject details{{u"derived"_s, ingest::derivedToJson(definitions)}};
    return {source.key, source.name,
            QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact))};
}

QString detailsWith(const QString &mappingsJson)
{
    const QJsonArray mappings = QJsonDocument::fromJson(mappingsJson.toUtf8()).array();
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"mappings"_s, mappings}}).toJson(QJsonDocument::Compact));
}

} // namespace replay
