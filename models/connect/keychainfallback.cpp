// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/secrets.h"

namespace connect {

// Built without QtKeychain.
Secrets *newKeychainSecrets(QObject *parent)
{
    return newSessionSecrets(parent);
}

} // namespace connect
