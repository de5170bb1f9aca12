// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"

#include <memory>

namespace decode {

class Workspace;

// The conventions in the order in which a Chain asks them (see chain.cpp).
std::unique_ptr<Convention> makeSparkplug();
std::unique_ptr<Convention> makeHomie();
std::unique_ptr<Convention> makeHomeAssistant();
std::unique_ptr<Convention> makeTasmota();
std::unique_ptr<Convention> makeZigbee2Mqtt();
std::unique_ptr<Convention> makeEspHome();
std::unique_ptr<Convention> makeShelly();
std::unique_ptr<Convention> makeThingsBoard();
std::unique_ptr<Convention> makeAwsShadow();
std::unique_ptr<Convention> makeOpcUaPubSub();

// The general ones share what a chain knows of the topic, and their scratch memory.
std::unique_ptr<Convention> makeSenml(Workspace &workspace);
std::unique_ptr<Convention> makeCloudEvents(Workspace &workspace);
std::unique_ptr<Convention> makeAvailability(Workspace &workspace);
std::unique_ptr<Convention> makeGenericJson(Workspace &workspace);
std::unique_ptr<Convention> makeImage();
std::unique_ptr<Convention> makeCbor(Workspace &workspace);
std::unique_ptr<Convention> makeScalar(Workspace &workspace);
std::unique_ptr<Convention> makeBinary();

} // namespace decode
