// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QString>

namespace ctl {

/// A sentence on standard error; returns exit code 2 (wrong usage or unreadable input).
int wrongUsage(const char *subcommand, const QString &sentence);
/// A sentence on standard error; returns exit code 1 (done, and the answer is no).
int answerNo(const char *subcommand, const QString &sentence);

/// SIGINT and SIGTERM end QCoreApplication::exec(), so that the report still comes. Once.
void quitOnSignals();

/// One JSON object on a line of standard output, or `words` for people.
void printLine(bool json, const QJsonObject &object, const QString &words);

/// "2026-11-22T10:00:00Z", "2026-11-22 10:00:00" (UTC), integer nanoseconds since the epoch.
base::Result<base::TimeNs> timeFrom(const QString &text);
/// ISO 8601, UTC, with as many decimals as it needs.
QString timeText(base::TimeNs time);

/// Parses, prints help when asked (then `done` is true).
base::Result<> parse(QCommandLineParser &parser, const char *subcommand, const QString &summary,
                     const QStringList &arguments, bool &done);

} // namespace ctl
