// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ingest {

/// A derived signal as people define it: a name and a formula over other signals (the language is
/// explained in resources/help/expressions.md). It becomes the signal `name` of the device
/// "Derived".
struct DerivedDefinition
{
    static constexpr qsizetype maxName = 200; ///< UTF-16 units
    static constexpr std::size_t most = 200; ///< definitions in force at once

    QString id; ///< stable while the definition is edited
    QString name;
    QString expression;
    QString unit; ///< empty: what follows from the formula, if anything does
    QString description;
    bool enabled = true;

    QJsonObject toJson() const;
    static base::Result<DerivedDefinition> fromJson(const QJsonObject &object);
    bool operator==(const DerivedDefinition &) const = default;
};

inline constexpr const char *derivedSourceKey = "derived";
inline constexpr const char *derivedDeviceName = "Derived";

QString derivedSourceName(); ///< as people read it

/// One sentence for each definition that cannot be computed, else an empty text: a name missing or
/// taken, a formula that does not parse or names signals without quotes, a cycle.
QStringList problemsOf(const std::vector<DerivedDefinition> &definitions);

QJsonArray derivedToJson(const std::vector<DerivedDefinition> &definitions);
/// The error names the first that cannot be read.
base::Result<std::vector<DerivedDefinition>> derivedFromJson(const QJsonArray &array);

/// Definitions in a JSON file, written atomically. A file that is not there has none.
/// Errors: Io, BadInput (not such a file, damaged), Unsupported (newer version).
base::Result<> writeDerived(const QString &path, const std::vector<DerivedDefinition> &definitions);
base::Result<std::vector<DerivedDefinition>> readDerived(const QString &path);

} // namespace ingest
