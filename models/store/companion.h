// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace store {

/// Another part that lives in the historian's file and is committed with its samples: a recording's
/// messages. Called on the historian's writer thread unless said otherwise; must outlive it.
class Companion
{
public:
    virtual ~Companion() = default;

    virtual base::Result<> prepare(Database &database) = 0; ///< its tables, before the first commit
    /// Something waits for the next commit. Any thread, cheap.
    virtual bool pending() const = 0;
    /// Work before the transaction begins (compression). `last`: there will be no more commits.
    virtual void gather(bool last) = 0;
    virtual bool
    write(Database &database) = 0; ///< within the transaction; the same again if it fails
    virtual void committed() = 0;
    virtual void closing() = 0; ///< the database closes: statements must go
    virtual void failed(const base::Error &error) = 0; ///< what write() wrote is undone
};

} // namespace store
