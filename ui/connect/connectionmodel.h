// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/connections.h"
#include "ui/widgets/console.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// All connections of the workspace with state, rate, losses and the sentence. refresh() pulls.
class ConnectionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Address, Rate, Lost, What, ColumnCount };

    explicit ConnectionModel(const Console &console, QObject *parent = nullptr);

    void refresh(); ///< one dataChanged for all rows
    QString idAt(int row) const;
    int rowOf(const QString &id) const; ///< -1: unknown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        connect::mqtt::Profile profile;
        connect::SourceStatus status;
        double rate = 0;
        quint64 lost = 0;
    };
    void reload();
    void pull(Row &row) const;
    QVariant text(const Row &row, int column) const;
    QVariant raw(const Row &row, int column) const;

    const Console m_console;
    std::vector<Row> m_rows;
};

/// "mqtts://user@host:8883"
QString addressOf(const connect::mqtt::Profile &profile);

} // namespace ui
