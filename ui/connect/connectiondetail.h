// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/console.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QStandardItemModel;
QT_END_NAMESPACE

namespace connect {
struct SourceStatus;
}

namespace ui {

class Badge;
class Card;
class Label;
class LedgerTable;
class MappingEditor;
class TableView;

/// Everything about one connection: state, counters, subscriptions, certificates, losses, the last
/// undecodable messages, mappings.
class ConnectionDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConnectionDetail(const Console &console, QWidget *parent = nullptr);

    void setConnection(const QString &id);
    void refresh();
    void showUndecodable(); ///< scrolls to the last undecodable messages

private:
    void build();
    Card *newCounters();
    Card *newSubscriptions();
    Card *newUndecodable();
    void refreshCounters(const connect::SourceStatus &status);
    void refreshSubscriptions(const connect::SourceStatus &status);
    void refreshCertificates(const connect::SourceStatus &status);
    void refreshUndecodable();

    const Console m_console;
    QString m_id;
    Badge *m_badge = nullptr;
    Label *m_sentence = nullptr;
    QGridLayout *m_counters = nullptr;
    QList<Label *> m_counterLabels;
    QStandardItemModel *m_subscriptions = nullptr;
    TableView *m_subscriptionTable = nullptr;
    Card *m_certificateCard = nullptr;
    Label *m_certificates = nullptr;
    LedgerTable *m_ledger = nullptr;
    QStandardItemModel *m_undecodable = nullptr;
    Card *m_undecodableCard = nullptr;
    Label *m_undecodableNone = nullptr;
    TableView *m_undecodableTable = nullptr;
    MappingEditor *m_mappings = nullptr;
};

} // namespace ui
