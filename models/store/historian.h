// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/telemetry/catalogue.h"
#include "models/telemetry/column.h"
#include "models/telemetry/texttable.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace store {

using base::TimeNs;
using telemetry::SignalId;

/// Something that happened, for time axes and reports.
struct EventRecord
{
    enum class Kind : std::uint8_t {
        Connected = 1,
        Disconnected = 2,
        Gap = 3,
        DeviceOnline = 4,
        DeviceOffline = 5,
        Note = 6
    };
    std::int64_t id = 0;
    TimeNs time = 0;
    Kind kind = Kind::Note;
    QString source; ///< source key
    QString device; ///< empty: the whole source
    QString text;
};

/// Figures of the store, read at any time.
struct StoreStatus
{
    std::uint64_t accepted = 0; ///< samples given to append()
    std::uint64_t stored = 0; ///< samples committed
    std::uint64_t waiting = 0; ///< samples in the queue
    std::uint64_t late = 0; ///< samples that arrived behind a sealed block
    std::uint64_t blocks = 0; ///< sealed blocks in the database
    std::uint64_t fileBytes = 0; ///< database and WAL
    std::uint64_t deletedByRetention = 0; ///< samples
    double commitMs = 0; ///< duration of the last transaction
    double behindMs = 0; ///< age of the oldest sample not yet committed
    QString problem; ///< one sentence while writing fails (disk full, read-only), else empty
};

class Companion;

/// Which program's file it is: sqlite.org/fileformat.html 1.3.15.
inline constexpr std::int64_t historyApplication = 0x50494C48; ///< "PILH"
inline constexpr std::int64_t recordingApplication = 0x50485243; ///< "PHRC"

struct HistorianOptions
{
    QString path; ///< database file; its folder must exist
    int commitIntervalMs = 250; ///< at most this long between commits
    int retentionDays = 30; ///< 0: no limit
    std::int64_t retentionBytes = 0; ///< 0: no limit
    TimeNs keep = 0; ///< instead of retentionDays, for shorter spans; 0: retentionDays says
    bool readOnly = false;
    const base::Clock *clock = nullptr; ///< null: system clock
    std::int64_t application = historyApplication;
    Companion *companion = nullptr; ///< commits with the samples; null: none
    /// A block that is damaged is left out and counted (damagedBlocks()) instead of failing the
    /// whole read. For recordings, where the rest is wanted; read-only.
    bool skipDamaged = false;
    /// When closed the file is put back from WAL to one file that can be opened on read-only media.
    bool closeAsOneFile = false;
};

/// The historian: samples of all signals in one SQLite database (WAL, synchronous=NORMAL), in
/// compressed blocks with an x16 min/max pyramid on an absolute grid beside them. One writer thread
/// of its own; reads run on the caller's thread with a read-only connection per thread.
/// See schema.md in this folder for tables, block format and crash rules.
class Historian
{
public:
    using Cancelled = std::function<bool()>; ///< polled by long reads; may be empty

    /// Errors: Conflict (another process writes it), Unsupported (newer version, another program's
    /// file), BadInput (damaged; move it aside to start anew), Denied, NotFound, Io.
    static base::Result<std::unique_ptr<Historian>> open(const HistorianOptions &options);
    ~Historian(); ///< commits what waits, checkpoints, joins the writer

    /// Names and texts of earlier sessions, in id order, for Catalogue::restore* and TextTable.
    void restoreInto(telemetry::Catalogue &catalogue, telemetry::TextTable &texts) const;
    /// The writer saves new and changed names from these before each commit. Call once, before
    /// the first append. Both must outlive the historian, or unfollow() must be called before they
    /// go.
    void follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts);
    void unfollow(); ///< flush() first: names that are not saved yet are forgotten

    /// Writes what a Companion has waiting soon. Any thread.
    void wake();
    /// Takes samples (duplicates already removed). Blocks while the store is more than about 150 ms
    /// or one commit behind, so that a crash takes little; while writing fails, only when 4 M
    /// samples wait. Nothing is dropped silently; false only when the store is closed or read-only.
    /// Any thread; samples of one thread stay in order.
    bool append(std::vector<telemetry::Sample> &&samples);
    void addEvent(EventRecord event); ///< any thread

    /// Returns when everything given so far is committed. Any thread but the writer.
    base::Result<> flush();

    void setRetention(int days, std::int64_t bytes);
    void setKeep(TimeNs keep); ///< HistorianOptions::keep
    StoreStatus status() const; ///< any thread, cheap
    /// Blocks that reads left out because they are damaged (HistorianOptions::skipDamaged), each
    /// once.
    std::uint64_t damagedBlocks() const;

    /// Exact columns of any window (see telemetry::Column), sealed and not yet sealed samples
    /// alike.
    base::Result<> columns(SignalId signal, const telemetry::ColumnGrid &grid,
                           std::span<telemetry::Column> out, const Cancelled &cancelled = {}) const;
    /// Samples with start <= time < end in time order, at most `limit` (the earliest).
    /// Point::received is the receive time rounded down to whole milliseconds after the source
    /// time.
    base::Result<std::vector<telemetry::Point>> points(SignalId signal, TimeNs start, TimeNs end,
                                                       std::size_t limit,
                                                       const Cancelled &cancelled = {}) const;
    /// First and last sample time of a signal; false when it has none.
    base::Result<bool> extent(SignalId signal, TimeNs &first, TimeNs &last) const;
    base::Result<std::uint64_t> count(SignalId signal) const;
    base::Result<std::vector<EventRecord>> events(TimeNs start, TimeNs end,
                                                  std::size_t limit) const;

private:
    struct Private;
    explicit Historian(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace store
