// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/ledger.h"

#include <QStringList>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace ui {

class Label;

/// What became of every message: one line a figure, one column a source, and what it means.
class LedgerTable final : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerTable(bool withMeaning, QWidget *parent = nullptr);

    void setColumns(const QStringList &names);
    void setFigures(const std::vector<ingest::LedgerFigures> &figures); ///< one a column
    /// The same as text, for the clipboard.
    QString asCsv() const;

private:
    void build();

    const bool m_withMeaning;
    QStringList m_columns;
    QGridLayout *m_grid = nullptr;
    std::vector<std::vector<Label *>> m_cells; ///< by row, by column
    std::vector<Label *> m_names; ///< by row
    std::vector<ingest::LedgerFigures> m_figures;
};

} // namespace ui
