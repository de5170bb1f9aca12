// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvtable.h"
#include "models/interchange/notices.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

constexpr qint64 headBytes = 1 << 20;
constexpr std::size_t previewRows = 50;
using About = CsvReason::About;

std::unique_ptr<QIODevice> deviceOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return Tr::tr("comma");
    case ';':
        return Tr::tr("semicolon");
    case '\t':
        return Tr::tr("tab");
    case '|':
        return Tr::tr("vertical bar");
    default:
        return Tr::tr("space");
    }
}

/// How evenly a delimiter cuts the records.
struct Cut
{
    CsvDialect dialect;
    std::size_t fields = 0; ///< the most frequent count, without the first record
    double even = 0; ///< share of records that have it
    std::uint64_t firstLine = 1; ///< of the first record that has (nearly) as many
};

Cut cutBy(const QByteArray &head, CsvDialect dialect, std::size_t limit)
{
    Cut cut{dialect};
    CsvRecords records(deviceOf(head), dialect);
    std::vector<std::pair<std::size_t, std::uint64_t>> counts; // fields, line
    while (counts.size() < limit) {
        const auto more = records.next();
        if (!more || !*more)
            break;
        counts.emplace_back(records.fields().size(), records.line());
    }
    std::map<std::size_t, std::size_t> votes;
    for (std::size_t i = counts.size() > 1 ? 1 : 0; i < counts.size(); ++i)
        ++votes[counts[i].first];
    std::size_t most = 0;
    std::size_t all = 0;
    for (const auto &[fields, count] : votes) {
        all += count;
        if (count > most || (count == most && fields > cut.fields)) {
            most = count;
            cut.fields = fields;
        }
    }
    cut.even = all == 0 ? 0 : static_cast<double>(most) / static_cast<double>(all);
    for (const auto &[fields, line] : counts) {
        if (fields + 1 >= cut.fields) {
            cut.firstLine = line;
            break;
        }
    }
    return cut;
}

/// Explicit delimiters come before the comma, which also stands in numbers, and the space last.
Cut bestCut(const QByteArray &head, CsvDialect dialect)
{
    constexpr std::size_t looked = 2'000;
    constexpr double evenEnough = 0.9;
    Cut best;
    for (const char delimiter : {'\t', ';', '|', ',', ' '}) {
        dialect.delimiter = delimiter;
        dialect.mergeDelimiters = delimiter == ' ';
        const Cut cut = cutBy(head, dialect, looked);
        if (cut.fields < 2)
            continue;
        if (cut.even >= evenEnough)
            return cut;
        if (cut.even > best.even)
            best = cut;
    }
    if (best.fields < 2) { // a list of one column
        dialect.delimiter = ',';
        dialect.mergeDelimiters = false;
        best = cutBy(head, dialect, looked);
    }
    return best;
}

char quoteOf(const QByteArray &head)
{
    if (head.contains('"'))
        return '"';
    const qsizetype single = head.count("',") + head.count(";'") + head.count("'\t");
    return single > 10 ? '\'' : '"';
}

QByteArray fingerprintOf(const CsvTable &table)
{
    QByteArray text;
    text += table.dialect.delimiter;
    text += QByteArray::number(static_cast<qlonglong>(table.columnCount)) + '\n';
    if (table.dialect.header)
        for (const std::string &name : table.header)
            text += QByteArray::fromStdString(name) + '\n';
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32);
}

void describeDialect(const CsvTable &table, const Cut &cut, CsvGuess &guess)
{
    const CsvDialect &dialect = table.dialect;
    guess.reasons.push_back({About::Encoding, dialect.encoding == Encoding::Latin1 ? 0.8 : 1,
                             dialect.encoding == Encoding::Latin1
                                 ? Tr::tr("The text is not UTF-8, so it is read as ISO-8859-1.")
                                 : Tr::tr("The text is %1.").arg(encodingName(dialect.encoding))});
    QString sentence = Tr::tr("%1 % of the rows have %2 fields between each %3.")
                           .arg(qRound(cut.even * 100))
                           .arg(cut.fields)
                           .arg(delimiterName(dialect.delimiter));
    if (dialect.decimalComma)
        sentence += u' ' + Tr::tr("Numbers are written with a comma.");
    guess.reasons.push_back({About::Delimiter, cut.even, sentence});
    if (dialect.formulaPrefix)
        guess.reasons.push_back(
            {About::Columns, 0.95,
             Tr::tr("A ' in front of texts that look like formulas is taken away.")});
    if (table.rowNumberInFront)
        guess.reasons.push_back(
            {About::Columns, 0.95,
             Tr::tr("The rows have one field more than the header: the first is a row number.")});
    guess.reasons.push_back(
        {About::Header, table.headerConfidence,
         dialect.header ? Tr::tr("The first row names the columns.")
                        : Tr::tr("The first row has values like the rows below it, so the columns "
                                 "have no names.")});
}

/// A value far outside of the others that many columns repeat.
void offerMissing(const CsvTable &table, CsvGuess &guess)
{
    static constexpr std::string_view sentinels[] = {"-200",  "-999",   "-9999", "-99",
                                                     "-99.9", "-99999", "9999",  "99999"};
    for (const std::string_view sentinel : sentinels) {
        const QString mark = QString::fromLatin1(sentinel.data(), sentinel.size());
        const MissingMarks marks({mark}, table.dialect.decimalComma);
        std::size_t cells = 0;
        std::size_t columns = 0;
        for (std::size_t column = 0; column < guess.plan.columns.size(); ++column) {
            if (guess.plan.columns[column].use != CsvColumn::Use::Signal)
                continue;
            std::size_t found = 0;
            bool otherNegative = false;
            for (const auto &row : table.rows) {
                if (column >= row.size())
                    continue;
                const bool match = marks.matches(row[column]);
                found += match;
                otherNegative = otherNegative || (!match && row[column].starts_with('-'));
            }
            if (found >= 2 && !(otherNegative && sentinel.starts_with('-'))) {
                cells += found;
                ++columns;
            }
        }
        if (cells > 2)
            guess.missingOffers.push_back(
                {mark,
                 Tr::tr("%1 stands in %2 cells of %3 columns and fits no other value there; it may "
                        "mean that nothing was measured.")
                     .arg(mark)
                     .arg(cells)
                     .arg(columns)});
    }
}

void fillPreview(const CsvTable &table, CsvGuess &guess)
{
    guess.preview.clear();
    guess.previewTimes.clear();
    RowTime time(guess.plan);
    std::vector<std::string_view> fields;
    for (std::size_t row = 0; row < std::min(previewRows, table.rows.size()); ++row) {
        fields.assign(table.rows[row].begin(), table.rows[row].end());
        QStringList &cells = guess.preview.emplace_back();
        for (const std::string_view cell : fields)
            cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        guess.previewTimes.push_back(time.of(fields, row).value_or(base::noTime));
    }
}

base::Result<> readTable(const QByteArray &head, CsvTable &table)
{
    constexpr std::size_t maxRows = 20'000;
    CsvRecords records(deviceOf(head), table.dialect);
    bool header = table.dialect.header;
    while (table.rows.size() < maxRows) {
        const auto more = records.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        auto &row = header ? table.header : table.rows.emplace_back();
        row.assign(records.fields().begin(), records.fields().end());
        header = false;
    }
    if (head.size() >= headBytes && table.rows.size() > 1 && records.bytesRead() >= headBytes)
        table.rows.pop_back(); // cut in the middle
    return {};
}

} // namespace

base::Result<QByteArray> csvHead(const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return tl::unexpected(file.error());
    QByteArray head;
    while (head.size() < headBytes) {
        const QByteArray piece = (*file)->read(headBytes - head.size());
        if (piece.isEmpty())
            break;
        head += piece;
    }
    return head;
}

base::Result<CsvGuess> guessCsv(const QString &path, const std::vector<CsvPlan> &remembered)
{
    const auto head = csvHead(path);
    if (!head)
        return tl::unexpected(head.error());
    return guessCsv(*head, QFileInfo(path).completeBaseName(), remembered);
}

base::Result<CsvGuess> guessCsv(const QByteArray &head, const QString &name,
                                const std::vector<CsvPlan> &remembered)
{
    if (head.trimmed().isEmpty())
        return base::failure(Tr::tr("%1 is empty; there is nothing to import.").arg(name));
    CsvTable table;
    table.dialect.encoding = guessEncoding(head);
    const bool wide =
        table.dialect.encoding == Encoding::Utf16Le || table.dialect.encoding == Encoding::Utf16Be;
    if (!wide && head.contains('\0'))
        return base::failure(
            Tr::tr("%1 holds binary data and is no table of text; choose another format.")
                .arg(name));
    table.dialect.quote = quoteOf(head);
    table.dialect.header = false;
    const Cut cut = bestCut(head, table.dialect);
    if (cut.fields == 0)
        return base::failure(Tr::tr("%1 has no rows that look like a table.").arg(name));
    table.dialect = cut.dialect;
    table.dialect.skipLines = static_cast<int>(cut.firstLine - 1);
    table.columnCount = cut.fields;
    if (const auto read = readTable(head, table); !read)
        return base::failure(Tr::tr("%1: %2").arg(name, read.error().text), read.error().code);
    if (table.rows.empty())
        return base::failure(Tr::tr("%1 has no rows.").arg(name));
    table.findDecimalComma();
    table.findHeader();
    if (table.rows.empty())
        return base::failure(Tr::tr("%1 has no rows below its header.").arg(name));
    table.findFormulaPrefix();

    CsvGuess guess;
    guess.plan.device = name;
    guess.plan.missing = usualMissing();
    guess.plan.dialect = table.dialect;
    guess.plan.fingerprint = QString::fromLatin1(fingerprintOf(table));
    describeDialect(table, cut, guess);
    table.describeColumns(guess);
    if (cut.fields == 1 && guess.plan.columns.front().kind == CsvColumn::Kind::Text)
        return base::failure(
            Tr::tr("%1 has no delimiter that cuts its lines into columns, and no numbers; it is no "
                   "table.")
                .arg(name));
    const auto known = std::find_if(remembered.begin(), remembered.end(), [&](const CsvPlan &plan) {
        return plan.fingerprint == guess.plan.fingerprint && plan.check()
            && plan.columns.size() == guess.plan.columns.size();
    });
    if (known != remembered.end()) {
        guess.plan = *known;
        guess.plan.device = name;
        guess.reasons.push_back(
            {About::Columns, 1, Tr::tr("A table with the same header was read this way before.")});
    } else {
        table.guessTime(guess);
    }
    offerMissing(table, guess);
    fillPreview(table, guess);
    return guess;
}

base::Result<void> refreshPreview(const QByteArray &head, CsvGuess &guess)
{
    CsvTable table;
    table.dialect = guess.plan.dialect;
    if (const auto read = readTable(head, table); !read)
        return read;
    fillPreview(table, guess);
    return {};
}

} // namespace interchange
