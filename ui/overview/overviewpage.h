// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/fleetsummary.h"
#include "ui/overview/siterates.h"
#include "ui/overview/strips.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>
#include <QHash>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QStackedLayout;
QT_END_NAMESPACE

namespace ui {

class Card;
class HeadlineTile;
class HeatStrip;
class KeyedTable;
class Label;
class RateChart;
class Sparkline;
class StatePane;
class TableView;

/// Is the fleet well? Words first, then numbers, confidence over time, what needs a person, sites,
/// models, and messages with losses.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString headline() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    QList<Found> find(const QString &words) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTiles();
    QWidget *makeLeft();
    QWidget *makeRight();
    Card *makeTable(const QString &title, KeyedTable *model, TableView *view);
    void makeActions();
    void makeConnections();

    FleetInput collect() const;
    std::vector<LinkState> links() const;
    void takeFleet();
    void showTiles();
    void showTables();
    void showStrip();
    void showEmpty();
    void openNeed(int place);
    void setSpan(int minutes);

    FleetSummary m_summary;
    FleetInput m_input;
    SiteRates m_rates;
    QElapsedTimer m_sinceFleet;
    StripSpan m_span = stripSpans[0];
    bool m_spanChosen = false;
    base::TimeNs m_stripMinute = 0;
    QHash<quint32, std::vector<telemetry::ConfidenceRecord>> m_ofDevice;

    QStackedLayout *m_stack = nullptr;
    StatePane *m_empty = nullptr;
    HeadlineTile *m_wellTile = nullptr;
    HeadlineTile *m_rateTile = nullptr;
    HeadlineTile *m_lostTile = nullptr;
    HeadlineTile *m_confidenceTile = nullptr;
    HeadlineTile *m_storeTile = nullptr;
    /// What the tiles showed in the last minutes, a point each two seconds.
    struct Trend
    {
        Sparkline *line = nullptr;
        QList<float> values{};
        void add(double value);
    };
    Trend m_wellTrend;
    Trend m_lostTrend;
    Trend m_confidenceTrend;
    Trend m_brokenTrend;
    Sparkline *m_rateTrend = nullptr;
    bool m_trendDue = false;
    Card *m_stripCard = nullptr;
    HeatStrip *m_strip = nullptr;
    StatePane *m_stripEmpty = nullptr;
    KeyedTable *m_needs = nullptr;
    TableView *m_needsView = nullptr;
    Label *m_allWell = nullptr;
    KeyedTable *m_sites = nullptr;
    TableView *m_sitesView = nullptr;
    KeyedTable *m_models = nullptr;
    TableView *m_modelsView = nullptr;
    Label *m_noModels = nullptr;
    RateChart *m_chart = nullptr;
    Label *m_chartFoot = nullptr;
    QList<QAction *> m_actions;
    QActionGroup *m_spans = nullptr;
};

} // namespace ui
