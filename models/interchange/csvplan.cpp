// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvplan.h"

#include "models/interchange/notices.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

constexpr std::array kinds = {"number"_L1, "integer"_L1, "bool"_L1, "text"_L1};
constexpr std::array uses = {"signal"_L1, "time"_L1,      "date"_L1,    "timeOfDay"_L1,
                             "device"_L1, "rowNumber"_L1, "ignored"_L1, "valueType"_L1};
constexpr std::array sources = {"text"_L1, "epoch"_L1, "relative"_L1, "rowIndex"_L1};
constexpr std::array orders = {"yearFirst"_L1, "dayFirst"_L1, "monthFirst"_L1};

template <class Enum, std::size_t N>
QString word(Enum value, const std::array<QLatin1StringView, N> &words)
{
    return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
bool fromWord(const QJsonValue &json, const std::array<QLatin1StringView, N> &words, Enum &out)
{
    const QString text = json.toString();
    for (std::size_t index = 0; index < N; ++index) {
        if (text == words[index]) {
            out = static_cast<Enum>(index);
            return true;
        }
    }
    return false;
}

QJsonObject dialectToJson(const CsvDialect &dialect)
{
    return {{u"encoding"_s, encodingName(dialect.encoding)},
            {u"delimiter"_s, QString(QLatin1Char(dialect.delimiter))},
            {u"mergeDelimiters"_s, dialect.mergeDelimiters},
            {u"quote"_s, dialect.quote == '\0' ? QString() : QString(QLatin1Char(dialect.quote))},
            {u"decimalComma"_s, dialect.decimalComma},
            {u"header"_s, dialect.header},
            {u"formulaPrefix"_s, dialect.formulaPrefix},
            {u"skipLines"_s, dialect.skipLines}};
}

bool dialectFromJson(const QJsonObject &json, CsvDialect &out)
{
    const auto encoding = encodingFromName(json[u"encoding"_s].toString());
    const QByteArray delimiter = json[u"delimiter"_s].toString().toLatin1();
    const QByteArray quote = json[u"quote"_s].toString().toLatin1();
    out = {.encoding = encoding.value_or(Encoding::Utf8),
           .delimiter = delimiter.isEmpty() ? ',' : delimiter.front(),
           .mergeDelimiters = json[u"mergeDelimiters"_s].toBool(),
           .quote = quote.isEmpty() ? '\0' : quote.front(),
           .decimalComma = json[u"decimalComma"_s].toBool(),
           .header = json[u"header"_s].toBool(),
           .formulaPrefix = json[u"formulaPrefix"_s].toBool(),
           .skipLines = json[u"skipLines"_s].toInt()};
    return encoding && delimiter.size() == 1 && quote.size() <= 1 && out.skipLines >= 0;
}

} // namespace

int CsvPlan::columnFor(CsvColumn::Use use) const
{
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (columns[index].use == use)
            return static_cast<int>(index);
    return -1;
}

QJsonObject CsvPlan::toJson() const
{
    QJsonArray list;
    for (const CsvColumn &column : columns)
        list.append(QJsonObject{{u"header"_s, column.header},
                                {u"name"_s, column.name},
                                {u"unit"_s, column.unit},
                                {u"kind"_s, word(column.kind, kinds)},
                                {u"use"_s, word(column.use, uses)}});
    // Nanoseconds as text: a JSON number passes through a double.
    return {{u"version"_s, 1},
            {u"dialect"_s, dialectToJson(dialect)},
            {u"columns"_s, list},
            {u"time"_s,
             QJsonObject{{u"source"_s, word(time.source, sources)},
                         {u"order"_s, word(time.order, orders)},
                         {u"zone"_s, time.zone},
                         {u"unitNs"_s, QString::number(time.unit)},
                         {u"startNs"_s, QString::number(time.start)}}},
            {u"missing"_s, QJsonArray::fromStringList(missing)},
            {u"device"_s, device},
            {u"fingerprint"_s, fingerprint}};
}

base::Result<CsvPlan> CsvPlan::fromJson(const QJsonObject &object)
{
    CsvPlan plan;
    bool good = object[u"version"_s].toInt() == 1
        && dialectFromJson(object[u"dialect"_s].toObject(), plan.dialect);
    for (const QJsonValue &value : object[u"columns"_s].toArray()) {
        const QJsonObject json = value.toObject();
        CsvColumn &column = plan.columns.emplace_back();
        column.header = json[u"header"_s].toString();
        column.name = json[u"name"_s].toString();
        column.unit = json[u"unit"_s].toString();
        good = good && fromWord(json[u"kind"_s], kinds, column.kind)
            && fromWord(json[u"use"_s], uses, column.use);
    }
    const QJsonObject time = object[u"time"_s].toObject();
    plan.time.zone = time[u"zone"_s].toString();
    bool unit = false;
    bool start = false;
    plan.time.unit = time[u"unitNs"_s].toString().toLongLong(&unit);
    plan.time.start = time[u"startNs"_s].toString().toLongLong(&start);
    good = good && unit && start && fromWord(time[u"source"_s], sources, plan.time.source)
        && fromWord(time[u"order"_s], orders, plan.time.order);
    for (const QJsonValue &mark : object[u"missing"_s].toArray())
        plan.missing.append(mark.toString());
    plan.device = object[u"device"_s].toString();
    plan.fingerprint = object[u"fingerprint"_s].toString();
    if (!good)
        return base::failure(Tr::tr("The remembered way to read this table is damaged."));
    return plan;
}

base::Result<> CsvPlan::check() const
{
    using Use = CsvColumn::Use;
    if (columns.empty() || columns.size() > CsvRecords::maxFields)
        return base::failure(Tr::tr("The table has no columns."));
    for (const Use use : {Use::Time, Use::Date, Use::TimeOfDay, Use::Device}) {
        int count = 0;
        for (const CsvColumn &column : columns)
            count += column.use == use;
        if (count > 1)
            return base::failure(
                Tr::tr("More than one column is marked as %1; choose one.").arg(word(use, uses)));
    }
    const bool whole = columnFor(Use::Time) >= 0;
    const bool parts = columnFor(Use::Date) >= 0 || columnFor(Use::TimeOfDay) >= 0;
    if (whole && parts)
        return base::failure(Tr::tr("Choose either one time column, or a date and a time of day."));
    if (columnFor(Use::TimeOfDay) >= 0 && columnFor(Use::Date) < 0)
        return base::failure(Tr::tr("A time of day needs a date column beside it."));
    if (time.source == CsvTime::Source::Text && !whole && !parts)
        return base::failure(Tr::tr("Choose the column that holds the time."));
    const bool number =
        time.source == CsvTime::Source::Epoch || time.source == CsvTime::Source::Relative;
    if (number && !whole)
        return base::failure(Tr::tr("Choose the column that holds the time."));
    if (time.unit <= 0)
        return base::failure(Tr::tr("The unit or period of time must be more than 0."));
    if (!QTimeZone(time.zone.toUtf8()).isValid())
        return base::failure(Tr::tr("There is no time zone named %1.").arg(time.zone));
    if (columnFor(Use::Signal) < 0)
        return base::failure(Tr::tr("No column is left to be a signal."));
    return {};
}

} // namespace interchange
