// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/samplesexport.h"

#include "models/base/visibletext.h"
#include "ui/widgets/csv.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using telemetry::Point;
using telemetry::ValueType;

namespace {

constexpr std::size_t page = 50'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SamplesExport)
};

QByteArray isoTime(TimeNs time)
{
    const TimeNs second = time / base::nsPerSecond - (time % base::nsPerSecond < 0 ? 1 : 0);
    const TimeNs rest = time - second * base::nsPerSecond;
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC)
               .toString(u"yyyy-MM-ddTHH:mm:ss"_s)
               .toLatin1()
        + '.' + QByteArray::number(static_cast<qlonglong>(rest)).rightJustified(9, '0') + 'Z';
}

QByteArray valueField(const Point &point, const telemetry::TextTable *texts)
{
    switch (point.type) {
    case ValueType::Double:
        return QByteArray::number(point.number(), 'g', QLocale::FloatingPointShortest);
    case ValueType::Int64:
        return QByteArray::number(static_cast<qlonglong>(point.bits));
    case ValueType::UInt64:
        return QByteArray::number(static_cast<qulonglong>(point.bits));
    case ValueType::Bool:
        return point.bits != 0 ? "true" : "false";
    case ValueType::Text:
        break;
    }
    if (!texts)
        return {};
    return csvField(base::visibleText(QString::fromStdString(
                        texts->text(static_cast<telemetry::TextCode>(point.bits)))))
        .toUtf8();
}

class Writer
{
public:
    Writer(QIODevice &out, const ChartSource &source)
        : m_out(out)
        , m_source(source)
    {
        m_buffer = "time,time_ns,device,signal,value,unit,quality\r\n";
    }

    void begin(SignalId signal)
    {
        const telemetry::SignalInfo info = m_source.catalogue->signal(signal);
        const auto field = [](const QString &text) {
            return csvField(base::visibleText(text)).toUtf8();
        };
        m_names = ',' + field(m_source.catalogue->device(info.device).name) + ',' + field(info.name)
            + ',';
        m_unit = ',' + field(info.unit) + ',';
    }
    void add(const Point &point)
    {
        m_buffer += isoTime(point.time) + ','
            + QByteArray::number(static_cast<qlonglong>(point.time)) + m_names
            + valueField(point, m_source.texts) + m_unit;
        m_buffer += telemetry::qualityName(point.quality).data();
        m_buffer += "\r\n";
        ++m_count;
    }
    bool flush()
    {
        const bool written = m_out.write(m_buffer) == m_buffer.size();
        m_buffer.clear();
        return written;
    }
    quint64 count() const { return m_count; }

private:
    QIODevice &m_out;
    const ChartSource &m_source;
    QByteArray m_buffer;
    QByteArray m_names;
    QByteArray m_unit;
    quint64 m_count = 0;
};

using Read = std::function<base::Result<std::vector<Point>>(TimeNs start, std::size_t limit)>;

// Page by page. Samples that share the last time of a page may go on behind it: they wait for the
// next.
base::Result<bool> copyAll(Writer &writer, TimeNs start, const Read &read,
                           const std::function<bool(TimeNs)> &progress)
{
    std::size_t limit = page;
    while (true) {
        base::Result<std::vector<Point>> points = read(start, limit);
        if (!points)
            return tl::unexpected(points.error());
        std::size_t complete = points->size();
        const bool more = complete == limit;
        if (more) {
            while (complete > 0 && (*points)[complete - 1].time == points->back().time)
                --complete;
            if (complete == 0) { // one instant fills the page
                limit *= 2;
                continue;
            }
        }
        for (std::size_t i = 0; i < complete; ++i)
            writer.add((*points)[i]);
        if (!writer.flush())
            return base::failure(Words::tr("The file cannot be written; is the disk full?"),
                                 base::ErrorCode::Io);
        if (!more)
            return true;
        start = points->back().time;
        limit = page;
        if (!progress(start))
            return false;
    }
}

} // namespace

base::Result<quint64> writeSamples(QIODevice &out, const ChartSource &source,
                                   const SamplesExport &what,
                                   const std::function<bool(int)> &progress)
{
    Writer writer(out, source);
    std::size_t done = 0;
    for (const SignalId signal : what.wanted) {
        writer.begin(signal);
        const auto report = [&](TimeNs time) {
            const double part =
                static_cast<double>(time - what.start) / static_cast<double>(what.end - what.start);
            return progress(static_cast<int>(1'000 * (static_cast<double>(done) + part)
                                             / static_cast<double>(what.wanted.size())));
        };
        const auto series = source.series->find(signal);
        TimeNs memory = source.historian ? what.end : what.start;
        if (source.historian && series && series->size() > 0)
            memory = std::clamp(series->completeFrom(), what.start, what.end);
        const auto old = [&](TimeNs start, std::size_t limit) {
            return source.historian->points(signal, start, memory, limit);
        };
        const auto fresh = [&](TimeNs start,
                               std::size_t limit) -> base::Result<std::vector<Point>> {
            return series ? series->points(start, what.end, limit) : std::vector<Point>();
        };
        base::Result<bool> good = true;
        if (source.historian && memory > what.start)
            good = copyAll(writer, what.start, old, report);
        if (good && *good)
            good = copyAll(writer, memory, fresh, report);
        if (!good)
            return tl::unexpected(good.error());
        ++done;
        if (!*good || !report(what.start))
            return base::failure(Words::tr("The export was stopped."), base::ErrorCode::Cancelled);
    }
    return writer.count();
}

} // namespace ui
