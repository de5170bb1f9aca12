// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

class JsonWriter;

/// Members grouped by part of the machine: {"motor":{"temperature":{"value":41.2,"unit":"°C"}}}.
void writeReadings(JsonWriter &json, const Device &device, const Snapshot &now);
/// {"model":...,"version":...,"label":...,"confidence":...}.
void writeVerdict(JsonWriter &json, const Verdict &verdict);

/// Nested JSON as many home-grown gateways send it: SITE/DEVICE/telemetry with ts in milliseconds,
/// availability beside it; over MQTT 5 with content type and user properties. Cameras send a JPEG
/// now and then on SITE/DEVICE/snapshot.
class PlainJson final : public Dialect
{
public:
    PlainJson(Devices devices, int version);

    int mqttVersion() const override { return m_version; }
    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    int m_version;
    std::string m_base;
};

/// One bare number per topic, SITE/DEVICE/QUANTITY, with SITE/DEVICE/status beside it; the model's
/// answer is one JSON object on SITE/DEVICE/inference.
class Scalars final : public Dialect
{
public:
    explicit Scalars(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    std::string m_base;
};

} // namespace fleet
