// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ledgertable.h"

#include "ui/widgets/csv.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"

#include <QGridLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using ingest::LedgerFigures;

struct Row
{
    const char *name;
    const char *meaning;
    std::uint64_t LedgerFigures::*figure; ///< null: brokerDropped
    bool loss;
};

constexpr std::array<Row, 19> rows{{
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "received"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Messages that reached Pilothouse."),
     &LedgerFigures::received, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "bytes"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Topics and payloads of those messages."),
     &LedgerFigures::bytes, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "decoded"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Messages that gave values, predictions or facts."),
     &LedgerFigures::decoded, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "kept as they are"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Images, unknown binary, deletions: shown, not decoded."),
     &LedgerFigures::kept, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "undecodable"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Messages that break the rules of their format; the reason is kept."),
     &LedgerFigures::undecodable, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "samples"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Values found in messages."), &LedgerFigures::samples,
     false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "predictions"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Answers of edge models found in messages."),
     &LedgerFigures::predictions, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "late"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Values older than ones already here; put in their place."),
     &LedgerFigures::late, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "duplicates"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Values that were here already; kept once."),
     &LedgerFigures::duplicates, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "handed to the store"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Values given to the history on disk."),
     &LedgerFigures::handedToStore, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "transient"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Values that their sender asks not to store."),
     &LedgerFigures::transient, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "cut by a limit"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Messages of which a part was left out; see Settings, limits."),
     &LedgerFigures::capped, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "coalesced"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Live values replaced by newer ones before the screen drew them; none is "
                       "missing in charts or history."),
     &LedgerFigures::coalesced, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "topics not listed"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Messages on topics beyond the limit of Explore; decoded all the same."),
     &LedgerFigures::noTopic, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "restarts"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Senders whose sequence numbers started over."),
     &LedgerFigures::restarts, false},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "lost: gaps"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Messages missing by their sequence number."),
     &LedgerFigures::gaps, true},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "lost: dropped here"),
     QT_TRANSLATE_NOOP("ui::LedgerTable", "Refused because this machine did not keep up."),
     &LedgerFigures::dropped, true},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "lost: no room"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "Values refused because the limit of signals or devices was hit."),
     &LedgerFigures::noSignal, true},
    {QT_TRANSLATE_NOOP("ui::LedgerTable", "lost: by the broker"),
     QT_TRANSLATE_NOOP("ui::LedgerTable",
                       "What the broker says it dropped since the connection began ($SYS); a dash "
                       "when it does not tell."),
     nullptr, true},
}};

QString figureOf(const Row &row, const LedgerFigures &figures)
{
    if (row.figure)
        return row.figure == &LedgerFigures::bytes ? format::bytes(figures.bytes)
                                                   : format::count(figures.*row.figure);
    return figures.brokerDropped < 0 ? format::none
                                     : format::count(static_cast<quint64>(figures.brokerDropped));
}

bool figureIsThere(const Row &row, const LedgerFigures &figures)
{
    return row.figure ? figures.*row.figure > 0 : figures.brokerDropped > 0;
}

bool isAbnormal(const Row &row, const LedgerFigures &figures)
{
    return row.loss && figureIsThere(row, figures);
}

} // namespace

LedgerTable::LedgerTable(bool withMeaning, QWidget *parent)
    : QWidget(parent)
    , m_withMeaning(withMeaning)
{
    setAccessibleName(tr("What became of every message"));
}

void LedgerTable::setColumns(const QStringList &names)
{
    if (names == m_columns && m_grid)
        return;
    m_columns = names;
    build();
}

void LedgerTable::build()
{
    delete m_grid;
    qDeleteAll(findChildren<Label *>(QString(), Qt::FindDirectChildrenOnly));
    m_cells.clear();
    m_names.clear();
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(20));
    m_grid->setVerticalSpacing(px(4));
    const int columns = static_cast<int>(m_columns.size());
    for (int column = 0; column < columns; ++column) {
        auto *head = new Label(m_columns[column], Type::Second, Role::TextSecond, false, this);
        m_grid->addWidget(head, 0, column + 1, Qt::AlignRight);
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Row &row = rows[static_cast<size_t>(i)];
        auto *name = new Label(tr(row.name), Type::Base, Role::Text, false, this);
        name->setToolTip(tr(row.meaning));
        m_grid->addWidget(name, i + 1, 0);
        m_names.push_back(name);
        std::vector<Label *> cells;
        for (int column = 0; column < columns; ++column) {
            auto *cell = new Label(format::none, Type::Base, Role::Text, false, this);
            cell->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_grid->addWidget(cell, i + 1, column + 1);
            cells.push_back(cell);
        }
        m_cells.push_back(std::move(cells));
        if (m_withMeaning)
            m_grid->addWidget(
                new Label(tr(row.meaning), Type::Second, Role::TextSecond, false, this), i + 1,
                columns + 1);
    }
    m_grid->setColumnStretch(m_withMeaning ? columns + 1 : 0, 1);
}

void LedgerTable::setFigures(const std::vector<LedgerFigures> &figures)
{
    m_figures = figures;
    for (size_t i = 0; i < m_cells.size(); ++i) {
        bool quiet = true;
        for (size_t column = 0; column < m_cells[i].size() && column < figures.size(); ++column) {
            Label *cell = m_cells[i][column];
            const QString text = figureOf(rows[i], figures[column]);
            if (text != cell->text())
                cell->setText(text);
            const bool zero = !figureIsThere(rows[i], figures[column]);
            quiet = quiet && zero;
            cell->setRole(isAbnormal(rows[i], figures[column]) ? Role::High
                              : zero                           ? Role::TextSecond
                                                               : Role::Text);
        }
        m_names[i]->setRole(quiet ? Role::TextSecond : Role::Text);
    }
}

QString LedgerTable::asCsv() const
{
    QString out = csvField(tr("Figure"));
    for (const QString &column : m_columns)
        out += u',' + csvField(column);
    out += u"\r\n"_s;
    for (const Row &row : rows) {
        out += csvField(tr(row.name));
        for (const LedgerFigures &figures : m_figures)
            out += u','
                + csvField(row.figure ? QString::number(figures.*row.figure)
                                      : QString::number(figures.brokerDropped));
        out += u"\r\n"_s;
    }
    return out;
}

} // namespace ui
