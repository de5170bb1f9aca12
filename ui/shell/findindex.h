// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/catalogue.h"
#include "ui/widgets/page.h"

#include <string>
#include <vector>

namespace ui {

/// Names of all devices and signals, kept compact for the palette's search: 50,000 signals answer
/// within a few ms. Grows with the catalogue. GUI thread.
class FindIndex
{
public:
    explicit FindIndex(telemetry::Catalogue &catalogue);

    struct Hit
    {
        int score = 0;
        bool isSignal = false;
        quint32 id = 0;
    };
    /// The best `limit` devices and signals that contain all words, best first.
    std::vector<Hit> find(const QString &words, size_t limit);
    /// What to show for a hit, and where it leads.
    Page::Found describe(const Hit &hit) const;
    size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        quint32 offset;
        quint32 size : 31;
        quint32 isSignal : 1;
        quint32 id;
    };
    void grow();
    void add(const QString &text, bool isSignal, quint32 id);

    telemetry::Catalogue &m_catalogue;
    std::string m_text; ///< lower-case UTF-8, one name after the other
    std::vector<Entry> m_entries;
    std::vector<QString> m_deviceNames;
    quint32 m_devices = 0;
    quint32 m_signals = 0;
};

} // namespace ui
