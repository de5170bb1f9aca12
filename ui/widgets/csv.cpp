// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/csv.h"

#include <QLocale>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString line(const QStringList &fields)
{
    QStringList out;
    for (const QString &field : fields)
        out.append(csvField(field));
    return out.join(u',') + u"\r\n"_s;
}

bool isNumber(const QString &text)
{
    bool plain = false;
    text.toDouble(&plain);
    bool local = false;
    (void)QLocale().toDouble(text, &local);
    return plain || local;
}

} // namespace

QString csvField(const QString &text)
{
    QString out = text;
    static const QString dangerous = u"=+-@\t\r\n"_s;
    if (!out.isEmpty() && dangerous.contains(out.front()) && !isNumber(out))
        out.prepend(u'\'');
    const bool quote =
        out.contains(u',') || out.contains(u'"') || out.contains(u'\n') || out.contains(u'\r');
    if (!quote)
        return out;
    out.replace(u"\""_s, u"\"\""_s);
    return u'"' + out + u'"';
}

QString csv(const QModelIndexList &indexes)
{
    if (indexes.isEmpty())
        return {};
    std::map<int, std::map<int, QModelIndex>> rows;
    std::set<int> columns;
    for (const QModelIndex &index : indexes) {
        rows[index.row()][index.column()] = index;
        columns.insert(index.column());
    }
    const QAbstractItemModel *model = indexes.first().model();
    QStringList heads;
    for (const int column : columns)
        heads.append(model->headerData(column, Qt::Horizontal).toString());
    QString out = line(heads);
    for (const auto &[row, cells] : rows) {
        QStringList fields;
        for (const int column : columns) {
            const auto it = cells.find(column);
            fields.append(it == cells.end() ? QString() : it->second.data().toString());
        }
        out += line(fields);
    }
    return out;
}

QString csv(const QAbstractItemModel &model, const QList<int> &columns)
{
    QModelIndexList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column : columns)
            all.append(model.index(row, column));
    }
    return csv(all);
}

} // namespace ui
