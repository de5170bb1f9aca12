// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include "models/base/settings.h"
#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/connect/statewords.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/icons.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr size_t itemsShown = 60;
constexpr size_t namesShown = 30;

} // namespace

PaletteModel::PaletteModel(MainWindow *window, QObject *parent)
    : QAbstractListModel(parent)
    , m_window(window)
    , m_index(window->shell()->console().pipeline->catalogue())
{
}

void PaletteModel::search(const QString &text)
{
    beginResetModel();
    m_items.clear();
    const QString trimmed = text.trimmed();
    const QStringList words = trimmed.toLower().split(u' ', Qt::SkipEmptyParts);
    addPages(words);
    addActions(words);
    if (!words.isEmpty()) {
        addSettings(words);
        addConnections(words);
        addNames(trimmed);
        addTopics(trimmed);
        addFromPages(trimmed);
    }
    std::ranges::stable_sort(m_items, std::ranges::greater(), &Item::score);
    if (m_items.size() > itemsShown)
        m_items.resize(itemsShown);
    endResetModel();
}

void PaletteModel::offer(Item item, const QStringList &words, const QString &alsoKnownAs)
{
    const int base = item.score;
    item.score =
        words.isEmpty() ? 1 : matchScore(QString(item.text + u' ' + alsoKnownAs).toLower(), words);
    if (item.score == 0)
        return;
    item.score += base;
    m_items.push_back(std::move(item));
}

void PaletteModel::addPages(const QStringList &words)
{
    for (const PageKind &kind : m_window->shell()->kinds())
        offer({.score = 60,
               .text = kind.title(),
               .kind = tr("page"),
               .iconName = kind.iconName,
               .destination = {.page = kind.key}},
              words, kind.key);
}

void PaletteModel::addActions(const QStringList &words)
{
    for (QAction *action : m_window->actions()->all()) {
        if (!action->isEnabled() || action->objectName() == "search"_L1)
            continue;
        const QString text = action->text().isEmpty() ? action->toolTip() : action->text();
        offer({.score = 40,
               .text = QString(text).remove(u'&'),
               .kind = tr("action"),
               .iconName = u"run-build"_s,
               .action = action},
              words);
    }
}

void PaletteModel::addSettings(const QStringList &words)
{
    if (!m_window->shell()->kind(u"settings"_s))
        return;
    for (int i = 0; i < static_cast<int>(base::Setting::Count); ++i) {
        const auto setting = static_cast<base::Setting>(i);
        offer({.score = 20,
               .text = base::Settings::meaning(setting),
               .kind = tr("setting"),
               .iconName = u"configure"_s,
               .destination = {.page = u"settings"_s, .text = base::Settings::name(setting)}},
              words, base::Settings::name(setting));
    }
}

void PaletteModel::addConnections(const QStringList &words)
{
    connect::Connections *connections = m_window->shell()->console().connections;
    if (!connections)
        return;
    for (const auto &profile : connections->profiles())
        offer({.score = 30,
               .text = base::visibleText(profile.name),
               .detail = stateWord(connections->status(profile.id).state),
               .kind = tr("connection"),
               .iconName = u"network-connect"_s,
               .destination = {.page = u"connections"_s, .connection = profile.id}},
              words, profile.host);
}

void PaletteModel::addNames(const QString &text)
{
    for (const FindIndex::Hit &hit : m_index.find(text, namesShown)) {
        Page::Found found = m_index.describe(hit);
        if (m_window->shell()->console().pipeline->devices().record(found.destination.device).same
            != telemetry::noId)
            continue; // another name of a device that is listed
        if (!m_window->shell()->kind(found.destination.page))
            continue;
        m_items.push_back({.score = hit.score,
                           .text = found.text,
                           .detail = found.detail,
                           .kind = hit.isSignal ? tr("signal") : tr("device"),
                           .iconName = hit.isSignal ? u"office-chart-line"_s : u"computer"_s,
                           .destination = found.destination,
                           .action = {}});
    }
}

void PaletteModel::addTopics(const QString &text)
{
    if (text.size() < 2 || !m_window->shell()->kind(u"explore"_s))
        return;
    const ingest::TopicTable &topics = m_window->shell()->console().pipeline->topics();
    for (const ingest::TopicFigures &figures : topics.figures(topics.search(text, 10))) {
        const QString topic = QString::fromStdString(figures.topic);
        m_items.push_back({.score = 150,
                           .text = base::visibleText(topic),
                           .detail = {},
                           .kind = tr("topic"),
                           .iconName = u"view-list-tree"_s,
                           .destination = {.page = u"explore"_s, .topic = topic},
                           .action = {}});
    }
}

void PaletteModel::addFromPages(const QString &text)
{
    for (const Page *page : m_window->existingPages()) {
        for (const Page::Found &found : page->find(text)) {
            const auto same = [&found](const Item &item) {
                return item.destination.page == found.destination.page && item.text == found.text;
            };
            if (std::ranges::any_of(m_items, same))
                continue;
            m_items.push_back({.score = 180,
                               .text = found.text,
                               .detail = found.detail,
                               .kind = page->title(),
                               .iconName = page->iconName(),
                               .destination = found.destination,
                               .action = {}});
        }
    }
}

bool PaletteModel::run(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Item item = m_items[static_cast<size_t>(index.row())];
    if (item.action) {
        item.action->trigger();
        return true;
    }
    return m_window->go(item.destination);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::DecorationRole:
        return icon(item.iconName, Role::TextSecond);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(item.text, item.kind);
    case DetailRole:
        return item.detail;
    case KindRole:
        return item.kind;
    case KeysRole:
        return item.action ? item.action->shortcut().toString(QKeySequence::NativeText) : QString();
    default:
        return {};
    }
}

} // namespace ui
