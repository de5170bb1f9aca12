// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/topictable.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QTabWidget;
class QTreeView;
QT_END_NAMESPACE

namespace ui {

class FilterEdit;
class HistoryModel;
class Label;
class PayloadView;
class PublishPanel;
class SearchModel;
class StatePane;
class TableView;
class TopicTree;

/// What do the brokers carry? Topics as a tree with rates and last values, search, the messages of
/// one topic, each payload from all sides, publishing.
class ExplorePage final : public Page
{
    Q_OBJECT

public:
    explicit ExplorePage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;
    QList<Found> find(const QString &words) const override;

    ingest::TopicId topic() const { return m_topic; }
    void showTopic(ingest::TopicId topic);

private:
    QWidget *makeTopics();
    QWidget *makeMessages();
    void makeActions();
    void makeConnections();

    void refreshTopics();
    void refreshMessages();
    void search(const QString &words);
    void showMessage(int row);
    void showTopicHead();
    void showBusiest();
    void setPaused(bool paused);
    void pin();
    QString connectionId() const; ///< profile of the topic shown
    QString topicName() const;

    TopicTree *m_tree = nullptr;
    SearchModel *m_found = nullptr;
    HistoryModel *m_history = nullptr;
    ingest::TopicId m_topic = ingest::noTopic;
    ingest::TopicFigures m_figures;
    std::uint64_t m_shownNumber = 0;
    bool m_follow = true; ///< the viewer shows the newest message
    bool m_paused = false;
    int m_openedSources = 0;
    QElapsedTimer m_sinceFigures;
    QElapsedTimer m_sinceSums;
    QElapsedTimer m_sinceMessages;

    QStackedLayout *m_stack = nullptr;
    StatePane *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    FilterEdit *m_search = nullptr;
    QStackedLayout *m_lists = nullptr;
    QTreeView *m_treeView = nullptr;
    TableView *m_foundView = nullptr;
    Label *m_listFoot = nullptr;
    QStackedWidget *m_messages = nullptr; ///< "choose a topic", or one
    Label *m_topicLabel = nullptr;
    Label *m_topicNote = nullptr;
    TableView *m_historyView = nullptr;
    PayloadView *m_payload = nullptr;
    PublishPanel *m_publish = nullptr;
    QWidget *m_publishCard = nullptr;
    QList<QAction *> m_actions;
    QAction *m_pause = nullptr;
};

} // namespace ui
