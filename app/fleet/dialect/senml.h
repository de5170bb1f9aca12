// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// Sensor Measurement Lists (RFC 8428) in JSON or CBOR: base name "urn:dev:mac:...", base time, one
/// record a quantity; the model's answer as records inference/label, /confidence, /model, /version.
class Senml final : public Dialect
{
public:
    Senml(Devices devices, bool cbor);

    int mqttVersion() const override { return m_cbor ? 5 : 4; }
    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    bool m_cbor;
    std::string m_base;
};

/// The two forms of one pack, for tests too.
std::string senmlJson(const Device &device, const Snapshot &now);
std::string senmlCbor(const Device &device, const Snapshot &now);

} // namespace fleet
