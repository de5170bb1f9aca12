// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/fleettables.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/ratechart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/headlinetile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scope.h"
#include "ui/widgets/spark/heatstrip.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

QWidget *OverviewPage::makeTiles()
{
    auto *tiles = new QWidget;
    auto *row = new QHBoxLayout(tiles);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    m_wellTile = new HeadlineTile(tr("Devices well"));
    m_rateTile = new HeadlineTile(tr("Messages in"));
    m_lostTile = new HeadlineTile(tr("Messages lost since start"));
    m_confidenceTile = new HeadlineTile(tr("Model confidence"));
    m_storeTile = new HeadlineTile(tr("Messages that break their format"));
    m_rateTrend = new Sparkline;
    m_rateTile->setAside(m_rateTrend);
    const std::pair<HeadlineTile *, Trend *> trends[] = {{m_wellTile, &m_wellTrend},
                                                         {m_lostTile, &m_lostTrend},
                                                         {m_confidenceTile, &m_confidenceTrend},
                                                         {m_storeTile, &m_brokenTrend}};
    for (const auto &[tile, trend] : trends) {
        trend->line = new Sparkline;
        tile->setAside(trend->line);
    }
    for (HeadlineTile *tile : {m_wellTile, m_rateTile, m_lostTile, m_confidenceTile, m_storeTile})
        row->addWidget(tile, 1);
    m_wellTile->setObjectName(u"wellTile"_s);
    m_lostTile->setObjectName(u"lostTile"_s);
    return tiles;
}

QWidget *OverviewPage::makeLeft()
{
    m_stripCard = new Card(tr("Model confidence"));
    m_stripCard->setNote(tr("one row a device · orange: below the limit · hatched: no data"));
    m_strip = new HeatStrip;
    m_strip->setObjectName(u"confidenceStrip"_s);
    m_strip->setAccessibleName(tr("Model confidence of each device over time"));
    m_stripEmpty = new StatePane;
    m_stripEmpty->showEmpty(
        {}, tr("No model has answered yet."),
        tr("Confidence shows here as soon as a message carries a label with a confidence."));
    m_stripCard->body()->addWidget(m_strip, 3);
    m_stripCard->body()->addWidget(m_stripEmpty, 3);

    m_needs = new KeyedTable(needHeaders(), this);
    m_needs->setNumberColumns({2});
    m_needsView = new TableView;
    m_needsView->setObjectName(u"needsView"_s);
    m_needsView->setAccessibleName(tr("What needs you"));
    m_needsView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_needsView->setModel(m_needs);
    m_needsView->setColumnWidths({160, 190, 56, 200, 92}, 3);
    m_needsView->setMiddleElided({0});
    m_needsView->rememberColumns(m_console.settings, u"needs"_s);
    m_allWell = new Label(tr("Nothing. All devices talk, no model has been unsure for long."),
                          Type::Base, Role::TextSecond);
    m_stripCard->body()->addSpacing(px(4));
    m_stripCard->body()->addWidget(new Label(tr("What needs you"), Type::Base, Role::Text, true));
    m_stripCard->body()->addWidget(m_needsView, 2);
    m_stripCard->body()->addWidget(m_allWell);
    m_stripCard->body()->addStretch(0);
    return m_stripCard;
}

Card *OverviewPage::makeTable(const QString &title, KeyedTable *model, TableView *view)
{
    auto *card = new Card(title);
    view->setAccessibleName(title);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setModel(model);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->body()->addWidget(view, 1);
    return card;
}

QWidget *OverviewPage::makeRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    m_sites = new KeyedTable(siteHeaders(), this);
    m_sites->setNumberColumns({1, 2, 3, 4, 5});
    m_sitesView = new TableView;
    m_sitesView->setObjectName(u"sitesView"_s);
    column->addWidget(makeTable(tr("Devices by site"), m_sites, m_sitesView), 30);
    m_sitesView->setItemDelegateForColumn(6, new SparkDelegate(m_sitesView));
    m_sitesView->setColumnWidths({100, 38, 52, 40, 50, 54, 72}, 0);
    m_sitesView->rememberColumns(m_console.settings, u"sites"_s);
    m_models = new KeyedTable(modelHeaders(0.85), this);
    m_models->setNumberColumns({2, 3, 4});
    m_modelsView = new TableView;
    m_modelsView->setObjectName(u"modelsView"_s);
    Card *models = makeTable(tr("Models in the field"), m_models, m_modelsView);
    m_noModels = new Label(tr("No model has answered yet."), Type::Base, Role::TextSecond);
    models->body()->addWidget(m_noModels);
    m_modelsView->setColumnWidths({140, 60, 58, 78, 76}, 0);
    m_modelsView->rememberColumns(m_console.settings, u"models"_s);
    column->addWidget(models, 34);
    auto *traffic = new Card(tr("Messages and losses"));
    traffic->setNote(tr("messages per second · red marks: lost"));
    m_chart = new RateChart;
    m_chartFoot = new Label(QString(), Type::Second, Role::TextSecond);
    m_chartFoot->setElide(Qt::ElideRight);
    traffic->body()->addWidget(m_chart, 1);
    traffic->body()->addWidget(m_chartFoot);
    column->addWidget(traffic, 36);
    return right;
}

void OverviewPage::makeActions()
{
    m_spans = new QActionGroup(this);
    for (const StripSpan &span : stripSpans) {
        auto *action =
            new QAction(format::shortDuration(span.minutes * base::nsPerMinute), m_spans);
        action->setToolTip(tr("Show model confidence of the last %1").arg(action->text()));
        action->setCheckable(true);
        action->setData(span.minutes);
        m_actions.append(action);
    }
    connect(m_spans, &QActionGroup::triggered, this,
            [this](QAction *action) { setSpan(action->data().toInt()); });
}

void OverviewPage::makeConnections()
{
    if (m_console.scope) {
        connect(m_console.scope, &Scope::changed, this, [this] {
            m_sinceFleet.invalidate();
            m_strip->invalidate();
        });
    }
    connect(m_empty, &StatePane::clicked, this,
            [this] { Q_EMIT wanted({.page = u"connections"_s}); });
    m_strip->setSource([this](quint32 device) {
        return stripCells(m_console.pipeline->predictions(), m_ofDevice.value(device), m_span,
                          m_input.now);
    });
    connect(m_strip, &HeatStrip::activated, this,
            [this](quint32 device) { Q_EMIT wanted({.page = u"confidence"_s, .device = device}); });
    const QString legend = tr("one row a device · orange: below the limit · hatched: no data");
    connect(m_strip, &HeatStrip::pointed, this, [this, legend](const QString &text) {
        m_stripCard->setNote(text.isEmpty() ? legend : text);
    });
    connect(m_needsView, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        openNeed(index.data(KeyedTable::DataRole).toInt());
    });
    connect(m_needsView, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == m_needs->columnCount() - 1)
            openNeed(index.data(KeyedTable::DataRole).toInt());
    });
    connect(m_sitesView, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT wanted({.page = u"devices"_s,
                       .text = u"site:\"%1\""_s.arg(index.data(KeyedTable::DataRole).toString())});
    });
    connect(m_modelsView, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT wanted({.page = u"confidence"_s,
                       .text = u"model:\"%1\""_s.arg(index.data(KeyedTable::DataRole).toString())});
    });
}

} // namespace ui
