// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectiondetail.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/connect/certificatetext.h"
#include "ui/connect/ledgertable.h"
#include "ui/connect/mappingeditor.h"
#include "ui/connect/statewords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Sets rows only where they differ: selection and scroll position stay.
void setRows(QStandardItemModel *model, const QList<QStringList> &rows)
{
    model->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            const QModelIndex index = model->index(row, column);
            if (index.data().toString() == rows[row][column])
                continue;
            model->setData(index, rows[row][column]);
            model->setData(index, QString(u"<p>"_s + rows[row][column].toHtmlEscaped() + u"</p>"_s),
                           Qt::ToolTipRole);
        }
    }
}

} // namespace

ConnectionDetail::ConnectionDetail(const Console &console, QWidget *parent)
    : QScrollArea(parent)
    , m_console(console)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    build();
}

void ConnectionDetail::build()
{
    auto *inside = new QWidget;
    auto *across = new QHBoxLayout(inside);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(px(14));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(px(14));
        across->addLayout(column, 1);
    }
    left->addWidget(newCounters());
    m_certificateCard = new Card(tr("Certificates of the server"));
    m_certificates = new Label;
    m_certificates->setWordWrap(true);
    m_certificates->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
    m_certificateCard->body()->addWidget(m_certificates);
    left->addWidget(m_certificateCard);
    auto *ledger = new Card(tr("What became of every message"));
    ledger->setNote(tr("since the start"));
    m_ledger = new LedgerTable(false);
    m_ledger->setColumns({tr("Count")});
    ledger->body()->addWidget(m_ledger);
    left->addWidget(ledger);
    left->addStretch(1);
    right->addWidget(newSubscriptions());
    m_undecodableCard = newUndecodable();
    right->addWidget(m_undecodableCard);
    auto *mappings = new Card(tr("Mappings"));
    mappings->setNote(tr("your word where detection is wrong"));
    m_mappings = new MappingEditor(m_console);
    mappings->body()->addWidget(m_mappings);
    right->addWidget(mappings);
    right->addStretch(1);
    setWidget(inside);
}

Card *ConnectionDetail::newCounters()
{
    auto *card = new Card(tr("Now"));
    m_badge = new Badge;
    m_sentence = new Label(QString(), Type::Base, Role::TextSecond);
    m_sentence->setWordWrap(true);
    card->body()->addWidget(m_badge);
    card->body()->addWidget(m_sentence);
    m_counters = new QGridLayout;
    m_counters->setHorizontalSpacing(px(20));
    m_counters->setVerticalSpacing(px(4));
    m_counters->setColumnStretch(1, 1);
    card->body()->addLayout(m_counters);
    return card;
}

Card *ConnectionDetail::newSubscriptions()
{
    auto *card = new Card(tr("Subscriptions"));
    m_subscriptions = new QStandardItemModel(0, 4, this);
    m_subscriptions->setHorizontalHeaderLabels(
        {tr("Filter"), tr("Asked"), tr("Granted"), tr("Messages")});
    m_subscriptions->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                                   Qt::TextAlignmentRole);
    m_subscriptionTable = new TableView;
    m_subscriptionTable->setModel(m_subscriptions);
    m_subscriptionTable->setColumnWidths({180, 64, 150});
    m_subscriptionTable->growWithRows(8);
    m_subscriptionTable->setAccessibleName(tr("Subscriptions"));
    card->body()->addWidget(m_subscriptionTable);
    return card;
}

Card *ConnectionDetail::newUndecodable()
{
    auto *card = new Card(tr("Last undecodable messages"));
    m_undecodableNone = new Label(tr("None so far."), Type::Base, Role::TextSecond);
    card->body()->addWidget(m_undecodableNone);
    m_undecodable = new QStandardItemModel(0, 4, this);
    m_undecodable->setHorizontalHeaderLabels({tr("Time"), tr("Topic"), tr("Format"), tr("Reason")});
    m_undecodableTable = new TableView;
    m_undecodableTable->setModel(m_undecodable);
    m_undecodableTable->setColumnWidths({80, 200, 80});
    m_undecodableTable->setMiddleElided({1});
    m_undecodableTable->growWithRows(8);
    m_undecodableTable->setAccessibleName(tr("Last undecodable messages"));
    card->body()->addWidget(m_undecodableTable);
    return card;
}

void ConnectionDetail::setConnection(const QString &id)
{
    m_id = id;
    m_mappings->setConnection(id);
    refresh();
}

void ConnectionDetail::refresh()
{
    if (m_id.isEmpty())
        return;
    const connect::SourceStatus status = m_console.connections->status(m_id);
    m_badge->set(stateMark(status.state), stateDetail(status, format::now()));
    m_sentence->setText(base::visibleText(status.sentence));
    refreshCounters(status);
    refreshSubscriptions(status);
    refreshCertificates(status);
    m_ledger->setFigures({m_console.pipeline->ledger(m_console.connections->sourceId(m_id))});
    refreshUndecodable();
}

void ConnectionDetail::refreshCounters(const connect::SourceStatus &status)
{
    const base::TimeNs now = format::now();
    QList<QPair<QString, QString>> rows{
        {tr("For"), status.since > 0 ? format::duration(now - status.since) : format::none},
        {tr("Received"),
         tr("%1 messages, %2").arg(format::count(status.messages), format::bytes(status.bytes))},
        {tr("Rate"),
         format::rate(m_console.pipeline->messageRate(m_console.connections->sourceId(m_id)))},
        {tr("Published"), format::count(status.published)},
        {tr("Reconnected"), format::count(status.reconnects)},
        {tr("Round trip"),
         status.roundTripMs < 0 ? format::none
                                : tr("%1 ms").arg(format::fixed(status.roundTripMs, 1))},
        {tr("Reading paused"),
         status.blockedFor > 0 ? format::duration(status.blockedFor) : format::none},
        {tr("Dropped by the broker"),
         status.brokerDropped < 0 ? tr("not told")
                                  : format::count(static_cast<quint64>(status.brokerDropped))},
        {tr("Encryption"), status.tlsText.isEmpty() ? tr("none") : status.tlsText},
        {tr("Server"),
         status.serverText.isEmpty() ? format::none : base::visibleText(status.serverText)},
        {tr("MQTT engine"), connect::Connections::engineName()},
    };
    for (const auto &[name, value] : status.details) {
        if (value != connect::Connections::engineName()) // said already
            rows.append({base::visibleText(name), base::visibleText(value)});
    }
    while (m_counterLabels.size() < 2 * rows.size()) {
        const int row = static_cast<int>(m_counterLabels.size()) / 2;
        auto *name = new Label(QString(), Type::Base, Role::TextSecond);
        auto *value = new Label;
        value->setElide(Qt::ElideRight);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_counters->addWidget(name, row, 0);
        m_counters->addWidget(value, row, 1);
        m_counterLabels << name << value;
    }
    for (qsizetype i = 0; i < m_counterLabels.size(); ++i) {
        const bool used = i / 2 < rows.size();
        const QString text = !used ? QString()
            : i % 2 == 0           ? rows[i / 2].first
                                   : rows[i / 2].second;
        if (m_counterLabels[i]->text() != text)
            m_counterLabels[i]->setText(text);
        m_counterLabels[i]->setVisible(used);
    }
}

void ConnectionDetail::refreshSubscriptions(const connect::SourceStatus &status)
{
    QList<QStringList> rows;
    for (const connect::SubscriptionStatus &one : status.subscriptions) {
        const QString granted = !one.answer.isEmpty() ? one.answer
            : one.grantedQos < 0                      ? tr("not answered yet")
                                                      : tr("QoS %1").arg(one.grantedQos);
        rows.append({base::visibleText(one.filter), tr("QoS %1").arg(one.requestedQos), granted,
                     format::count(one.messages)});
    }
    setRows(m_subscriptions, rows);
    for (int row = 0; row < static_cast<int>(status.subscriptions.size()); ++row) {
        const connect::SubscriptionStatus &one = status.subscriptions[static_cast<size_t>(row)];
        const bool less = one.grantedQos >= 0 && one.grantedQos < one.requestedQos;
        const Role role = one.refused ? Role::Critical : less ? Role::High : Role::Text;
        m_subscriptions->setData(m_subscriptions->index(row, 2), colour(role), Qt::ForegroundRole);
        m_subscriptions->setData(m_subscriptions->index(row, 3),
                                 int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    }
}

void ConnectionDetail::refreshCertificates(const connect::SourceStatus &status)
{
    m_certificateCard->setVisible(!status.chain.empty());
    QStringList texts;
    for (const connect::CertificateInfo &certificate : status.chain)
        texts.append(certificateText(certificate));
    const QString text = texts.join(u"\n\n"_s);
    if (text != m_certificates->text())
        m_certificates->setText(text);
    m_certificateCard->setNote(status.chain.empty() ? QString() : expiryText(status.chain.front()));
}

void ConnectionDetail::refreshUndecodable()
{
    const telemetry::SourceId source = m_console.connections->sourceId(m_id);
    QList<QStringList> rows;
    for (const auto &one : m_console.pipeline->undecodable()) {
        if (one.source == source)
            rows.append({format::clock(one.time), base::visibleText(one.topic), one.decoder,
                         base::visibleText(one.reason)});
    }
    setRows(m_undecodable, rows);
    m_undecodableNone->setVisible(rows.isEmpty());
    m_undecodableTable->setVisible(!rows.isEmpty());
    m_undecodableCard->setNote(
        rows.isEmpty() ? QString()
                       : tr("%n message(s) shown", nullptr, static_cast<int>(rows.size())));
}

void ConnectionDetail::showUndecodable()
{
    ensureWidgetVisible(m_undecodableCard);
    m_undecodableTable->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
