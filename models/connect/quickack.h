// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace base {

/// Acknowledges what came on a TCP socket at once. Linux delays acknowledgements for up to 40 ms,
/// and a broker that gathers small packets (Nagle; mosquitto does unless told otherwise) holds the
/// next message back until they come. Not lasting: call it after each read. tcp(7), TCP_QUICKACK.
void acknowledgeAtOnce(qintptr socket);

} // namespace base
