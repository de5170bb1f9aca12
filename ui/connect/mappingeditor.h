// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "ui/widgets/console.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace ui {

class Label;

/// The operator's word where detection is wrong: one line a topic pattern. Saved with the profile
/// at once; it holds for messages that arrive from then on.
class MappingEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit MappingEditor(const Console &console, QWidget *parent = nullptr);

    void setConnection(const QString &id);

private:
    void show(const std::vector<decode::Mapping> &mappings);
    void addRow(const decode::Mapping &mapping);
    std::vector<decode::Mapping> mappings() const;
    void save();

    const Console m_console;
    QString m_id;
    QTableWidget *m_table;
    QPushButton *m_remove;
    Label *m_note;
    bool m_filling = false;
};

} // namespace ui
