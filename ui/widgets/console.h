// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
namespace store {
class Historian;
}

namespace ui {

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
};

} // namespace ui
