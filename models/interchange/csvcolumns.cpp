// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/units.h"
#include "models/interchange/csvexport.h"
#include "models/interchange/csvtable.h"
#include "models/interchange/notices.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

/// Symbols that round brackets may hold: "CO(GT)" and "Pressure (mean)" have none.
bool isKnownUnit(const QString &text)
{
    static const QStringList known{
        u"%"_s,     u"°C"_s,    u"°F"_s,    u"C"_s,     u"F"_s,       u"K"_s,          u"V"_s,
        u"mV"_s,    u"kV"_s,    u"A"_s,     u"mA"_s,    u"W"_s,       u"kW"_s,         u"MW"_s,
        u"Wh"_s,    u"kWh"_s,   u"VA"_s,    u"kVA"_s,   u"var"_s,     u"kvar"_s,       u"Hz"_s,
        u"kHz"_s,   u"MHz"_s,   u"rpm"_s,   u"RPM"_s,   u"1/min"_s,   u"min-1"_s,      u"s"_s,
        u"ms"_s,    u"us"_s,    u"µs"_s,    u"ns"_s,    u"min"_s,     u"h"_s,          u"d"_s,
        u"m"_s,     u"mm"_s,    u"cm"_s,    u"km"_s,    u"µm"_s,      u"um"_s,         u"in"_s,
        u"ft"_s,    u"m/s"_s,   u"mm/s"_s,  u"km/h"_s,  u"mph"_s,     u"m/s2"_s,       u"m/s²"_s,
        u"m/s^2"_s, u"g"_s,     u"kg"_s,    u"t"_s,     u"mg"_s,      u"N"_s,          u"kN"_s,
        u"Nm"_s,    u"N·m"_s,   u"Pa"_s,    u"hPa"_s,   u"kPa"_s,     u"MPa"_s,        u"bar"_s,
        u"mbar"_s,  u"psi"_s,   u"psia"_s,  u"l"_s,     u"L"_s,       u"ml"_s,         u"l/min"_s,
        u"L/min"_s, u"l/h"_s,   u"m3"_s,    u"m³"_s,    u"m3/h"_s,    u"m³/h"_s,       u"ppm"_s,
        u"ppb"_s,   u"lx"_s,    u"lux"_s,   u"dB"_s,    u"dBA"_s,     u"dBm"_s,        u"°"_s,
        u"deg"_s,   u"rad"_s,   u"degC"_s,  u"degF"_s,  u"Celsius"_s, u"Fahrenheit"_s, u"µg/m³"_s,
        u"ug/m3"_s, u"µg/m3"_s, u"mg/m3"_s, u"mg/m³"_s, u"g/m3"_s,    u"g/kg"_s,       u"W/m2"_s,
        u"W/m²"_s,  u"J"_s,     u"kJ"_s,    u"MJ"_s,    u"GJ"_s,      u"Ohm"_s,        u"Ω"_s,
        u"kΩ"_s,    u"pH"_s,    u"µS/cm"_s, u"uS/cm"_s, u"NTU"_s,     u"B"_s,          u"kB"_s,
        u"MB"_s,    u"%RH"_s,   u"counts"_s};
    return known.contains(text);
}

/// Neither a number nor a time.
bool isWord(std::string_view cell, bool decimalComma)
{
    const CellKind kind = kindOfCell(cell, decimalComma);
    if (kind == CellKind::Bool)
        return true;
    if (kind != CellKind::Text)
        return false;
    for (const DateOrder order : {DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst})
        if (readDateTime(trimmedCell(cell), order))
            return false;
    return true;
}

} // namespace

std::pair<QString, QString> splitUnit(const QString &header)
{
    static const QRegularExpression square(u"^(.*\\S)\\s*\\[([^\\[\\]]{1,32})\\]\\s*$"_s);
    static const QRegularExpression round(u"^(.*\\S)\\s*[({]([^(){}]{1,16})[)}]\\s*$"_s);
    const QString name = header.trimmed();
    const auto inSquare = square.match(name);
    const auto match = inSquare.hasMatch() ? inSquare : round.match(name);
    if (match.hasMatch()) {
        const QString bare = match.captured(1).trimmed();
        const QString unit = match.captured(2).trimmed();
        const std::string combined = bare.toStdString() + '_' + unit.toStdString();
        const std::string_view meant = decode::unitFromName(combined); // "Temp_C" is °C
        bool number = false;
        unit.toDouble(&number);
        if (isKnownUnit(unit) || (inSquare.hasMatch() && !number && unit != "-"_L1))
            return {bare,
                    meant.empty()
                        ? unit
                        : QString::fromUtf8(meant.data(), static_cast<qsizetype>(meant.size()))};
    }
    const std::string text = name.toStdString();
    const std::string_view unit = decode::unitFromName(text);
    return {name, QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()))};
}

void CsvTable::findDecimalComma()
{
    if (dialect.delimiter == ',')
        return;
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const auto &row : rows) {
        for (const std::string &cell : row) {
            commas +=
                kindOfCell(cell, true) == CellKind::Number && cell.find(',') != std::string::npos;
            points +=
                kindOfCell(cell, false) == CellKind::Number && cell.find('.') != std::string::npos;
        }
    }
    dialect.decimalComma = commas > points;
}

void CsvTable::findHeader()
{
    const std::vector<std::string> first = rows.front();
    std::size_t names = 0;
    std::size_t empty = 0;
    std::size_t typedBelow = 0; // columns of names with values of another kind below
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::string_view cell = trimmedCell(first[i]);
        if (cell.empty()) {
            ++empty;
            continue;
        }
        if (!isWord(cell, dialect.decimalComma))
            continue;
        ++names;
        const std::size_t column = first.size() + 1 == columnCount ? i + 1 : i;
        for (std::size_t row = 1; row < std::min<std::size_t>(rows.size(), 20); ++row) {
            if (column < rows[row].size() && !trimmedCell(rows[row][column]).empty()
                && (!isWord(rows[row][column], dialect.decimalComma)
                    || boolOfCell(rows[row][column]))) {
                ++typedBelow;
                break;
            }
        }
    }
    const std::size_t filled = first.size() - empty;
    const bool header = filled > 0 && names == filled && (typedBelow > 0 || rows.size() == 1);
    headerConfidence = header ? (typedBelow > 0 ? 1 : 0.6) : names > 0 ? 0.6 : 0.9;
    dialect.header = header;
    if (!header)
        return;
    this->header = first;
    rows.erase(rows.begin());
    rowNumberInFront = first.size() + 1 == columnCount;
}

bool CsvTable::isLongExport() const
{
    std::string joined;
    for (const std::string &name : header)
        joined += (joined.empty() ? "" : ",") + name;
    return dialect.delimiter == ',' && joined == csvLongHeader;
}

void CsvTable::findFormulaPrefix()
{
    const auto guarded = [](const std::string &cell) { return withoutPrefix(cell) != cell; };
    dialect.formulaPrefix = (header.size() > 2 && header[0] == "time" && header[1] == "deviceId")
        || std::any_of(header.begin(), header.end(), guarded)
        || std::any_of(rows.begin(), rows.end(), [&](const auto &row) {
                                return std::any_of(row.begin(), row.end(), guarded);
                            });
    if (dialect.formulaPrefix)
        for (std::string &name : header)
            name = withoutPrefix(name);
}

CsvColumn::Kind CsvTable::kindOf(std::size_t column) const
{
    const MissingMarks missing(usualMissing(), dialect.decimalComma);
    std::size_t numbers = 0;
    std::size_t integers = 0;
    std::size_t bools = 0;
    std::size_t texts = 0;
    for (const auto &row : rows) {
        if (column >= row.size() || missing.matches(row[column]))
            continue;
        switch (kindOfCell(row[column], dialect.decimalComma)) {
        case CellKind::Empty:
            break;
        case CellKind::Integer:
            ++integers;
            break;
        case CellKind::Number:
            ++numbers;
            break;
        case CellKind::Bool:
            ++bools;
            break;
        case CellKind::Text:
            ++texts;
            break;
        }
    }
    const std::size_t numeric = numbers + integers;
    if (numeric == 0 && texts == 0 && bools > 0)
        return CsvColumn::Kind::Bool;
    if (texts + bools > numeric / 50) // a few words among numbers are faults of the file
        return CsvColumn::Kind::Text;
    return numbers == 0 && integers > 0 ? CsvColumn::Kind::Integer : CsvColumn::Kind::Number;
}

void CsvTable::describeColumns(CsvGuess &guess) const
{
    std::size_t count = std::max(columnCount, header.size());
    for (std::size_t i = 0; i < count; ++i) {
        CsvColumn &column = guess.plan.columns.emplace_back();
        const std::size_t shift = rowNumberInFront ? 1 : 0;
        if (i < shift) {
            column.name = Tr::tr("row");
            column.use = CsvColumn::Use::RowNumber;
            column.kind = CsvColumn::Kind::Integer;
            continue;
        }
        if (i - shift < header.size())
            column.header = QString::fromStdString(header[i - shift]).trimmed();
        std::tie(column.name, column.unit) = splitUnit(column.header);
        column.kind = kindOf(i);
        const bool empty = std::all_of(rows.begin(), rows.end(), [&](const auto &row) {
            return i >= row.size() || trimmedCell(row[i]).empty();
        });
        if (column.header.isEmpty() && empty)
            column.use = CsvColumn::Use::Ignored;
        else if (column.name.isEmpty())
            column.name = Tr::tr("column %1").arg(i + 1);
    }
    if (isLongExport())
        guess.plan.columns.back().use = CsvColumn::Use::ValueType;
    const auto ignored = std::count_if(
        guess.plan.columns.begin(), guess.plan.columns.end(),
        [](const CsvColumn &column) { return column.use == CsvColumn::Use::Ignored; });
    if (ignored > 0)
        guess.reasons.push_back({CsvReason::About::Columns, 1,
                                 Tr::tr("%n columns without name and values are left out.", nullptr,
                                        static_cast<int>(ignored))});
}

} // namespace interchange
