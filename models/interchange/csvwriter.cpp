// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvexport.h"
#include "models/interchange/exportfile.h"
#include "models/interchange/notices.h"
#include "models/interchange/numbertext.h"
#include "models/interchange/timeformat.h"
#include "models/interchange/writers.h"

#include <unordered_map>

namespace interchange {

using telemetry::Quality;
using telemetry::ValueType;

namespace {

void appendSampleValue(const SampleRow &row, std::string &out)
{
    if (row.value.type == ValueType::Text)
        appendCsvText(row.value.text, out);
    else
        appendValueText(row.value, NotFinite::Bare, out);
}

class CsvLong final : public SampleWriter
{
public:
    explicit CsvLong(std::unique_ptr<ExportFile> file)
        : m_file(std::move(file))
    {
    }

    base::Result<> write(const SampleRow &row) override
    {
        m_line.clear();
        if (!m_started)
            m_line += std::string(csvLongHeader) + "\r\n";
        m_started = true;
        appendIso(row.time, m_line);
        for (const std::string_view text : {row.device, row.signal}) {
            m_line += ',';
            appendCsvText(text, m_line);
        }
        m_line += ',';
        if (row.quality != Quality::Missing)
            appendSampleValue(row, m_line);
        m_line += ',';
        appendCsvText(row.unit, m_line);
        m_line += ',';
        m_line += telemetry::qualityName(row.quality);
        m_line += ',';
        m_line += telemetry::valueTypeName(row.value.type);
        m_line += "\r\n";
        return m_file->write(m_line);
    }
    base::Result<> finish() override
    {
        if (!m_started)
            if (auto header = m_file->write(std::string(csvLongHeader) + "\r\n"); !header)
                return header;
        return m_file->commit();
    }
    std::uint64_t bytesWritten() const override { return m_file->bytesWritten(); }

private:
    std::unique_ptr<ExportFile> m_file;
    std::string m_line;
    bool m_started = false;
};

class CsvWide final : public SampleWriter
{
public:
    CsvWide(std::unique_ptr<ExportFile> file, const std::vector<WideColumn> &columns)
        : m_file(std::move(file))
        , m_cells(columns.size())
        , m_filled(columns.size())
    {
        m_line = "time,deviceId";
        for (std::size_t index = 0; index < columns.size(); ++index) {
            m_columns.emplace(columns[index].signal, index);
            m_line += ',';
            const std::string &unit = columns[index].unit;
            appendCsvText(columns[index].signal + (unit.empty() ? "" : " [" + unit + "]"), m_line);
        }
        m_line += "\r\n";
    }

    base::Result<> write(const SampleRow &row) override
    {
        const auto column = m_columns.find(std::string(row.signal));
        if (column == m_columns.end()) {
            m_notices.count(NoColumn, [&] { return nameOf(row); });
            return {};
        }
        const std::size_t index = column->second;
        if (m_any && (row.time != m_time || row.device != m_device || m_filled[index]))
            if (auto flushed = flush(); !flushed)
                return flushed;
        m_any = true;
        m_time = row.time;
        m_device = row.device;
        m_filled[index] = true;
        m_cells[index].clear();
        if (row.quality == Quality::Missing)
            m_cells[index] = "NA";
        else
            appendSampleValue(row, m_cells[index]);
        if (row.quality != Quality::Good && row.quality != Quality::Missing)
            m_notices.count(LostQuality, [&] { return nameOf(row); });
        return {};
    }
    base::Result<> finish() override
    {
        if (auto flushed = flush(); !flushed)
            return flushed;
        return m_file->commit();
    }
    std::uint64_t bytesWritten() const override { return m_file->bytesWritten(); }
    QStringList notices() const override
    {
        return m_notices.sentences([](int event, std::uint64_t count) {
            const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
            return event == NoColumn
                ? Tr::tr("%n samples are of signals that have no column and were left out.",
                         nullptr, n)
                : Tr::tr("%n samples are of other quality than good; a table with one column per "
                         "signal cannot say so.",
                         nullptr, n);
        });
    }

private:
    enum Event { NoColumn, LostQuality };

    static QString nameOf(const SampleRow &row)
    {
        return QString::fromUtf8(row.device.data(), static_cast<qsizetype>(row.device.size()))
            + QLatin1Char('/')
            + QString::fromUtf8(row.signal.data(), static_cast<qsizetype>(row.signal.size()));
    }

    /// Writes what is gathered; the first time behind the header.
    base::Result<> flush()
    {
        if (m_any) {
            appendIso(m_time, m_line);
            m_line += ',';
            appendCsvText(m_device, m_line);
            for (std::size_t index = 0; index < m_cells.size(); ++index) {
                m_line += ',';
                if (m_filled[index])
                    m_line += m_cells[index];
                m_filled[index] = false;
            }
            m_line += "\r\n";
        }
        m_any = false;
        auto written = m_file->write(m_line);
        m_line.clear();
        return written;
    }

    std::unique_ptr<ExportFile> m_file;
    std::unordered_map<std::string, std::size_t> m_columns;
    std::vector<std::string> m_cells;
    std::vector<bool> m_filled;
    std::string m_line;
    std::string m_device;
    TimeNs m_time = 0;
    bool m_any = false;
    Notices m_notices;
};

} // namespace

bool startsLikeFormula(std::string_view text)
{
    return !text.empty()
        && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void appendCsvText(std::string_view text, std::string &out)
{
    // What starts with ' itself gets another one, so that taking one away always gives the text.
    const bool prefix = startsLikeFormula(text) || text.starts_with('\'');
    // White space at the ends and words that mean "nothing" are kept by quotes.
    const bool quoted = text.find_first_of(",;\"\r\n\t") != std::string_view::npos
        || text.starts_with(' ') || text.ends_with(' ');
    if (quoted)
        out += '"';
    if (prefix)
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    if (quoted)
        out += '"';
}

std::string_view withoutPrefix(std::string_view cell)
{
    const bool prefixed = cell.size() > 1 && cell.front() == '\''
        && (startsLikeFormula(cell.substr(1)) || cell[1] == '\'');
    return prefixed ? cell.substr(1) : cell;
}

base::Result<std::unique_ptr<SampleWriter>> createCsvLong(const QString &path)
{
    auto file = ExportFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<CsvLong>(std::move(*file));
}

base::Result<std::unique_ptr<SampleWriter>> createCsvWide(const QString &path,
                                                          std::vector<WideColumn> columns)
{
    auto file = ExportFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<CsvWide>(std::move(*file), columns);
}

} // namespace interchange
