// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/statewords.h"

#include "ui/widgets/format.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionState)
};

} // namespace

using connect::SourceState;

Mark stateMark(SourceState state)
{
    switch (state) {
    case SourceState::Stopped:
        return Mark::Idle;
    case SourceState::Connecting:
        return Mark::Busy;
    case SourceState::Connected:
        return Mark::Well;
    case SourceState::Reconnecting:
        return Mark::High;
    case SourceState::Failed:
        return Mark::Critical;
    }
    return Mark::Idle;
}

QString stateWord(SourceState state)
{
    switch (state) {
    case SourceState::Stopped:
        return Words::tr("stopped");
    case SourceState::Connecting:
        return Words::tr("connecting");
    case SourceState::Connected:
        return Words::tr("connected");
    case SourceState::Reconnecting:
        return Words::tr("reconnecting");
    case SourceState::Failed:
        return Words::tr("failed");
    }
    return {};
}

QString stateDetail(const connect::SourceStatus &status, base::TimeNs now)
{
    const bool waits = status.state == SourceState::Reconnecting && status.nextTry != base::noTime
        && status.nextTry > now;
    if (!waits)
        return stateWord(status.state);
    return Words::tr("reconnecting, try %1 in %2")
        .arg(qMax(1, status.attempt))
        .arg(format::shortDuration(status.nextTry - now));
}

} // namespace ui
