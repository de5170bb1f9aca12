// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectionspage.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/connect/connectiondetail.h"
#include "ui/connect/connectioneditor.h"
#include "ui/connect/connectionmodel.h"
#include "ui/connect/statewords.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 refreshMs = 250;
constexpr int rowsShown = 5;

} // namespace

ConnectionsPage::ConnectionsPage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_model(new ConnectionModel(console, this))
{
    newAction("addConnection", u"list-add"_s, tr("Add connection"), tr("Connect to another broker"),
              &ConnectionsPage::add)
        ->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_edit = newAction("editConnection", u"document-edit"_s, tr("Edit"),
                       tr("Change the selected connection"), &ConnectionsPage::edit);
    m_startStop =
        newAction("startStopConnection", u"media-playback-start"_s, tr("Start"),
                  tr("Start or stop the selected connection"), &ConnectionsPage::startStop);
    newAction("importConnections", u"document-import"_s, tr("Import…"),
              tr("Add connections from a file"), &ConnectionsPage::importFile);
    m_export = newAction("exportConnections", u"document-export"_s, tr("Export…"),
                         tr("Save all connections to a file, without passwords"),
                         &ConnectionsPage::exportFile);
    m_remove = newAction("removeConnection", u"edit-delete"_s, tr("Delete…"),
                         tr("Delete the selected connection"), &ConnectionsPage::remove);
    build();
    connect(m_console.connections, &connect::Connections::profilesChanged, this, [this] {
        if (m_stack->currentWidget() != m_editor) // nobody is thrown out of a half-filled form
            profilesChanged();
    });
    profilesChanged();
}

QAction *ConnectionsPage::newAction(const char *name, const QString &iconName, const QString &text,
                                    const QString &tip, void (ConnectionsPage::*run)())
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    return action;
}

void ConnectionsPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget;
    all->addWidget(m_stack);
    m_empty = new StatePane;
    m_empty->showEmpty(
        u"network-connect"_s, tr("No connection yet"),
        tr("Give the address of an MQTT broker; devices and signals appear by themselves."),
        tr("Add a connection"));
    m_empty->setObjectName(u"noConnection"_s);
    connect(m_empty, &StatePane::clicked, this, &ConnectionsPage::add);
    m_stack->addWidget(m_empty);

    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    auto *card = new Card;
    m_table = new TableView;
    m_table->setObjectName(u"connections"_s);
    m_table->setAccessibleName(tr("Connections"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setLiveModel(m_model);
    m_table->setColumnWidths({180, 200, 260, 90, 80});
    m_table->rememberColumns(m_console.settings, u"connections"_s);
    m_table->growWithRows(rowsShown);
    card->body()->addWidget(m_table);
    column->addWidget(card);
    m_lower = new QStackedWidget;
    m_detail = new ConnectionDetail(m_console);
    m_lower->addWidget(m_detail);
    column->addWidget(m_lower, 1);
    m_stack->addWidget(m_list);

    m_editor = new ConnectionEditor(m_console);
    m_stack->addWidget(m_editor);
    connect(m_editor, &ConnectionEditor::cancelled, this, &ConnectionsPage::profilesChanged);
    connect(m_editor, &ConnectionEditor::saved, this, [this](const QString &id) {
        profilesChanged();
        select(id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConnectionsPage::showSelected);
    connect(m_table, &QTableView::activated, this, &ConnectionsPage::edit);
}

QString ConnectionsPage::key() const
{
    return u"connections"_s;
}

QString ConnectionsPage::title() const
{
    return tr("Connections");
}

QString ConnectionsPage::iconName() const
{
    return u"network-connect"_s;
}

QString ConnectionsPage::answer() const
{
    int connected = 0;
    QString worst;
    const auto profiles = m_console.connections->profiles();
    for (const auto &profile : profiles) {
        const connect::SourceStatus status = m_console.connections->status(profile.id);
        connected += status.state == connect::SourceState::Connected ? 1 : 0;
        const bool trouble = status.state == connect::SourceState::Failed
            || status.state == connect::SourceState::Reconnecting;
        if (trouble && worst.isEmpty())
            worst = u" %1: %2"_s.arg(profile.name, status.sentence);
    }
    if (profiles.empty())
        return tr("Pilothouse listens to nothing yet.");
    const int count = static_cast<int>(profiles.size());
    if (!worst.isEmpty())
        return base::visibleText(
            QString(tr("%1 of %n connection(s) work.", nullptr, count).arg(connected) + worst));
    double rate = 0;
    for (const auto &profile : profiles)
        rate += m_console.pipeline->messageRate(m_console.connections->sourceId(profile.id));
    return tr("%1 of %n connection(s) work; %2 arrive.", nullptr, count)
        .arg(connected)
        .arg(format::rate(rate));
}

void ConnectionsPage::refresh()
{
    if (m_since.isValid() && m_since.elapsed() < refreshMs)
        return;
    m_since.start();
    m_model->refresh();
    if (m_stack->currentWidget() == m_list)
        m_detail->refresh();
    syncActions();
}

bool ConnectionsPage::go(const Destination &destination)
{
    if (destination.text == "add"_L1) {
        add();
        return true;
    }
    if (!destination.connection.isEmpty()) {
        if (m_model->rowOf(destination.connection) < 0)
            return false;
        profilesChanged();
        select(destination.connection);
    }
    if (destination.text == "undecodable"_L1) {
        // The connection that has most of them.
        QString most;
        quint64 count = 0;
        for (const auto &profile : m_console.connections->profiles()) {
            const quint64 here =
                m_console.pipeline->ledger(m_console.connections->sourceId(profile.id)).undecodable;
            if (here > count) {
                count = here;
                most = profile.id;
            }
        }
        profilesChanged();
        select(most);
        m_detail->showUndecodable();
    }
    return true;
}

void ConnectionsPage::add()
{
    m_editor->startNew();
    m_stack->setCurrentWidget(m_editor);
    syncActions();
}

void ConnectionsPage::edit()
{
    if (selected().isEmpty())
        return;
    m_editor->edit(selected());
    m_stack->setCurrentWidget(m_editor);
    syncActions();
}

void ConnectionsPage::startStop()
{
    const QString id = selected();
    if (id.isEmpty())
        return;
    if (m_console.connections->status(id).state == connect::SourceState::Stopped)
        m_console.connections->start(id);
    else
        m_console.connections->stop(id);
    syncActions();
}

void ConnectionsPage::importFile()
{
    ask::openFile(this, tr("Import connections"), tr("Connections (*.json);;All files (*)"),
                  [this](const QString &path) {
                      const auto count = m_console.connections->importFrom(path);
                      ask::tell(this, tr("Import connections"),
                                count ? tr("%n connection(s) added. They do not connect by "
                                           "themselves; enter their passwords first.",
                                           nullptr, *count)
                                      : count.error().text);
                  });
}

void ConnectionsPage::exportFile()
{
    ask::saveFile(this, tr("Export connections"), u"pilothouse-connections.json"_s,
                  tr("Connections (*.json)"), u"json"_s, [this](const QString &path) {
                      if (const auto done = m_console.connections->exportTo(path); !done)
                          ask::tell(this, tr("Export connections"), done.error().text);
                  });
}

void ConnectionsPage::remove()
{
    const connect::mqtt::Profile profile = m_console.connections->profile(selected());
    if (profile.id.isEmpty())
        return;
    ask::confirm(
        this,
        {.title = tr("Delete a connection"),
         .text = tr("Delete the connection \"%1\" (%2)?").arg(profile.name, addressOf(profile)),
         .detail = tr("Its password is forgotten. What it brought stays in the history."),
         .accept = tr("Delete connection"),
         .destructive = true},
        [this, id = profile.id] {
            if (const auto done = m_console.connections->remove(id); !done)
                ask::tell(this, tr("Delete a connection"), done.error().text);
        });
}

void ConnectionsPage::profilesChanged()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(any ? m_list : static_cast<QWidget *>(m_empty));
    if (any)
        select(m_model->rowOf(m_shown) < 0 ? m_model->idAt(0) : m_shown);
    syncActions();
}

void ConnectionsPage::select(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_table->filter()->mapFromSource(m_model->index(row, 0)));
    showSelected();
}

void ConnectionsPage::showSelected()
{
    const QString id = selected();
    if (id.isEmpty() || id == m_shown)
        return;
    m_shown = id;
    m_detail->setConnection(id);
    syncActions();
}

void ConnectionsPage::syncActions()
{
    const bool listed = m_stack->currentWidget() == m_list && !selected().isEmpty();
    for (QAction *action : {m_edit, m_startStop, m_remove})
        action->setEnabled(listed);
    m_export->setEnabled(m_model->rowCount() > 0);
    const bool stopped =
        !listed || m_console.connections->status(selected()).state == connect::SourceState::Stopped;
    const QString wanted = stopped ? tr("Start") : tr("Stop");
    if (m_startStop->text() == wanted)
        return;
    m_startStop->setText(wanted);
    m_startStop->setIcon(icon(stopped ? u"media-playback-start"_s : u"media-playback-stop"_s));
}

QString ConnectionsPage::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->idAt(m_table->filter()->mapToSource(current).row())
                             : QString();
}

} // namespace ui
