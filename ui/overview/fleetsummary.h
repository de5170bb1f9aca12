// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"
#include "models/telemetry/predictionbook.h"
#include "ui/widgets/page.h"

#include <vector>

namespace ui {

using base::TimeNs;

/// How much something needs a person; the numbers are alarm priorities.
enum class Urgency : quint8 { Critical = 1, High = 2, Medium = 3, Low = 4 };

/// One connection as the overview sees it.
struct LinkState
{
    QString id; ///< profile id
    QString name;
    telemetry::SourceId source = 0;
    bool up = false;
    bool wanted = true; ///< asked to run
    bool givenUp = false; ///< will not try again by itself
    TimeNs since = 0;
    QString sentence;
};

/// Something that needs a person.
struct Need
{
    QString key;
    Urgency urgency = Urgency::Medium;
    QString subject; ///< device or connection, made safe to show
    QString what;
    TimeNs since = base::noTime;
    QString cause;
    QString link; ///< word on the link: "Open trend"
    Destination destination;
};

struct SiteFigures
{
    QString site;
    int well = 0; ///< asleep by agreement included
    int suspect = 0;
    int stale = 0;
    int offline = 0;
};

/// One model version over all devices that run it.
struct ModelFigures
{
    QString model;
    QString version;
    int devices = 0;
    double confidence = 0; ///< recent mean over its devices, weighted alike
    double below = 0; ///< share of all answers below the limit
    bool low = false; ///< a device is below now, or the mean is
};

/// What the overview is made from; plain copies.
struct FleetInput
{
    std::vector<devices::DeviceRecord> devices;
    std::vector<telemetry::ConfidenceRecord> confidences;
    std::vector<LinkState> links;
    double limit = 0.85;
    TimeNs confidenceFor = 300 * base::nsPerSecond; ///< below for longer needs somebody
    TimeNs now = 0;
    QString storeProblem;
};

/// The fleet in words and numbers.
struct FleetSummary
{
    int devices = 0;
    int well = 0;
    int gateways = 0; ///< that carry the devices' messages
    std::vector<Need> needs; ///< most urgent first, then longest
    std::vector<SiteFigures> sites; ///< by name
    std::vector<ModelFigures> models; ///< lowest confidence first
    double confidence = -1; ///< mean of recent means, -1: no model answers
    int modelsBelow = 0; ///< device x model x version below the limit now

    QString headline() const; ///< "38 of 40 devices are well; 2 need you"
    QString second(TimeNs now) const; ///< names the worst; empty when nothing needs anybody
};

/// Pure; a few ms for 10,000 devices. GUI thread (translates).
FleetSummary summarise(const FleetInput &input);

/// The site of a device, or "No site".
QString siteName(const devices::DeviceRecord &device);

} // namespace ui
