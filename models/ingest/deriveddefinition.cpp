// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/deriveddefinition.h"

#include "models/analysis/expression.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace ingest {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DerivedSignals)
};

constexpr qint64 maxBytes = 8 << 20;
constexpr int formatVersion = 1;
constexpr auto formatName = "pilothouse-derived"_L1;

/// Which definitions a definition uses.
using Uses = std::vector<std::vector<std::size_t>>;

/// The definitions on a cycle through `from`, in order; empty: there is none.
std::vector<std::size_t> cycleThrough(std::size_t from, const Uses &uses)
{
    std::vector<std::size_t> path{from};
    std::vector<std::size_t> next{0}; ///< of each on the path: which use to follow
    std::vector<char> seen(uses.size(), 0);
    while (!path.empty()) {
        const std::vector<std::size_t> &of = uses[path.back()];
        if (next.back() == of.size()) {
            path.pop_back();
            next.pop_back();
            continue;
        }
        const std::size_t to = of[next.back()++];
        if (to == from)
            return path;
        if (std::exchange(seen[to], 1) == 0) {
            path.push_back(to);
            next.push_back(0);
        }
    }
    return {};
}

QString problemOf(const DerivedDefinition &definition, std::size_t index,
                  const QHash<QString, std::size_t> &byName)
{
    if (definition.name.trimmed().isEmpty())
        return Words::tr("The derived signal has no name.");
    if (definition.name.size() > DerivedDefinition::maxName)
        return Words::tr("The name is longer than %1 characters.").arg(DerivedDefinition::maxName);
    if (byName.value(definition.name) != index)
        return Words::tr("There is another derived signal \"%1\".").arg(definition.name);
    if (index >= DerivedDefinition::most)
        return Words::tr("There are more than %1 derived signals.").arg(DerivedDefinition::most);
    return {};
}

} // namespace

QString derivedSourceName()
{
    return Words::tr("Derived signals");
}

QJsonObject DerivedDefinition::toJson() const
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"expression"_s, expression},
            {u"unit"_s, unit},
            {u"description"_s, description},
            {u"enabled"_s, enabled}};
}

Result<DerivedDefinition> DerivedDefinition::fromJson(const QJsonObject &object)
{
    DerivedDefinition out;
    out.id = object.value("id"_L1).toString();
    out.name = object.value("name"_L1).toString();
    out.expression = object.value("expression"_L1).toString();
    out.unit = object.value("unit"_L1).toString();
    out.description = object.value("description"_L1).toString();
    out.enabled = object.value("enabled"_L1).toBool(true);
    if (out.name.isEmpty() || out.expression.isEmpty())
        return failure(Words::tr("A derived signal has no name or no expression."));
    if (out.id.isEmpty())
        out.id = out.name;
    return out;
}

QStringList problemsOf(const std::vector<DerivedDefinition> &definitions)
{
    QStringList out;
    QHash<QString, std::size_t> byName;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        if (!byName.contains(definitions[i].name))
            byName.insert(definitions[i].name, i);
    }
    const QString device = QLatin1StringView(derivedDeviceName) + u'/';
    const QString longDevice = derivedSourceName() + u':' + device;
    Uses uses(definitions.size());
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        out += problemOf(definitions[i], i, byName);
        if (!out.back().isEmpty())
            continue;
        const auto parsed = analysis::Expression::parse(definitions[i].expression);
        if (!parsed) {
            out.back() = parsed.error().text;
            continue;
        }
        if (parsed->signalNames().empty())
            out.back() = Words::tr("The expression uses no signal, so there is nothing to compute "
                                   "it from.");
        for (const analysis::SignalName &signal : parsed->signalNames()) {
            if (!signal.quoted)
                out.back() = Words::tr("%1 is no signal; write \"device/signal\" in double quotes.")
                                 .arg(signal.name);
            for (const QString &prefix : {device, longDevice}) {
                if (!signal.name.startsWith(prefix))
                    continue;
                const auto it = byName.constFind(signal.name.sliced(prefix.size()));
                if (it != byName.constEnd())
                    uses[i].push_back(*it);
            }
        }
    }
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const std::vector<std::size_t> cycle =
            out[qsizetype(i)].isEmpty() ? cycleThrough(i, uses) : std::vector<std::size_t>();
        if (cycle.empty())
            continue;
        QStringList names;
        for (const std::size_t at : cycle)
            names += definitions[at].name;
        names += definitions[i].name;
        out[qsizetype(i)] =
            Words::tr("It is computed from itself: %1. One of them must use another signal.")
                .arg(names.join(u" \u2190 "_s));
    }
    return out;
}

QJsonArray derivedToJson(const std::vector<DerivedDefinition> &definitions)
{
    QJsonArray array;
    for (const DerivedDefinition &definition : definitions)
        array.append(definition.toJson());
    return array;
}

Result<std::vector<DerivedDefinition>> derivedFromJson(const QJsonArray &array)
{
    std::vector<DerivedDefinition> out;
    for (const QJsonValue &value : array) {
        auto definition = DerivedDefinition::fromJson(value.toObject());
        if (!definition)
            return tl::unexpected(definition.error());
        if (out.size() == DerivedDefinition::most)
            return failure(
                Words::tr("There are more than %1 derived signals.").arg(DerivedDefinition::most));
        out.push_back(std::move(*definition));
    }
    return out;
}

Result<> writeDerived(const QString &path, const std::vector<DerivedDefinition> &definitions)
{
    const QJsonObject root{{u"format"_s, QString(formatName)},
                           {u"version"_s, formatVersion},
                           {u"derived"_s, derivedToJson(definitions)}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0
        || !file.commit())
        return failure(Words::tr("The derived signals were not written to \"%1\": %2.")
                           .arg(path, file.errorString()),
                       ErrorCode::Io);
    return {};
}

Result<std::vector<DerivedDefinition>> readDerived(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::vector<DerivedDefinition>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Words::tr("The derived signals in \"%1\" cannot be read: %2.")
                           .arg(path, file.errorString()),
                       ErrorCode::Io);
    if (file.size() > maxBytes)
        return failure(Words::tr("\"%1\" is too large to be a file of derived signals.").arg(path));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return failure(Words::tr("\"%1\" is not a file of derived signals: %2.")
                           .arg(path, error.errorString()));
    if (root.value("format"_L1) != formatName)
        return failure(Words::tr("\"%1\" is not a file of derived signals.").arg(path));
    if (root.value("version"_L1).toInt() > formatVersion)
        return failure(
            Words::tr("\"%1\" was written by a newer version of this program.").arg(path),
            ErrorCode::Unsupported);
    return derivedFromJson(root.value("derived"_L1).toArray());
}

} // namespace ingest
