// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/conversion.h"

#include <QCoreApplication>

#include <array>
#include <iterator>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>

namespace analysis {

namespace {

using Real = long double;

enum class Dimension {
    Temperature,
    Pressure,
    Length,
    Area,
    Volume,
    Mass,
    Density,
    Time,
    Speed,
    Acceleration,
    VolumeFlow,
    MassFlow,
    Force,
    Torque,
    Energy,
    Power,
    ApparentPower,
    ReactivePower,
    Angle,
    Frequency,
    Ratio,
    Data,
    DataRate,
    Voltage,
    Current,
    Resistance,
    Conductance,
    Charge,
    Capacitance,
    Inductance,
    Illuminance,
    Count
};

const char *const dimensionNames[] = {
    QT_TRANSLATE_NOOP("AnalysisUnits", "temperature"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "pressure"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "length"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "area"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "volume"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "mass"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "mass per volume"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "time"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "speed"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "acceleration"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "volume flow"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "mass flow"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "force"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "torque"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "energy"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "power"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "apparent power"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "reactive power"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "angle"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "frequency"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "a ratio"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "an amount of data"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "a data rate"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "voltage"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "current"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "resistance"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "conductance"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "charge"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "capacitance"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "inductance"),
    QT_TRANSLATE_NOOP("AnalysisUnits", "illuminance"),
};
static_assert(std::size(dimensionNames) == static_cast<std::size_t>(Dimension::Count));

/// Temperatures go through Celsius, so that the fixed points (0, 32, 100, 212) come out exact.
enum class Scale { Linear, Celsius, Kelvin, Fahrenheit };

struct Unit
{
    std::string_view names; ///< separated by spaces; the first is the usual one
    Dimension dimension;
    Real factor = 1; ///< in the base unit of the dimension
    bool prefixes = false; ///< n, µ/u, m, k, M, G, T may stand in front
    Scale scale = Scale::Linear;
};

constexpr Real pi = std::numbers::pi_v<Real>;
constexpr Real atmosphere = 101325;
constexpr Real pound = 0.45359237L;
constexpr Real gravity = 9.80665L;
constexpr Real inch = 0.0254L;
constexpr Real usGallon = 231 * inch * inch * inch;
constexpr Real kibi = 1024;
using enum Dimension;

constexpr Unit units[] = {
    {"degC °C ℃ celsius Cel", Temperature, 1, false, Scale::Celsius},
    {"K kelvin", Temperature, 1, false, Scale::Kelvin},
    {"degF °F ℉ fahrenheit", Temperature, 1, false, Scale::Fahrenheit},
    {"Pa", Pressure, 1, true},
    {"hPa", Pressure, 100},
    {"bar", Pressure, 100'000, true},
    {"psi lbf/in²", Pressure, pound *gravity / (inch * inch)},
    {"atm", Pressure, atmosphere},
    {"mmHg", Pressure, 133.322387415L},
    {"Torr torr", Pressure, atmosphere / 760},
    {"inHg", Pressure, 3386.389L},
    {"mmH2O mmH₂O", Pressure, 9.80665L},
    {"inH2O inH₂O", Pressure, 249.08891L},
    {"m", Length, 1, true},
    {"cm", Length, 0.01L},
    {"in inch", Length, inch},
    {"ft", Length, 12 * inch},
    {"yd", Length, 36 * inch},
    {"mi mile", Length, 63'360 * inch},
    {"nmi", Length, 1852},
    {"m² m2 m^2", Area, 1},
    {"mm² mm2 mm^2", Area, 1e-6L},
    {"cm² cm2 cm^2", Area, 1e-4L},
    {"km² km2 km^2", Area, 1e6L},
    {"ha", Area, 1e4L},
    {"ft² ft2 ft^2", Area, 144 * inch *inch},
    {"m³ m3 m^3", Volume, 1},
    {"cm³ cm3 cm^3", Volume, 1e-6L},
    {"L l litre liter", Volume, 0.001L, true},
    {"ft³ ft3 ft^3", Volume, 1728 * inch *inch *inch},
    {"gal", Volume, usGallon},
    {"bbl", Volume, 42 * usGallon},
    {"g", Mass, 0.001L, true},
    {"t tonne", Mass, 1000},
    {"lb lbs", Mass, pound},
    {"oz", Mass, pound / 16},
    {"kg/m³ kg/m3 g/L g/l", Density, 1},
    {"g/m³ g/m3 mg/L mg/l", Density, 1e-3L},
    {"mg/m³ mg/m3 µg/L ug/L", Density, 1e-6L},
    {"µg/m³ ug/m3 µg/m3 ug/m³", Density, 1e-9L},
    {"g/cm³ g/cm3", Density, 1000},
    {"s sec second seconds", Time, 1, true},
    {"min minute minutes", Time, 60},
    {"h hour hours", Time, 3600},
    {"d day days", Time, 86'400},
    {"week weeks", Time, 604'800},
    {"m/s", Speed, 1},
    {"mm/s", Speed, 0.001L},
    {"cm/s", Speed, 0.01L},
    {"m/min", Speed, 1 / 60.0L},
    {"km/h kph", Speed, 1 / 3.6L},
    {"mph", Speed, 63'360 * inch / 3600},
    {"ft/s", Speed, 12 * inch},
    {"kn kt", Speed, 1852 / 3600.0L},
    {"m/s² m/s2 m/s^2", Acceleration, 1},
    {"mm/s² mm/s2", Acceleration, 0.001L},
    {"gn g0", Acceleration, gravity},
    {"m³/s m3/s", VolumeFlow, 1},
    {"m³/h m3/h", VolumeFlow, 1 / 3600.0L},
    {"m³/min m3/min", VolumeFlow, 1 / 60.0L},
    {"L/s l/s", VolumeFlow, 0.001L},
    {"L/min l/min lpm", VolumeFlow, 0.001L / 60},
    {"L/h l/h", VolumeFlow, 0.001L / 3600},
    {"gpm gal/min", VolumeFlow, usGallon / 60},
    {"cfm ft³/min", VolumeFlow, 1728 * inch *inch *inch / 60},
    {"kg/s", MassFlow, 1},
    {"kg/h", MassFlow, 1 / 3600.0L},
    {"kg/min", MassFlow, 1 / 60.0L},
    {"t/h", MassFlow, 1 / 3.6L},
    {"g/s", MassFlow, 0.001L},
    {"lb/h", MassFlow, pound / 3600},
    {"N", Force, 1, true},
    {"lbf", Force, pound *gravity},
    {"kgf", Force, gravity},
    {"N·m Nm N.m", Torque, 1},
    {"mN·m mNm", Torque, 0.001L},
    {"kN·m kNm", Torque, 1000},
    {"lbf·ft lbf.ft", Torque, pound *gravity * 12 * inch},
    {"J", Energy, 1, true},
    {"Wh W·h", Energy, 3600, true},
    {"cal", Energy, 4.184L, true},
    {"BTU Btu", Energy, 1055.05585262L},
    {"eV", Energy, 1.602176634e-19L, true},
    {"W", Power, 1, true},
    {"hp", Power, 550 * 12 * inch *pound *gravity},
    {"PS", Power, 75 * gravity},
    {"BTU/h Btu/h", Power, 1055.05585262L / 3600},
    {"VA V·A", ApparentPower, 1, true},
    {"var VAr VAR", ReactivePower, 1, true},
    {"rad", Angle, 1, true},
    {"deg °", Angle, pi / 180},
    {"turn rev", Angle, 2 * pi},
    {"gon", Angle, pi / 200},
    {"Hz 1/s", Frequency, 1, true},
    {"rpm RPM 1/min r/min", Frequency, 1 / 60.0L},
    {"rps", Frequency, 1},
    {"1/h", Frequency, 1 / 3600.0L},
    {"rad/s", Frequency, 1 / (2 * pi)},
    {"deg/s °/s", Frequency, 1 / 360.0L},
    {"ratio 1", Ratio, 1},
    {"% percent pct", Ratio, 0.01L},
    {"‰ permille", Ratio, 0.001L},
    {"ppm", Ratio, 1e-6L},
    {"ppb", Ratio, 1e-9L},
    {"B byte bytes", Data, 1, true},
    {"bit bits", Data, 0.125L, true},
    {"KiB", Data, kibi},
    {"MiB", Data, kibi *kibi},
    {"GiB", Data, kibi *kibi *kibi},
    {"TiB", Data, kibi *kibi *kibi *kibi},
    {"B/s", DataRate, 1, true},
    {"bit/s bps", DataRate, 0.125L, true},
    {"KiB/s", DataRate, kibi},
    {"MiB/s", DataRate, kibi *kibi},
    {"V", Voltage, 1, true},
    {"A", Current, 1, true},
    {"Ohm ohm Ω Ω", Resistance, 1, true},
    {"S", Conductance, 1, true},
    {"C", Charge, 1, true},
    {"Ah A·h", Charge, 3600, true},
    {"F", Capacitance, 1, true},
    {"H", Inductance, 1, true},
    {"lx lux", Illuminance, 1, true},
};

struct Prefix
{
    std::string_view text;
    Real factor;
};
constexpr Prefix prefixes[] = {{"p", 1e-12L}, {"n", 1e-9L}, {"µ", 1e-6L}, {"μ", 1e-6L},
                               {"u", 1e-6L},  {"m", 1e-3L}, {"k", 1e3L},  {"M", 1e6L},
                               {"G", 1e9L},   {"T", 1e12L}};

bool hasName(std::string_view names, std::string_view name)
{
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name)
            return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

struct Found
{
    Dimension dimension;
    Real factor;
    Scale scale;
};

std::optional<Found> find(QStringView text)
{
    constexpr qsizetype longest = 16;
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longest)
        return {};
    const std::string name = trimmed.toString().toStdString();
    for (const Unit &unit : units) {
        if (hasName(unit.names, name))
            return Found{unit.dimension, unit.factor, unit.scale};
    }
    for (const Prefix &prefix : prefixes) {
        if (!name.starts_with(prefix.text))
            continue;
        const std::string_view rest = std::string_view(name).substr(prefix.text.size());
        for (const Unit &unit : units) {
            if (unit.prefixes && hasName(unit.names, rest))
                return Found{unit.dimension, unit.factor * prefix.factor, unit.scale};
        }
    }
    return {};
}

QString nameOf(Dimension dimension)
{
    return QCoreApplication::translate("AnalysisUnits",
                                       dimensionNames[static_cast<std::size_t>(dimension)]);
}

Conversion temperatures(Scale from, Scale to)
{
    constexpr double zeroCelsius = 273.15; // kelvin
    constexpr double freezing = 32; // degrees Fahrenheit
    Conversion out;
    if (from == to)
        return out;
    if (from == Scale::Kelvin)
        out.subtract = zeroCelsius;
    if (from == Scale::Fahrenheit) {
        out.subtract = freezing;
        out.multiply = 5;
        out.divide = 9;
    }
    if (to == Scale::Kelvin)
        out.add = zeroCelsius;
    if (to == Scale::Fahrenheit) {
        out.multiply = 9;
        out.divide = 5;
        out.add = freezing;
    }
    return out;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisUnits)
};

} // namespace

base::Result<Conversion> conversionBetween(QStringView from, QStringView to)
{
    const auto source = find(from);
    const auto target = find(to);
    if (!source || !target)
        return base::failure(
            Words::tr("“%1” is not a unit that is known here.").arg(source ? to : from));
    if (source->dimension != target->dimension)
        return base::failure(Words::tr("“%1” (%2) cannot be converted to “%3” (%4).")
                                 .arg(from.toString(), nameOf(source->dimension), to.toString(),
                                      nameOf(target->dimension)));
    if (source->dimension == Dimension::Temperature)
        return temperatures(source->scale, target->scale);
    Conversion out;
    if (source->factor >= target->factor)
        out.multiply = static_cast<double>(source->factor / target->factor);
    else
        out.divide = static_cast<double>(target->factor / source->factor);
    return out;
}

QString dimensionOf(QStringView unit)
{
    const auto found = find(unit);
    return found ? nameOf(found->dimension) : QString();
}

bool sameUnit(QStringView a, QStringView b)
{
    if (a == b)
        return true;
    const auto first = find(a);
    const auto second = find(b);
    return first && second && first->dimension == second->dimension
        && first->factor == second->factor && first->scale == second->scale;
}

} // namespace analysis
