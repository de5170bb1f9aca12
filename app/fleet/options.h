// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/link.h"
#include "app/fleet/training.h"
#include "models/base/result.h"

#include <QStringList>

namespace fleet {

struct FaultOrder
{
    FaultKind kind = FaultKind::Drift;
    std::string device; ///< "*" means every device
    double at = 0; ///< s of the fleet's clock
    double duration = 300;
};

struct FleetOptions
{
    int devices = 40;
    double rate = 1; ///< messages of a device per second
    double speed = 1; ///< how much faster physics and scenario run than the wall clock
    double seconds = 0; ///< 0: until stopped
    std::uint64_t seed = 1;
    bool lively = true;
    std::vector<FaultOrder> faults;
};

struct CsvOptions
{
    QString file;
    std::string topic = "csv";
    QString deviceColumn;
    QString timeColumn;
    double speed = 1; ///< 0: as fast as the broker takes it
    double seconds = 0;
    bool loop = false;
    bool senml = false;
    bool now = false;
};

struct TrainingOptions
{
    MachineKind kind = MachineKind::Pump;
    int rows = 1000;
    std::uint64_t seed = 1;
    TrainingRange range = TrainingRange::Field;
};

struct Options
{
    enum class Mode : std::uint8_t { Fleet, Csv, Training, List };
    Mode mode = Mode::Fleet;
    BrokerAddress broker;
    FleetOptions fleet;
    CsvOptions csv;
    TrainingOptions training;
};

/// Reads the command line; a failure is one sentence for the person who typed it. --help and
/// --version end the program.
base::Result<Options> parseOptions(const QStringList &arguments);
/// "KIND:DEVICE[:AT[:DURATION]]".
base::Result<FaultOrder> parseFault(const QString &text);

} // namespace fleet
