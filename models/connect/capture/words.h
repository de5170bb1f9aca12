// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace connect::capture {

/// Translation context of what is said about captures.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(connect::capture)
};

} // namespace connect::capture
