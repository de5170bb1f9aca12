// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace interchange {

/// Translation context of the readers' and writers' sentences.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(interchange::Tr)
};

/// Counts what a reader skipped or repaired, by kind, and keeps the first place of each.
class Notices
{
public:
    /// `kind` is the reader's own number for the event. `first` is only called the first time.
    template <class Place>
    void count(int kind, Place first)
    {
        for (Entry &entry : m_entries) {
            if (entry.kind == kind) {
                ++entry.count;
                return;
            }
        }
        m_entries.push_back({kind, 1, first()});
    }
    std::uint64_t counted(int kind) const
    {
        for (const Entry &entry : m_entries)
            if (entry.kind == kind)
                return entry.count;
        return 0;
    }
    /// One sentence per kind, in order of first appearance: `say(kind, count)` and where.
    template <class Say>
    QStringList sentences(Say say) const
    {
        QStringList all;
        for (const Entry &entry : m_entries)
            all.append(say(entry.kind, entry.count) + QLatin1Char(' ')
                       + (entry.count == 1 ? Tr::tr("Place: %1.") : Tr::tr("First place: %1."))
                             .arg(entry.place));
        return all;
    }

private:
    struct Entry
    {
        int kind;
        std::uint64_t count;
        QString place;
    };
    std::vector<Entry> m_entries;
};

} // namespace interchange
