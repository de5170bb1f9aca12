// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/findindex.h"

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace ui {

class MainWindow;

/// What the palette offers for the words typed, best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole, KindRole, KeysRole };

    PaletteModel(MainWindow *window, QObject *parent);

    void search(const QString &text);
    bool run(const QModelIndex &index); ///< goes there or triggers it
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item
    {
        int score = 0;
        QString text = {};
        QString detail = {};
        QString kind = {}; ///< "page", "action", ... translated
        QString iconName = {};
        Destination destination = {};
        QPointer<QAction> action = {};
    };
    void addPages(const QStringList &words);
    void addActions(const QStringList &words);
    void addSettings(const QStringList &words);
    void addConnections(const QStringList &words);
    void addNames(const QString &text);
    void addTopics(const QString &text);
    void addFromPages(const QString &text);
    void offer(Item item, const QStringList &words, const QString &alsoKnownAs = {});

    MainWindow *m_window;
    FindIndex m_index;
    std::vector<Item> m_items;
};

} // namespace ui
