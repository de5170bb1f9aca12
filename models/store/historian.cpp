// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historian.h"

#include "models/base/log.h"
#include "models/store/reader.h"
#include "models/store/schema.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>

namespace store {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(store::Historian)
};

constexpr TimeNs allOfTime = std::numeric_limits<TimeNs>::max();

base::Error lockedBy(QLockFile &lock, const QString &path)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (lock.error() == QLockFile::PermissionError)
        return {Text::tr("The folder of %1 cannot be written; choose another workspace.").arg(path),
                base::ErrorCode::Denied};
    lock.getLockInfo(&pid, &host, &program);
    return {Text::tr("The history %1 is already written by %2 (process %3 on %4); close that first "
                     "or open it read-only.")
                .arg(path, program)
                .arg(pid)
                .arg(host),
            base::ErrorCode::Conflict};
}

} // namespace

struct Historian::Private
{
    explicit Private(const HistorianOptions &given)
        : options(given)
        , lock(given.path + u".lock"_s)
        , pool(given.path, given.readOnly, set, given.skipDamaged)
    {
    }

    base::Result<> open();

    HistorianOptions options;
    QLockFile lock;
    OpenSet set;
    ReadPool pool;
    std::unique_ptr<Writer> writer;
};

base::Result<> Historian::Private::open()
{
    if (options.readOnly) {
        if (!QFileInfo::exists(options.path))
            return base::failure(Text::tr("There is no history %1.").arg(options.path),
                                 base::ErrorCode::NotFound);
        auto connection = pool.take();
        if (!connection)
            return tl::unexpected(connection.error());
        const auto readable = checkReadable(*(*connection)->database, options.application);
        pool.give(std::move(*connection));
        return readable;
    }
    if (!QFileInfo(QFileInfo(options.path).absolutePath()).isDir())
        return base::failure(Text::tr("The folder of %1 does not exist.").arg(options.path),
                             base::ErrorCode::NotFound);
    // A lock that a dead process left says that it did not close the database.
    const bool unclean =
        QFileInfo::exists(options.path + u".lock"_s) || QFileInfo::exists(options.path + u"-wal"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return tl::unexpected(lockedBy(lock, options.path));
    writer = std::make_unique<Writer>(options, set);
    return writer->start(unclean);
}

Historian::Historian(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Historian::~Historian()
{
    if (!d->writer)
        return;
    d->writer->stop();
    if (!d->writer->closedSound() || !d->options.closeAsOneFile)
        return;
    d->pool.clear(); // SQLite changes the mode only for the last connection
    if (const auto database = Database::open(d->options.path, false))
        (*database)->value(u"PRAGMA journal_mode = DELETE"_s);
}

base::Result<std::unique_ptr<Historian>> Historian::open(const HistorianOptions &options)
{
    auto p = std::make_unique<Private>(options);
    if (const auto opened = p->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<Historian>(new Historian(std::move(p)));
}

void Historian::restoreInto(telemetry::Catalogue &catalogue, telemetry::TextTable &texts) const
{
    // An own connection: names are read through Qt SQL, which wants the thread that opened it.
    auto database = Database::open(d->options.path, true, d->options.skipDamaged);
    if (!database || !restoreNames(**database, catalogue, texts))
        qCWarning(base::lcStore, "%ls",
                  qUtf16Printable(database ? (*database)->error().text : database.error().text));
}

void Historian::follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts)
{
    if (d->writer)
        d->writer->follow(catalogue, texts);
}

void Historian::unfollow()
{
    if (d->writer)
        d->writer->unfollow();
}

bool Historian::append(std::vector<telemetry::Sample> &&samples)
{
    return d->writer && d->writer->append(std::move(samples));
}

void Historian::addEvent(EventRecord event)
{
    if (d->writer)
        d->writer->addEvent(std::move(event));
}

void Historian::wake()
{
    if (d->writer)
        d->writer->wake();
}

base::Result<> Historian::flush()
{
    return d->writer ? d->writer->flush() : base::Result<>{};
}

void Historian::setKeep(TimeNs keep)
{
    if (d->writer)
        d->writer->setKeep(keep);
}

void Historian::setRetention(int days, std::int64_t bytes)
{
    if (d->writer)
        d->writer->setRetention(days, bytes);
}

std::uint64_t Historian::damagedBlocks() const
{
    return d->pool.damagedBlocks();
}

StoreStatus Historian::status() const
{
    if (d->writer)
        return d->writer->status();
    StoreStatus status;
    status.fileBytes = static_cast<std::uint64_t>(QFileInfo(d->options.path).size()
                                                  + QFileInfo(d->options.path + u"-wal"_s).size());
    return status;
}

base::Result<> Historian::columns(SignalId signal, const telemetry::ColumnGrid &grid,
                                  std::span<telemetry::Column> out,
                                  const Cancelled &cancelled) const
{
    TimeNs width;
    if (grid.count <= 0 || grid.start >= grid.end
        || __builtin_sub_overflow(grid.end, grid.start, &width)
        || out.size() != static_cast<std::size_t>(grid.count))
        return base::failure(Text::tr(
            "A window needs a start before its end, at most 292 years, and at least one column."));
    auto session = ReadSession::begin(d->pool, signal, grid.start, grid.end);
    if (!session)
        return tl::unexpected(session.error());
    ColumnSink sink(grid, out);
    if (!(*session)->columns(sink, cancelled))
        return tl::unexpected((*session)->error());
    return {};
}

base::Result<std::vector<telemetry::Point>> Historian::points(SignalId signal, TimeNs start,
                                                              TimeNs end, std::size_t limit,
                                                              const Cancelled &cancelled) const
{
    std::vector<telemetry::Point> out;
    if (start >= end || limit == 0)
        return out;
    auto session = ReadSession::begin(d->pool, signal, start, end);
    if (!session)
        return tl::unexpected(session.error());
    if (!(*session)->points(start, end, limit, cancelled, out))
        return tl::unexpected((*session)->error());
    return out;
}

base::Result<bool> Historian::extent(SignalId signal, TimeNs &first, TimeNs &last) const
{
    auto session = ReadSession::begin(d->pool, signal, base::noTime, allOfTime);
    if (!session)
        return tl::unexpected(session.error());
    Summary summary;
    if (!(*session)->total(summary))
        return tl::unexpected((*session)->error());
    first = summary.firstTime;
    last = summary.lastTime;
    return summary.count > 0;
}

base::Result<std::uint64_t> Historian::count(SignalId signal) const
{
    auto session = ReadSession::begin(d->pool, signal, base::noTime, allOfTime);
    if (!session)
        return tl::unexpected(session.error());
    Summary summary;
    if (!(*session)->total(summary))
        return tl::unexpected((*session)->error());
    return summary.count;
}

base::Result<std::vector<EventRecord>> Historian::events(TimeNs start, TimeNs end,
                                                         std::size_t limit) const
{
    auto connection = d->pool.take();
    if (!connection)
        return tl::unexpected(connection.error());
    std::vector<EventRecord> out;
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    Statement &select = (*connection)->events.bind(1, start).bind(2, end);
    select.bind(3, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
    while (select.next())
        out.push_back({select.integer(0), select.integer(1),
                       static_cast<EventRecord::Kind>(select.integer(2)), text(select.blob(3)),
                       text(select.blob(4)), text(select.blob(5))});
    const bool good = select.ok();
    const base::Error error = good ? base::Error{} : (*connection)->database->error();
    d->pool.give(std::move(*connection));
    if (!good)
        return tl::unexpected(error);
    return out;
}

} // namespace store
