// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectionmodel.h"

#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "ui/connect/statewords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <QIcon>

using namespace Qt::StringLiterals;

namespace ui {

QString addressOf(const connect::mqtt::Profile &profile)
{
    const QString user = profile.user.isEmpty() ? QString() : QString(profile.user + u'@');
    return base::visibleText(
        u"%1://%2%3:%4"_s.arg(profile.tls ? u"mqtts"_s : u"mqtt"_s, user, profile.host)
            .arg(profile.port));
}

ConnectionModel::ConnectionModel(const Console &console, QObject *parent)
    : QAbstractTableModel(parent)
    , m_console(console)
{
    QObject::connect(console.connections, &connect::Connections::profilesChanged, this,
                     &ConnectionModel::reload);
    reload();
}

void ConnectionModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const auto &profile : m_console.connections->profiles()) {
        Row row{.profile = profile, .status = {}};
        pull(row);
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

void ConnectionModel::pull(Row &row) const
{
    row.status = m_console.connections->status(row.profile.id);
    const telemetry::SourceId source = m_console.connections->sourceId(row.profile.id);
    row.rate = m_console.pipeline->messageRate(source);
    row.lost = m_console.pipeline->ledger(source).lost();
}

void ConnectionModel::refresh()
{
    if (m_rows.empty())
        return;
    for (Row &row : m_rows)
        pull(row);
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

QString ConnectionModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].profile.id : QString();
}

int ConnectionModel::rowOf(const QString &id) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].profile.id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool number = section == Rate || section == Lost;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Connection"), tr("State"), tr("Address"),
                       tr("msg/s"),      tr("Lost"),  tr("What is going on")}
        .value(section);
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case rawRole:
        return raw(row, column);
    case Qt::ToolTipRole:
        return column == What ? QVariant(row.status.sentence) : QVariant();
    case Qt::DecorationRole:
        return column == State ? QVariant(markIcon(stateMark(row.status.state), px(16)))
                               : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            Qt::AlignVCenter | (column == Rate || column == Lost ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (column == Lost && row.lost > 0)
            return colour(Role::High);
        if (column == Address || column == What)
            return colour(Role::TextSecond);
        return {};
    default:
        return {};
    }
}

QVariant ConnectionModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return base::visibleText(row.profile.name);
    case State:
        return stateDetail(row.status, format::now());
    case Address:
        return addressOf(row.profile);
    case Rate:
        return format::rateNumber(row.rate);
    case Lost:
        return format::count(row.lost);
    default:
        return base::visibleText(row.status.sentence);
    }
}

QVariant ConnectionModel::raw(const Row &row, int column) const
{
    switch (column) {
    case State:
        return static_cast<int>(row.status.state);
    case Rate:
        return row.rate;
    case Lost:
        return row.lost;
    default:
        return text(row, column);
    }
}

} // namespace ui
