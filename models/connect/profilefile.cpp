// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/profilefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>
#include <QUuid>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileFile)
};

constexpr qint64 maxBytes = 8 << 20;
constexpr int formatVersion = 1;

} // namespace

Result<> writeProfiles(const QString &path, const std::vector<mqtt::Profile> &profiles)
{
    QJsonArray array;
    for (const mqtt::Profile &profile : profiles)
        array.append(profile.toJson());
    const QJsonObject root{{u"format"_s, u"pilothouse-connections"_s},
                           {u"version"_s, formatVersion},
                           {u"connections"_s, array}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0
        || !file.commit())
        return failure(Words::tr("The connections were not written to \"%1\": %2.")
                           .arg(path, file.errorString()),
                       ErrorCode::Io);
    return {};
}

Result<std::vector<mqtt::Profile>> readProfiles(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::vector<mqtt::Profile>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Words::tr("The connections in \"%1\" cannot be read: %2.")
                           .arg(path, file.errorString()),
                       ErrorCode::Io);
    if (file.size() > maxBytes)
        return failure(Words::tr("\"%1\" is too large to be a file of connections.").arg(path));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return failure(
            Words::tr("\"%1\" is not a file of connections: %2.").arg(path, error.errorString()));
    if (root.value("format"_L1) != "pilothouse-connections"_L1)
        return failure(Words::tr("\"%1\" is not a file of connections.").arg(path));
    if (root.value("version"_L1).toInt() > formatVersion)
        return failure(
            Words::tr("\"%1\" was written by a newer version of this program.").arg(path),
            ErrorCode::Unsupported);
    std::vector<mqtt::Profile> profiles;
    QSet<QString> ids;
    for (const QJsonValue &value : root.value("connections"_L1).toArray()) {
        auto profile = mqtt::Profile::fromJson(value.toObject());
        if (!profile)
            return tl::unexpected(profile.error());
        if (profile->id.isEmpty() || ids.contains(profile->id))
            profile->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        ids.insert(profile->id);
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

} // namespace connect
