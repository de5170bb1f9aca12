// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"
#include "app/fleet/jsonwriter.h"
#include "app/fleet/wallclock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr double scenarioPeriod = 900; // s, then it starts over

std::string answer(bool ok, std::string_view text)
{
    JsonWriter json;
    json.object().key("ok").boolean(ok).key("text").text(text).endObject();
    return json.take();
}

struct Act
{
    FaultKind kind;
    std::string_view device;
    double at;
    double duration;
};

// The gentle scenario: something to see in the first minutes, nothing that drowns the rest.
constexpr std::array<Act, 5> acts{{
    {FaultKind::Drift, "pump-04", 20, 300},
    {FaultKind::Flapping, "meter-02", 45, 120},
    {FaultKind::Stuck, "hvac-05", 60, 240},
    {FaultKind::Noise, "vibration-02", 150, 60},
    {FaultKind::Overconfident, "camera-01", 200, 180},
}};

} // namespace

void Fleet::plan(const FaultOrder &order, double now)
{
    for (const auto &device : m_roster.devices) {
        if (order.device == "*" || order.device == device->name())
            device->addFault(order.kind, now + order.at, order.duration);
    }
}

void Fleet::planScenario()
{
    const double now = fleetTime(monotonicSeconds());
    if (!m_options.lively || now < m_nextScenario)
        return;
    if (m_nextScenario == 0) { // two machines whose true state wavers, so that their models do too
        for (const auto &device : m_roster.devices) {
            if (device->name() == "pump-05" || device->name() == "vibration-01")
                device->setBreathing(1, 0.34, 240);
        }
    }
    m_nextScenario = now + scenarioPeriod;
    for (const Act &act : acts)
        plan({act.kind, std::string(act.device), act.at, act.duration}, now);
}

std::string Fleet::order(std::string_view json)
{
    const QByteArray bytes(json.data(),
                           static_cast<qsizetype>(std::min<std::size_t>(json.size(), 4096)));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const bool clears = object.contains("clear"_L1);
    const std::string name =
        object.value(clears ? "clear"_L1 : "device"_L1).toString().toStdString();
    const bool known = name == "*"
        || std::ranges::any_of(m_roster.devices,
                               [&name](const auto &device) { return device->name() == name; });
    if (!known)
        return answer(
            false,
            "no device of this name; send {\"fault\":KIND,\"device\":NAME} or {\"clear\":NAME}");
    if (clears) {
        for (const auto &device : m_roster.devices) {
            if (name == "*" || name == device->name())
                device->clearFaults();
        }
        return answer(true, "cleared " + name);
    }
    const auto kind = faultByName(object.value("fault"_L1).toString().toStdString());
    const double after = object.value("after"_L1).toDouble(0);
    const double seconds = object.value("seconds"_L1).toDouble(300);
    if (!kind || after < 0 || seconds <= 0)
        return answer(false,
                      "fault is drift, stuck, noise, dropout, overconfident, flapping or anomaly; "
                      "after and seconds are positive");
    plan({*kind, name, after, seconds}, fleetTime(monotonicSeconds()));
    return answer(true, std::string(faultName(*kind)) + " at " + name);
}

} // namespace fleet
