// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/messagereader.h"

#include <QIODevice>

#include <memory>

namespace connect::capture {

struct CaptureOptions
{
    bool sent = true; ///< what clients publish to the server
    bool received = true; ///< what the server sends to its subscribers
    /// Ports whose connections are taken for MQTT also when their CONNECT is not in the capture.
    std::vector<std::uint16_t> ports = {1883};
};

/// The PUBLISH packets of all MQTT 3.1, 3.1.1 and 5 sessions of a pcap or pcapng file, over TCP on
/// any port and over WebSocket, at the time of the packet that completed them. Each session gives
/// one origin per direction; a message that the server passed on to three captured subscribers
/// comes four times, as it was on the wire. Topic aliases are resolved. Encrypted connections
/// cannot be read. A file without any MQTT ends in an error that says what it holds.
base::Result<std::unique_ptr<interchange::MessageReader>>
openCapture(const QString &path, const CaptureOptions &options = {});
base::Result<std::unique_ptr<interchange::MessageReader>>
openCapture(std::unique_ptr<QIODevice> device, const QString &name,
            const CaptureOptions &options = {});

} // namespace connect::capture
