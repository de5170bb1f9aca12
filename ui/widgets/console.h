// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace base {
class Settings;
}
namespace connect {
class Connections;
class Secrets;
} // namespace connect
namespace ingest {
class Pipeline;
}
namespace replay {
class RecordingDesk;
class ReplaySession;
} // namespace replay
namespace store {
class Historian;
}

namespace ui {

class RecordingControls;
class Scope;
class TaskCentre;

/// What every page gets: the engine's parts, owned by app/engine, all outliving the window.
struct Console
{
    ingest::Pipeline *pipeline = nullptr;
    store::Historian *historian = nullptr; ///< null: nothing is stored
    connect::Connections *connections = nullptr;
    connect::Secrets *secrets = nullptr;
    base::Settings *settings = nullptr;
    TaskCentre *tasks = nullptr;
    Scope *scope = nullptr; ///< the shell's; null: everything is shown
    replay::RecordingDesk *recordings = nullptr; ///< null: nothing is recorded here
    /// Not null: what is shown is this recording, played through a pipeline of its own; nothing
    /// may be changed or sent.
    replay::ReplaySession *replay = nullptr;
    RecordingControls *recorder = nullptr; ///< the shell's; null without `recordings`
    /// Opens a recording in a window of its own; the shell's, empty: it cannot.
    std::function<void(const QString &path)> openRecording = {};
};

} // namespace ui
