// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/topicnames.h"
#include "models/decode/units.h"
#include "models/interchange/csvcells.h"
#include "models/interchange/csvexport.h"
#include "models/interchange/notices.h"
#include "models/interchange/topicname.h"

#include <QFileInfo>

#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

enum Event { BadTime, ShortRow, LongRow, NotNumber, NotUtf8, StepsBack, OpenQuote, BadDevice };

QString sentence(int event, std::uint64_t count)
{
    const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
    switch (event) {
    case BadTime:
        return Tr::tr("%n rows were skipped, because their time cannot be read.", nullptr, n);
    case ShortRow:
        return Tr::tr("%n rows have fewer fields than there are columns; what is not there was "
                      "left out.",
                      nullptr, n);
    case LongRow:
        return Tr::tr("%n rows have more fields than there are columns; the surplus was left out.",
                      nullptr, n);
    case NotNumber:
        return Tr::tr("%n cells of number columns are no numbers; they were kept as text.", nullptr,
                      n);
    case NotUtf8:
        return Tr::tr("%n texts hold bytes that are not in the chosen encoding; those were "
                      "replaced.",
                      nullptr, n);
    case StepsBack:
        return Tr::tr("%n rows are earlier than the row before them; they were kept in the order "
                      "of the file.",
                      nullptr, n);
    case BadDevice:
        return Tr::tr("%n rows do not name their device; the name of the file stands for it.",
                      nullptr, n);
    default:
        return Tr::tr("The file ends inside of a quoted text.");
    }
}

/// What of a column is the same in every row.
struct Field
{
    std::size_t column = 0;
    CsvColumn::Kind kind{};
    bool typed = false; ///< the type column says what it is
    bool nullWhenEmpty = false; ///< a record of one value: without it nothing would be left
    std::string key; ///< ,"name":
    std::string unit; ///< ,"name_unit":"K" or empty
};

/// `csv/<device>`. A device named like a quantity or an aspect (temperature, state) gets a '_'
/// behind, else the decoder would take the topic's last level for a part of the signals' names.
std::string csvTopic(std::string_view device)
{
    std::string topic = "csv/" + topicLevel(device);
    const std::array<std::string_view, 2> levels{std::string_view(topic).substr(0, 3),
                                                 std::string_view(topic).substr(4)};
    return decode::namesOfTopic(topic, levels).recordPrefix.empty() ? topic : topic + '_';
}

class CsvReader final : public MessageReader
{
public:
    CsvReader(std::unique_ptr<QIODevice> device, QString name, const CsvPlan &plan)
        : m_plan(plan)
        , m_name(std::move(name))
        , m_records(std::move(device), plan.dialect)
        , m_time(plan)
        , m_missing(plan.missing, plan.dialect.decimalComma)
        , m_deviceColumn(plan.columnFor(CsvColumn::Use::Device))
        , m_typeColumn(plan.columnFor(CsvColumn::Use::ValueType))
        , m_device((plan.device.isEmpty() ? m_name : plan.device).toStdString())
        , m_headerPending(plan.dialect.header)
    {
        prepareFields();
    }

    base::Result<bool> next(telemetry::MessageView &out) override
    {
        while (true) {
            const auto more = m_records.next();
            if (!more)
                return base::failure(Tr::tr("%1: %2").arg(m_name, more.error().text),
                                     more.error().code);
            if (!*more) {
                if (m_records.openQuote())
                    m_notices.count(OpenQuote, [&] { return place(); });
                return false;
            }
            if (m_headerPending) {
                m_headerPending = false;
                continue;
            }
            if (readRow(out))
                return true;
        }
    }

    std::vector<Origin> origins() const override
    {
        return {{"csv", m_name.toStdString(),
                 R"([{"topicFilter":"csv/#","decoder":"json","device":"{/deviceId}"}])"}};
    }
    std::uint64_t bytesRead() const override { return m_records.bytesRead(); }
    std::uint64_t bytesTotal() const override { return m_records.bytesTotal(); }
    QStringList notices() const override { return m_notices.sentences(sentence); }

private:
    QString place() const { return Tr::tr("line %1").arg(m_records.line()); }
    void prepareFields();
    bool readRow(telemetry::MessageView &out);
    void appendCell(const Field &field, std::string_view cell);
    void appendTyped(const Field &field, const std::vector<std::string_view> &cells);
    std::string_view unguarded(std::string_view cell) const
    {
        return m_plan.dialect.formulaPrefix ? withoutPrefix(cell) : cell;
    }
    std::string_view deviceOf(const std::vector<std::string_view> &cells);

    CsvPlan m_plan;
    QString m_name;
    CsvRecords m_records;
    RowTime m_time;
    MissingMarks m_missing;
    std::vector<Field> m_fields;
    int m_deviceColumn;
    int m_typeColumn;
    int m_qualityColumn = -1; ///< beside a type column
    std::string m_device;
    std::string m_topicDevice; ///< device that m_topic was made for
    std::string m_topic;
    std::string m_payload;
    Notices m_notices;
    std::uint64_t m_row = 0;
    TimeNs m_last = base::noTime;
    bool m_headerPending;
};

void CsvReader::prepareFields()
{
    std::set<std::string> taken{"ts", "deviceid"};
    bool named = false;
    for (const CsvColumn &column : m_plan.columns)
        named = named || (column.use == CsvColumn::Use::Signal && column.name == "signal"_L1);
    for (std::size_t index = 0; index < m_plan.columns.size(); ++index) {
        const CsvColumn &column = m_plan.columns[index];
        if (column.use != CsvColumn::Use::Signal)
            continue;
        if (m_typeColumn >= 0 && column.name == "quality"_L1)
            m_qualityColumn = static_cast<int>(index);
        QString name = column.name.trimmed();
        if (name.isEmpty())
            name = Tr::tr("column %1").arg(index + 1);
        if (!taken.insert(name.toLower().toStdString()).second)
            name = Tr::tr("%1 (column %2)").arg(name).arg(index + 1);
        taken.insert(name.toLower().toStdString());
        Field &field = m_fields.emplace_back();
        field.column = index;
        field.kind = column.kind;
        field.nullWhenEmpty = named && column.name == "value"_L1;
        field.typed = field.nullWhenEmpty && m_typeColumn >= 0;
        field.key = ",";
        appendJsonText(name.toStdString(), field.key);
        field.key += ':';
        const std::string unit = column.unit.trimmed().toStdString();
        const bool number =
            column.kind == CsvColumn::Kind::Number || column.kind == CsvColumn::Kind::Integer;
        if (unit.empty() || !number || decode::unitFromName(name.toStdString()) == unit)
            continue;
        field.unit = ",";
        appendJsonText(name.toStdString() + "_unit", field.unit);
        field.unit += ':';
        appendJsonText(unit, field.unit);
    }
}

std::string_view CsvReader::deviceOf(const std::vector<std::string_view> &cells)
{
    const auto index = static_cast<std::size_t>(m_deviceColumn);
    if (m_deviceColumn < 0)
        return m_device;
    constexpr std::size_t longest = 128; // what the decoder takes for an id
    const std::string_view cell =
        index < cells.size() ? unguarded(trimmedCell(cells[index])) : std::string_view();
    if (!cell.empty() && cell.size() <= longest)
        return cell;
    m_notices.count(BadDevice, [&] { return place(); });
    return m_device;
}

bool CsvReader::readRow(telemetry::MessageView &out)
{
    const std::vector<std::string_view> &cells = m_records.fields();
    const auto time = m_time.of(cells, m_row++);
    if (!time) {
        m_notices.count(BadTime, [&] {
            return Tr::tr("%1, \"%2\"")
                .arg(place(),
                     QString::fromUtf8(m_time.seen().data(), m_time.seen().size()).left(40));
        });
        return false;
    }
    if (cells.size() < m_plan.columns.size())
        m_notices.count(ShortRow, [&] { return place(); });
    else if (cells.size() > m_plan.columns.size())
        m_notices.count(LongRow, [&] { return place(); });
    if (m_last != base::noTime && *time < m_last)
        m_notices.count(StepsBack, [&] { return place(); });
    m_last = *time;
    const std::string_view device = deviceOf(cells);
    if (m_topic.empty() || device != m_topicDevice) {
        m_topicDevice = device;
        m_topic = csvTopic(device);
    }
    m_payload = "{\"ts\":\"";
    appendIso(*time, m_payload);
    m_payload += "\",\"deviceId\":";
    appendJsonText(device, m_payload);
    for (const Field &field : m_fields) {
        if (field.typed)
            appendTyped(field, cells);
        else
            appendCell(field,
                       field.column < cells.size() ? cells[field.column] : std::string_view());
    }
    m_payload += '}';
    const std::size_t size = m_payload.size();
    m_payload.append(telemetry::MessageBatch::padding, '\0');
    out = {.topic = m_topic, .payload = {m_payload.data(), size}, .received = *time};
    return true;
}

void CsvReader::appendCell(const Field &field, std::string_view cell)
{
    using Kind = CsvColumn::Kind;
    const std::string_view text = trimmedCell(cell);
    if (text.empty()) {
        if (field.nullWhenEmpty)
            m_payload += field.key + "null";
        return;
    }
    m_payload += field.key;
    if (field.kind != Kind::Text && m_missing.matches(text)) {
        m_payload += "null";
        m_payload += field.unit;
        return;
    }
    if (field.kind == Kind::Bool) {
        if (const auto value = boolOfCell(text)) {
            m_payload += *value ? "true" : "false";
            return;
        }
    }
    const bool number = field.kind == Kind::Number || field.kind == Kind::Integer;
    if (number && appendNumber(text, m_plan.dialect.decimalComma, m_payload)) {
        m_payload += field.unit;
        return;
    }
    if (number)
        m_notices.count(NotNumber, [&] {
            return Tr::tr("%1, \"%2\" in %3")
                .arg(place(), QString::fromUtf8(text.data(), text.size()).left(40),
                     m_plan.columns[field.column].name);
        });
    if (!appendJsonText(unguarded(cell), m_payload))
        m_notices.count(NotUtf8, [&] { return place(); });
}

/// A value of our own long export: the same text means a number or itself, by the type beside it.
void CsvReader::appendTyped(const Field &field, const std::vector<std::string_view> &cells)
{
    const auto cell = [&cells](std::size_t column) {
        return column < cells.size() ? cells[column] : std::string_view();
    };
    const std::string_view text = cell(field.column);
    const std::string_view type = cell(static_cast<std::size_t>(m_typeColumn));
    m_payload += field.key;
    if (m_qualityColumn >= 0 && cell(static_cast<std::size_t>(m_qualityColumn)) == "missing") {
        m_payload += "null";
    } else if (type == "text" || text.empty()) {
        if (!appendJsonText(unguarded(text), m_payload))
            m_notices.count(NotUtf8, [&] { return place(); });
    } else if (const auto flag = boolOfCell(text); flag && type == "bool") {
        m_payload += *flag ? "true" : "false";
    } else if (text == "NaN") { // JSON has none
        m_payload += "null";
    } else if (!appendNumber(text, false, m_payload)) {
        appendJsonText(text, m_payload);
    }
}

} // namespace

base::Result<std::unique_ptr<MessageReader>> openCsv(std::unique_ptr<QIODevice> device,
                                                     const QString &name, const CsvPlan &plan)
{
    if (const auto good = plan.check(); !good)
        return tl::unexpected(good.error());
    return std::make_unique<CsvReader>(std::move(device), name, plan);
}

base::Result<std::unique_ptr<MessageReader>> openCsv(const QString &path, const CsvPlan &plan)
{
    auto file = openFile(path);
    if (!file)
        return tl::unexpected(file.error());
    return openCsv(std::move(*file), QFileInfo(path).completeBaseName(), plan);
}

} // namespace interchange
