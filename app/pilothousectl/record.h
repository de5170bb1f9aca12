// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `pilothousectl record --url U --out F [--seconds N|--messages N] [--subscribe FILTER]...
/// [--mqtt 3.1.1|5.0] [--qos N] [--part-size MB] [--part-minutes N] [--json]`: records a broker
/// until the time, the number of messages or SIGINT. Exit 0 recorded, 1 not connected or not
/// everything written, 2 usage.
int record(const QStringList &arguments);

/// `pilothousectl info F [--json]`: what is in a recording.
int info(const QStringList &arguments);
/// `pilothousectl verify F [--json]`: reads everything; one object per damage. Exit 0 sound, 1
/// damaged, 2 unreadable.
int verify(const QStringList &arguments);
/// `pilothousectl signals F [--json]`: one object per signal: device, signal, unit, samples, first,
/// last.
int signalsOf(const QStringList &arguments);
/// `pilothousectl query F --signal [DEVICE/]S [--from T] [--to T] [--points N] [--json]`: samples,
/// or with --points exact minimum and maximum per bucket.
int query(const QStringList &arguments);

} // namespace ctl
