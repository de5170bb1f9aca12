// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columns.h"

#include "models/base/settings.h"
#include "ui/widgets/glossary.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QJsonArray>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sampledRows = 60; ///< beside those in sight; measuring stays within a few ms
constexpr int firstLookMs = 250;
constexpr int lastLookMs = 60'000;

} // namespace

std::vector<int> shareWidth(const std::vector<ColumnWish> &wishes, int room)
{
    std::vector<int> widths;
    int sum = 0;
    int flexible = 0;
    for (const ColumnWish &wish : wishes) {
        widths.push_back(wish.ideal);
        sum += wish.ideal;
        flexible += wish.takes ? wish.ideal : 0;
    }
    if (sum <= room) {
        int spare = room - sum;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (!wishes[i].takes)
                continue;
            const int more =
                flexible > 0 ? static_cast<int>(qint64(spare) * wishes[i].ideal / flexible) : 0;
            widths[i] += more;
            spare -= more;
            flexible -= wishes[i].ideal;
        }
        return widths;
    }
    const auto atLevel = [&](int level, std::vector<int> *out) {
        int total = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            int width = wishes[i].ideal;
            if (wishes[i].gives)
                width = std::min(width, std::max(level, wishes[i].least));
            if (out)
                (*out)[i] = width;
            total += width;
        }
        return total;
    };
    int low = 0;
    int high = room;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (atLevel(middle, nullptr) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    atLevel(low, &widths);
    return widths;
}

Columns::Columns(QAbstractItemView *view, QHeaderView *header)
    : QObject(view)
    , m_view(view)
    , m_header(header)
    , m_viewport(view->viewport())
    , m_headerViewport(header->viewport())
{
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(px(28));
    header->setResizeContentsPrecision(sampledRows);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Columns::fit);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &at) { openMenu(m_header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, &Columns::resized);
    connect(header, &QHeaderView::sectionMoved, this, &Columns::save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &Columns::save);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        m_columns[static_cast<std::size_t>(column)] = {
            .base = m_columns[static_cast<std::size_t>(column)].base};
        fit();
        save();
    });
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
    header->viewport()->installEventFilter(this);
}

void Columns::watch(QAbstractItemModel *model)
{
    m_columns.resize(static_cast<std::size_t>(m_header->count()));
    m_patience = firstLookMs;
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_header)
            return; // a view on its way out takes another model once more
        m_columns.resize(static_cast<std::size_t>(m_header->count()));
        m_patience = firstLookMs;
        m_again.start(0);
    });
    const auto look = [this] { lookAgainSoon(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        m_patience = std::min(m_patience, 1'000);
        lookAgainSoon();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, look);
    connect(model, &QAbstractItemModel::layoutChanged, this, look);
    m_again.start(0);
}

void Columns::lookAgainSoon()
{
    if (m_again.isActive())
        return;
    m_again.start(m_patience);
    m_patience = std::min(m_patience * 2, lastLookMs);
}

void Columns::setWidths(const QList<int> &widths, int main)
{
    m_main = main;
    m_columns.resize(static_cast<std::size_t>(m_header->count()));
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i].base = widths.value(static_cast<qsizetype>(i));
    fit();
}

bool Columns::hasDelegate(int column) const
{
    return m_view->itemDelegateForColumn(column) != nullptr;
}

bool Columns::isText(int column) const
{
    if (column == m_main)
        return true;
    if (hasDelegate(column))
        return false;
    const int alignment =
        m_view->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    return (alignment & (Qt::AlignRight | Qt::AlignHCenter)) == 0;
}

int Columns::leastOf(int column) const
{
    if (hasDelegate(column))
        return px(36);
    const int base = column == m_main ? m_columns[static_cast<std::size_t>(column)].base : 84;
    return std::max(m_header->sectionSizeHint(column), px(std::abs(base)));
}

void Columns::measure()
{
    const bool filled = m_view->model()->rowCount() > 0;
    if (filled && !m_filled) { // what was guessed for an empty table gives way to its contents
        for (One &one : m_columns)
            one.ideal = 0;
    }
    m_filled = filled;
    for (int column = 0; column < m_header->count(); ++column) {
        One &one = m_columns[static_cast<std::size_t>(column)];
        if (m_header->isSectionHidden(column))
            continue;
        const bool text = isText(column);
        int wanted = hasDelegate(column) ? px(one.base) : m_view->sizeHintForColumn(column) + px(6);
        wanted = std::min(wanted, px(one.base < 0 ? -one.base : text ? 460 : 180));
        wanted = std::max(wanted, m_header->sectionSizeHint(column));
        if (!filled)
            wanted = std::max(wanted, px(std::abs(one.base)));
        else if (one.ideal > 0 && wanted > one.ideal)
            wanted += px(6); // some slack, so that the next digit finds room
        one.ideal = std::max(one.ideal, wanted);
    }
}

void Columns::fit()
{
    if (!m_view->model() || m_columns.size() != static_cast<std::size_t>(m_header->count()))
        return;
    measure();
    place();
}

void Columns::place(int onlyRightOf)
{
    if (!m_view->model() || m_columns.empty() || !m_view->viewport())
        return;
    std::vector<ColumnWish> wishes;
    std::vector<int> sections;
    for (int at = 0; at < m_header->count(); ++at) {
        const int column = m_header->logicalIndex(at);
        if (m_header->isSectionHidden(column))
            continue;
        const One &one = m_columns[static_cast<std::size_t>(column)];
        const bool held = one.own > 0 || at <= onlyRightOf;
        const int width = at <= onlyRightOf ? m_header->sectionSize(column)
            : one.own > 0                   ? one.own
                                            : std::max(one.ideal, px(28));
        const bool text = isText(column);
        wishes.push_back({.ideal = width,
                          .least = std::min(width, leastOf(column)),
                          .gives = !held && (text || hasDelegate(column)),
                          .takes = !held && text});
        sections.push_back(column);
    }
    const std::vector<int> widths = shareWidth(wishes, m_view->viewport()->width());
    m_placing = true;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (m_header->sectionSize(sections[i]) != widths[i])
            m_header->resizeSection(sections[i], widths[i]);
    }
    m_placing = false;
}

void Columns::resized(int column, int before, int now)
{
    if (m_placing || m_restoring || column >= static_cast<int>(m_columns.size()))
        return;
    if (before == 0 || now == 0) { // hidden or shown
        m_again.start(0);
        return;
    }
    m_columns[static_cast<std::size_t>(column)].own = now;
    place(m_header->visualIndex(column));
    save();
}

void Columns::reset()
{
    m_restoring = true;
    for (int column = 0; column < m_header->count(); ++column) {
        One &one = m_columns[static_cast<std::size_t>(column)];
        one = {.base = one.base};
        m_header->moveSection(m_header->visualIndex(column), column);
        m_header->setSectionHidden(column, m_hiddenAtFirst.contains(column));
    }
    m_restoring = false;
    fit();
    if (m_settings)
        m_settings->setLayout(m_key, {});
}

void Columns::sortBy(int column, Qt::SortOrder order)
{
    m_header->setSortIndicator(column, order); // the views sort when the indicator moves
}

void Columns::fillMenu(QMenu *menu)
{
    const QAbstractItemModel *model = m_view->model();
    int visible = 0;
    for (int column = 0; column < m_header->count(); ++column)
        visible += m_header->isSectionHidden(column) ? 0 : 1;
    auto *sorting = new QMenu(tr("Sort by"), menu);
    for (int column = 0; column < m_header->count(); ++column) {
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty())
            continue;
        const bool hidden = m_header->isSectionHidden(column);
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!hidden);
        action->setEnabled(hidden || visible > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header->setSectionHidden(column, !on);
            fit();
            save();
        });
        if (!m_header->isSortIndicatorShown())
            continue;
        const bool sorted = m_header->sortIndicatorSection() == column;
        const bool upwards = m_header->sortIndicatorOrder() == Qt::AscendingOrder;
        QAction *sort = sorting->addAction(title);
        sort->setCheckable(true);
        sort->setChecked(sorted);
        connect(sort, &QAction::triggered, this, [this, column, sorted, upwards] {
            sortBy(column, sorted && upwards ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    menu->addSeparator();
    if (!sorting->isEmpty())
        menu->addMenu(sorting);
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &Columns::reset);
}

void Columns::openMenu(const QPoint &at)
{
    if (!m_view->model())
        return;
    auto *menu = new QMenu(m_view);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    if (m_tail)
        m_tail(menu);
    menu->popup(at);
}

bool Columns::explain(const QPoint &at, const QPoint &global) const
{
    const int column = m_header->logicalIndexAt(at);
    if (column < 0 || !m_view->model())
        return false;
    const QAbstractItemModel *model = m_view->model();
    QString text = model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    const QString title = model->headerData(column, Qt::Horizontal).toString();
    if (text.isEmpty())
        text = explained(title);
    if (text.isEmpty() && m_header->sectionSizeHint(column) > m_header->sectionSize(column))
        text = title; // cut: at least the whole word
    QToolTip::showText(global, text.toHtmlEscaped(), m_header);
    return true;
}

bool Columns::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport && event->type() == QEvent::Resize)
        place();
    if (watched == m_headerViewport && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return explain(help->pos(), help->globalPos());
    }
    if (watched == m_view && event->type() == QEvent::ContextMenu
        && m_view->contextMenuPolicy() == Qt::DefaultContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        openMenu(m_header->mapToGlobal(QPoint(0, m_header->height())));
        return true;
    }
    if (watched == m_view
        && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)) {
        for (One &one : m_columns)
            one.ideal = 0;
        m_again.start(0);
    }
    return QObject::eventFilter(watched, event);
}

void Columns::remember(base::Settings *settings, const QString &key)
{
    m_settings = settings;
    m_key = u"columns/"_s + key;
    m_hiddenAtFirst.clear();
    for (int column = 0; column < m_header->count(); ++column)
        if (m_header->isSectionHidden(column))
            m_hiddenAtFirst.insert(column);
    if (m_settings)
        restore();
}

void Columns::save()
{
    if (!m_settings || m_restoring || m_placing || !m_view->model())
        return;
    QJsonArray columns;
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        columns.append(QJsonObject{{u"column"_s, column},
                                   {u"width"_s, m_columns[static_cast<std::size_t>(column)].own},
                                   {u"hidden"_s, m_header->isSectionHidden(column)}});
    }
    m_settings->setLayout(
        m_key,
        {{u"columns"_s, columns},
         {u"sort"_s, m_header->sortIndicatorSection()},
         {u"descending"_s, m_header->sortIndicatorOrder() == Qt::DescendingOrder}});
}

void Columns::restore()
{
    const QJsonObject saved = m_settings->layout(m_key);
    const QJsonArray columns = saved[u"columns"_s].toArray();
    if (columns.size() != m_header->count())
        return; // another version of the table: its defaults are better
    m_restoring = true;
    for (int place = 0; place < columns.size(); ++place) {
        const QJsonObject one = columns[place].toObject();
        const int column = one[u"column"_s].toInt(-1);
        if (column < 0 || column >= m_header->count())
            continue;
        m_header->moveSection(m_header->visualIndex(column), place);
        m_header->setSectionHidden(column, one[u"hidden"_s].toBool());
        const int width = one[u"width"_s].toInt();
        if (width > 0 && width < 4000)
            m_columns[static_cast<std::size_t>(column)].own = width;
    }
    const auto order = saved[u"descending"_s].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_header->isSortIndicatorShown())
        sortBy(saved[u"sort"_s].toInt(-1), order);
    m_restoring = false;
    fit();
}

} // namespace ui
