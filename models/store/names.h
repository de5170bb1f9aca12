// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/historian.h"

#include <mutex>

namespace store {

/// Saves what is new or changed in a catalogue and a text table, within the caller's transaction.
class NameSaver
{
public:
    void follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts);
    void unfollow(); ///< any thread; waits while names are being saved
    bool save(Database &database); ///< false: see Database::error(); the same is tried again later
    void committed();

private:
    bool saveSources(Database &database);
    bool saveDevices(Database &database);
    bool saveSignals(Database &database);
    bool saveTexts(Database &database);

    std::mutex m_mutex; ///< guards the two pointers
    telemetry::Catalogue *m_catalogue = nullptr;
    telemetry::TextTable *m_texts = nullptr;
    std::uint64_t m_revision = 0;
    std::uint64_t m_savingRevision = 0;
    std::uint32_t m_devices = 0;
    std::uint32_t m_savingDevices = 0;
    SignalId m_signals = 0; ///< all below were saved once; what changed since comes on its own
    SignalId m_savingSignals = 0;
    telemetry::TextCode m_textCount = 1;
    telemetry::TextCode m_savingTexts = 1;
    std::vector<SignalId> m_changed; ///< taken from the catalogue, not committed yet
};

/// Reads all saved names in id order; `forget()` is not needed: it only adds.
bool restoreNames(Database &database, telemetry::Catalogue &catalogue, telemetry::TextTable &texts);

bool saveEvent(Database &database, const EventRecord &event);

} // namespace store
