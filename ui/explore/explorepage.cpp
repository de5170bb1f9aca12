// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/explorepage.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/explore/historymodel.h"
#include "ui/explore/payloadview.h"
#include "ui/explore/pinpanel.h"
#include "ui/explore/publishpanel.h"
#include "ui/explore/searchmodel.h"
#include "ui/explore/topictree.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QBoxLayout>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int figuresEveryMs = 200; ///< numbers change no faster than a person reads
constexpr int sumsEveryMs = 500;
constexpr int messagesEveryMs = 100;

bool due(QElapsedTimer &timer, int everyMs)
{
    if (timer.isValid() && timer.elapsed() < everyMs)
        return false;
    timer.start();
    return true;
}

} // namespace

ExplorePage::ExplorePage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_tree(new TopicTree(&console.pipeline->topics(), this))
    , m_found(new SearchModel(&console.pipeline->topics(), this))
    , m_history(new HistoryModel(&console.pipeline->topics(), this))
{
    setObjectName(u"explorePage"_s);
    m_stack = new QStackedLayout(this);
    m_empty = new StatePane;
    m_empty->setObjectName(u"exploreEmpty"_s);
    m_empty->showEmpty(u"view-list-tree"_s, tr("No topic has been seen yet."),
                       tr("Topics appear here as soon as a connection receives messages."),
                       tr("Connections"));
    m_stack->addWidget(m_empty);
    auto *content = new QWidget;
    auto *all = new QHBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(px(12));
    m_splitter->addWidget(makeTopics());
    m_splitter->addWidget(makeMessages());
    m_splitter->setStretchFactor(0, 42);
    m_splitter->setStretchFactor(1, 58);
    m_splitter->setSizes({px(520), px(700)});
    all->addWidget(m_splitter);
    m_stack->addWidget(content);
    makeActions();
    makeConnections();
}

void ExplorePage::makeConnections()
{
    connect(m_empty, &StatePane::clicked, this,
            [this] { Q_EMIT wanted({.page = u"connections"_s}); });
    connect(m_search, &FilterEdit::filterChanged, this, &ExplorePage::search);
    m_search->setTarget(m_foundView);
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (m_tree->topicOf(now) != ingest::noTopic)
                    showTopic(m_tree->topicOf(now));
            });
    connect(m_foundView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (m_found->topicOf(now) != ingest::noTopic)
                    showTopic(m_found->topicOf(now));
            });
    connect(m_historyView, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        m_follow = index.row() == 0;
        showMessage(index.row());
    });
    connect(m_historyView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (m_historyView->hasFocus() && now.isValid()) {
                    m_follow = now.row() == 0;
                    showMessage(now.row());
                }
            });
}

QString ExplorePage::key() const
{
    return u"explore"_s;
}

QString ExplorePage::title() const
{
    return tr("Explore");
}

QString ExplorePage::iconName() const
{
    return u"view-list-tree"_s;
}

QString ExplorePage::answer() const
{
    const ingest::TopicTable &topics = m_console.pipeline->topics();
    QString out = tr("%1 topics").arg(format::count(m_tree->topicCount()));
    if (m_tree->topicCount() < topics.size())
        out = tr("%1 of %2 topics so far")
                  .arg(format::count(m_tree->topicCount()), format::count(topics.size()));
    if (topics.refused() > 0)
        out = tr("%1; the cap on topics was hit, %2 messages are not listed")
                  .arg(out, format::count(topics.refused()));
    const std::vector<ingest::RatePoint> rates = m_console.pipeline->rates();
    return rates.empty()
        ? out
        : tr("%1, %2").arg(out, format::rate(static_cast<double>(rates.back().messages)));
}

void ExplorePage::refresh()
{
    refreshTopics();
    m_stack->setCurrentIndex(m_tree->topicCount() > 0 ? 1 : 0);
    if (!m_paused && due(m_sinceMessages, messagesEveryMs))
        refreshMessages();
}

void ExplorePage::refreshTopics()
{
    m_tree->grow(800);
    if (due(m_sinceSums, sumsEveryMs)) {
        for (const telemetry::SourceInfo &source : m_console.pipeline->catalogue().sources())
            m_tree->setSourceName(source.id, source.name);
        m_tree->sumUp();
        return; // one heavy thing a tick
    }
    if (m_tree->rowCount() != m_openedSources) { // each connection stands open at first
        m_openedSources = m_tree->rowCount();
        for (int row = 0; row < m_openedSources; ++row)
            m_treeView->expand(m_tree->index(row, 0));
    }
    if (!due(m_sinceFigures, figuresEveryMs))
        return;
    if (m_lists->currentWidget() == m_foundView) {
        m_found->refreshRows(m_foundView->rowAt(0),
                             m_foundView->rowAt(m_foundView->viewport()->height() - 1) < 0
                                 ? m_found->rowCount() - 1
                                 : m_foundView->rowAt(m_foundView->viewport()->height() - 1));
        return;
    }
    QModelIndexList rows;
    const int height = m_treeView->viewport()->height();
    for (QModelIndex index = m_treeView->indexAt({0, 0}); index.isValid();
         index = m_treeView->indexBelow(index)) {
        if (m_treeView->visualRect(index).top() > height)
            break;
        rows.append(index.siblingAtColumn(0));
    }
    m_tree->refreshRows(rows);
}

void ExplorePage::refreshMessages()
{
    if (m_topic == ingest::noTopic)
        return;
    m_history->refresh();
    showTopicHead();
    if (m_follow && m_history->rowCount() > 0) {
        m_historyView->selectionModel()->setCurrentIndex(m_history->index(0, 0),
                                                         QItemSelectionModel::ClearAndSelect
                                                             | QItemSelectionModel::Rows);
        showMessage(0);
    }
}

void ExplorePage::search(const QString &words)
{
    const bool searching = !words.trimmed().isEmpty();
    m_lists->setCurrentIndex(searching ? 1 : 0);
    if (!searching) {
        m_listFoot->setText({});
        if (const QModelIndex index = m_tree->indexOf(m_topic); index.isValid())
            m_treeView->scrollTo(index);
        return;
    }
    m_found->search(words);
    const int count = m_found->rowCount();
    m_listFoot->setText(m_found->cut() ? tr("The first %1 topics with these words")
                                             .arg(format::count(static_cast<quint64>(count)))
                            : count == 0 ? tr("No topic has all these words")
                                         : tr("%n topic(s)", nullptr, count));
}

void ExplorePage::showTopic(ingest::TopicId topic)
{
    if (topic == m_topic)
        return;
    m_topic = topic;
    m_messages->setCurrentIndex(1);
    m_follow = true;
    m_shownNumber = 0;
    m_payload->clear();
    m_history->setTopic(topic);
    m_publish->setTarget(connectionId(), topicName());
    m_sinceMessages.invalidate();
    refreshMessages();
}

void ExplorePage::showBusiest()
{
    const ingest::TopicTable &topics = m_console.pipeline->topics();
    constexpr std::size_t looked = 5'000; // of very many; a beginning, not a ranking
    std::vector<ingest::TopicId> ids;
    for (ingest::TopicId id = 0; id < std::min(topics.size(), looked); ++id)
        ids.push_back(id);
    const auto figures = topics.figures(ids);
    const auto most =
        std::max_element(figures.begin(), figures.end(),
                         [](const auto &a, const auto &b) { return a.messages < b.messages; });
    if (most != figures.end())
        (void)go({.topic = QString::fromStdString(most->topic)});
}

void ExplorePage::showTopicHead()
{
    m_figures = m_console.pipeline->topics().figures({m_topic}).front();
    const QString name = base::visibleText(std::string_view(m_figures.topic));
    if (m_topicLabel->text() != name)
        m_topicLabel->setText(name);
    const QString decoder = QString::fromUtf8(m_figures.decoder.data(),
                                              static_cast<qsizetype>(m_figures.decoder.size()));
    QStringList parts{
        tr("%1 messages").arg(format::count(m_figures.messages)), format::rate(m_figures.rate),
        m_figures.outcome == 0 ? tr("decoded as %1").arg(decoder)
                               : base::visibleText(std::string_view(m_figures.reason))};
    if (m_history->missed() > 0)
        parts << tr("%1 passed too fast to list").arg(format::count(m_history->missed()));
    if (m_paused)
        parts << tr("paused");
    m_topicNote->setText(parts.join(u" · "_s));
}

void ExplorePage::showMessage(int row)
{
    const ingest::KeptMessage *message = m_history->message(row);
    if (!message || message->number == m_shownNumber)
        return;
    m_shownNumber = message->number;
    PayloadInput input;
    input.topic = QByteArray::fromStdString(m_figures.topic.empty() ? topicName().toStdString()
                                                                    : m_figures.topic);
    input.message = *message;
    if (const ingest::KeptMessage *before = m_history->message(row + 1)) {
        input.previous = before->payload;
        input.hasPrevious = true;
    }
    if (m_console.connections)
        input.mappings = m_console.connections->profile(connectionId()).mappings;
    for (const QString &birth : birthTopics(QString::fromUtf8(input.topic))) {
        const ingest::TopicTable &topics = m_console.pipeline->topics();
        for (const ingest::TopicId id : topics.search(birth, 4)) {
            const auto kept = topics.history(id, 1);
            if (!kept.empty() && topics.figures({id}).front().topic == birth.toStdString())
                input.births.emplace_back(birth.toUtf8(), kept.front().payload);
        }
    }
    m_payload->show(input);
}

void ExplorePage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    if (m_topic != ingest::noTopic)
        showTopicHead();
}

QString ExplorePage::topicName() const
{
    return m_topic == ingest::noTopic
        ? QString()
        : QString::fromStdString(m_console.pipeline->topics().figures({m_topic}).front().topic);
}

QString ExplorePage::connectionId() const
{
    if (m_topic == ingest::noTopic)
        return {};
    return m_console.pipeline->catalogue()
        .source(m_console.pipeline->topics().figures({m_topic}).front().source)
        .key;
}

void ExplorePage::pin()
{
    if (m_topic == ingest::noTopic || !m_console.connections)
        return;
    const QString id = connectionId();
    if (m_console.connections->profile(id).id.isEmpty()) {
        ui::ask::tell(this, tr("Pin decoder"),
                      tr("This topic comes from no saved connection, so there is nowhere to keep "
                         "the mapping."));
        return;
    }
    const ingest::KeptMessage *message =
        m_history->message(std::max(0, m_historyView->currentIndex().row()));
    auto *panel = new PinPanel(topicName(), message ? message->payload : QByteArray(), this);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    for (const decode::Mapping &mapping : m_console.connections->profile(id).mappings)
        if (mapping.topicFilter == topicName())
            panel->setMapping(mapping);
    connect(panel, &PinPanel::chosen, this, [this, id](const decode::Mapping &mapping) {
        connect::mqtt::Profile profile = m_console.connections->profile(id);
        std::erase_if(profile.mappings, [&mapping](const decode::Mapping &old) {
            return old.topicFilter == mapping.topicFilter;
        });
        profile.mappings.insert(profile.mappings.begin(), mapping);
        if (const auto saved = m_console.connections->save(profile); !saved)
            ui::ask::tell(this, tr("Pin decoder"), saved.error().text);
    });
    panel->open();
}

bool ExplorePage::go(const Destination &destination)
{
    if (!destination.text.isEmpty()) {
        m_search->setText(destination.text);
        search(destination.text);
    }
    if (destination.topic.isEmpty())
        return true;
    const ingest::TopicTable &topics = m_console.pipeline->topics();
    while (m_tree->grow(100'000)) { }
    for (const ingest::TopicId id : topics.search(destination.topic, 200)) {
        if (topics.figures({id}).front().topic != destination.topic.toStdString())
            continue;
        m_search->clear();
        m_lists->setCurrentIndex(0);
        if (const QModelIndex index = m_tree->indexOf(id); index.isValid()) {
            m_treeView->setCurrentIndex(index);
            m_treeView->scrollTo(index);
        }
        showTopic(id);
        return true;
    }
    return false;
}

QList<Page::Found> ExplorePage::find(const QString &words) const
{
    QList<Found> out;
    const ingest::TopicTable &topics = m_console.pipeline->topics();
    for (const ingest::TopicFigures &topic : topics.figures(topics.search(words, 20))) {
        const QString name = QString::fromStdString(topic.topic);
        out.append({base::visibleText(name),
                    tr("Topic, %1 messages").arg(format::count(topic.messages)),
                    {.page = key(), .topic = name}});
    }
    return out;
}

} // namespace ui
