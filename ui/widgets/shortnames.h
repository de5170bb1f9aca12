// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui {

/// Names as short as they can be told apart by: of "Harbour works/edge-1/pump-01" the last parts
/// between slashes that no other name ends with. In the order given; equal names stay whole.
QStringList shortNames(const QStringList &names);

} // namespace ui
