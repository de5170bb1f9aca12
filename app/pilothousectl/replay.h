// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `pilothousectl replay F --to URL|--print|--samples [--speed X|max] [--from T] [--to-time T]
/// [--prefix TOPIC] [--same-broker] [--json]`: plays a recording onto a broker, prints its messages
/// as JSON lines, or the samples that a replay through the pipeline gives. Exit 0 done, 1 not
/// everything was published, 2 usage or unreadable input.
int replay(const QStringList &arguments);

/// `pilothousectl import FILE --out F.phrec [--as csv|jsonl|pcap|mcap] [--title T] [--json]`.
int importFile(const QStringList &arguments);

/// `pilothousectl export F --as csv|csv-wide|jsonl|jsonl-samples|mcap --out FILE [--signal S]...
/// [--from T] [--to T]`.
int exportFile(const QStringList &arguments);

} // namespace ctl
