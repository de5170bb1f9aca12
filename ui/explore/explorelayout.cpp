// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/explorepage.h"
#include "ui/explore/historymodel.h"
#include "ui/explore/payloadview.h"
#include "ui/explore/publishpanel.h"
#include "ui/explore/searchmodel.h"
#include "ui/explore/topictree.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace ui {

QWidget *ExplorePage::makeTopics()
{
    auto *card = new Card;
    m_search = new FilterEdit(tr("Search topics: all words must occur"));
    m_search->setObjectName(u"topicSearch"_s);
    m_treeView = new QTreeView;
    m_treeView->setObjectName(u"topicTree"_s);
    m_treeView->setAccessibleName(tr("Topics"));
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setItemDelegate(new CellDelegate(m_treeView));
    m_treeView->setAllColumnsShowFocus(true);
    m_treeView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_treeView->setModel(m_tree);
    m_treeView->setIndentation(px(14));
    QHeaderView *header = m_treeView->header();
    header->setFont(typeFont(Type::Second));
    auto *columns = new Columns(m_treeView, header);
    columns->watch(m_tree);
    columns->setWidths({240, 150, 60, 80}, TopicTree::Name);
    columns->remember(m_console.settings, u"topics"_s);
    m_foundView = new TableView;
    m_foundView->setObjectName(u"topicResults"_s);
    m_foundView->setAccessibleName(tr("Topics found"));
    m_foundView->setModel(m_found);
    m_foundView->setColumnWidths({260, 130, 60, 80}, 0);
    m_foundView->setMiddleElided({0});
    m_foundView->rememberColumns(m_console.settings, u"foundTopics"_s);
    auto *lists = new QWidget;
    m_lists = new QStackedLayout(lists);
    m_lists->addWidget(m_treeView);
    m_lists->addWidget(m_foundView);
    m_listFoot = new Label(QString(), Type::Second, Role::TextSecond);
    m_listFoot->setElide(Qt::ElideRight);
    card->body()->addWidget(m_search);
    card->body()->addWidget(lists, 1);
    card->body()->addWidget(m_listFoot);
    return card;
}

QWidget *ExplorePage::makeMessages()
{
    auto *all = new QSplitter(Qt::Vertical);
    all->setChildrenCollapsible(false);
    all->setHandleWidth(px(12));
    auto *column = new QSplitter(Qt::Vertical);
    column->setChildrenCollapsible(false);
    column->setHandleWidth(px(12));
    auto *messages = new Card;
    m_topicLabel = new Label(tr("Choose a topic"), Type::Section, Role::Text, true);
    m_topicLabel->setObjectName(u"topicLabel"_s);
    m_topicLabel->setElide(Qt::ElideMiddle);
    m_topicLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_topicNote = new Label(QString(), Type::Second, Role::TextSecond);
    m_topicNote->setElide(Qt::ElideRight);
    m_historyView = new TableView;
    m_historyView->setObjectName(u"messageHistory"_s);
    m_historyView->setAccessibleName(tr("Messages of the topic"));
    m_historyView->setModel(m_history);
    m_historyView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_historyView->setColumnWidths({100, 76, 150, 200}, 3);
    m_historyView->rememberColumns(m_console.settings, u"messages"_s);
    messages->body()->setSpacing(px(4));
    messages->body()->addWidget(m_topicLabel);
    messages->body()->addWidget(m_topicNote);
    messages->body()->addWidget(m_historyView, 1);
    column->addWidget(messages);
    auto *payload = new Card;
    m_payload = new PayloadView;
    payload->body()->addWidget(m_payload, 1);
    column->addWidget(payload);
    auto *publish = new Card(tr("Publish"));
    m_publish = new PublishPanel(m_console.connections);
    publish->body()->addWidget(m_publish);
    publish->hide();
    m_publishCard = publish;
    column->setSizes({px(300), px(460)});
    auto *choose = new Card;
    auto *pane = new StatePane;
    pane->setObjectName(u"chooseTopic"_s);
    pane->showEmpty(u"view-list-tree"_s, tr("Choose a topic"),
                    tr("Its messages, their content and what was understood of them appear here."),
                    tr("Show the busiest topic"));
    connect(pane, &StatePane::clicked, this, &ExplorePage::showBusiest);
    choose->body()->addWidget(pane, 1);
    m_messages = new QStackedWidget;
    m_messages->addWidget(choose);
    m_messages->addWidget(column);
    all->addWidget(m_messages);
    all->addWidget(publish);
    all->setSizes({px(760), px(260)});
    return all;
}

void ExplorePage::makeActions()
{
    const auto add = [this](const QString &text, const QString &tip, const QKeySequence &keys) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(
            keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
        addAction(action);
        m_actions.append(action);
        return action;
    };
    m_pause = add(tr("Pause"), tr("Holds the list of messages; nothing is lost meanwhile"),
                  Qt::CTRL | Qt::Key_P);
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::toggled, this, &ExplorePage::setPaused);
    QAction *find = add(tr("Find topic"), tr("Goes to the search line"), QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    QAction *copyTopic =
        add(tr("Copy topic"), tr("Copies the name of the topic"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(copyTopic, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(topicName()); });
    QAction *copyPayload =
        add(tr("Copy payload"), tr("Copies the payload as text, or as hex when it is binary"), {});
    connect(copyPayload, &QAction::triggered, this, [this] {
        const ingest::KeptMessage *message =
            m_history->message(std::max(0, m_historyView->currentIndex().row()));
        if (!message)
            return;
        const QString text = QString::fromUtf8(message->payload);
        QApplication::clipboard()->setText(text.toUtf8() == message->payload
                                               ? text
                                               : QString::fromLatin1(message->payload.toHex()));
    });
    if (m_console.replay)
        return; // nothing is sent or set from a recording
    QAction *pinned = add(tr("Pin decoder…"),
                          tr("Says how topics are to be decoded where detection is wrong"), {});
    connect(pinned, &QAction::triggered, this, &ExplorePage::pin);
    QAction *publish = add(tr("Publish…"), tr("Shows the panel to publish a message"), {});
    publish->setCheckable(true);
    connect(publish, &QAction::toggled, this, [this](bool on) {
        m_publishCard->setVisible(on);
        m_publish->setTarget(connectionId(), topicName());
    });
}

} // namespace ui
