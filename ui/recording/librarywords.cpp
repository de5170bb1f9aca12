// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/librarywords.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Recordings)
};

constexpr qint64 aliveSeconds = 10; ///< a recorder writes at least this often while data come

} // namespace

RecordingState recordingState(const LibraryEntry &entry, bool ours)
{
    if (entry.missing)
        return {Mark::Stale, Words::tr("not there"), entry.problem, false};
    if (!entry.summary)
        return {Mark::High, Words::tr("unreadable"), entry.problem, false};
    const QString &state = entry.summary->info.state;
    if (state == "closed"_L1)
        return {Mark::Well, Words::tr("closed"),
                Words::tr("Ended in good order; it is never written again."), false};
    const bool armed = state == "armed"_L1;
    if (ours)
        return armed
            ? RecordingState{Mark::Busy, Words::tr("armed"),
                             Words::tr("Keeps the last minutes and waits for a trigger."), true}
            : RecordingState{Mark::Busy, Words::tr("recording"), Words::tr("Is being written now."),
                             true};
    if (entry.changed.secsTo(QDateTime::currentDateTime()) < aliveSeconds)
        return {Mark::Busy, armed ? Words::tr("armed") : Words::tr("recording"),
                Words::tr("Is being written by another program."), true};
    return {Mark::Medium, Words::tr("cut off"),
            Words::tr("The program that wrote it ended in mid-stream; everything up to its last "
                      "flush is here."),
            false};
}

QString markerKind(recording::Marker::Kind kind)
{
    using enum recording::Marker::Kind;
    switch (kind) {
    case Note:
        return Words::tr("note");
    case Trigger:
        return Words::tr("trigger");
    case Connected:
        return Words::tr("connected");
    case Disconnected:
        return Words::tr("disconnected");
    case Lost:
        return Words::tr("lost");
    case Source:
        return Words::tr("connection");
    case Alarm:
        return Words::tr("alarm");
    }
    return {};
}

QString partTitle(const recording::RecordingInfo &info)
{
    const QString title = base::visibleText(info.title);
    return info.part > 1 ? Words::tr("%1, part %2").arg(title).arg(info.part) : title;
}

QString roomLeft(const recording::RecorderStatus &status)
{
    if (status.freeBytes < 0)
        return {};
    const QString free =
        Words::tr("%1 free").arg(format::bytes(static_cast<quint64>(status.freeBytes)));
    const double seconds = status.secondsLeft();
    constexpr double longest = 365.0 * 24 * 3600;
    if (seconds < 0 || seconds > longest)
        return free;
    return Words::tr("%1, full in about %2")
        .arg(free, format::shortDuration(static_cast<base::TimeNs>(seconds * 1e9)));
}

} // namespace ui
