// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// 16 charts x 4 live signals in a 1920x1080 window, every line new at each tick, software
// rendering: TimeChart beside QCustomPlot drawing the same samples, in one run. Exit 1 when a goal
// is missed. bench_charts [ticks]

// QCustomPlot's header needs Qt's keywords and casts.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII
#undef QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
#include <qcustomplot.h>

#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/timechart.h"

#include <QApplication>
#include <QGridLayout>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

using namespace telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int chartCount = 16;
constexpr int linesPerChart = 4;
constexpr int samplesPerTick = 33; ///< 1 kHz at 30 Hz
constexpr TimeNs tickLength = 33 * base::nsPerMs;
constexpr TimeNs window = 60 * base::nsPerSecond;
constexpr double goalMs = 20;
constexpr double goalRatio = 1.5;

struct Feed
{
    base::ManualClock clock{1'700'000'000 * base::nsPerSecond};
    Catalogue catalogue;
    TextTable texts;
    SeriesStore series{SIZE_MAX};
    std::mt19937 random{1};
    std::vector<double> levels;
    std::vector<SignalId> ids;

    Feed()
    {
        const SourceId source = catalogue.addSource(u"bench"_s, u"bench"_s);
        for (int c = 0; c < chartCount; ++c) {
            const DeviceId device = catalogue.internDevice(source, "device-" + std::to_string(c));
            for (int l = 0; l < linesPerChart; ++l) {
                ids.push_back(catalogue.internSignal(device, "signal-" + std::to_string(l),
                                                     ValueType::Double));
                levels.push_back(l * 4.0);
            }
        }
        for (TimeNs t = -window - base::nsPerSecond; t < 0; t += tickLength)
            tick();
    }
    void tick()
    {
        const TimeNs start = clock.now();
        for (std::size_t s = 0; s < ids.size(); ++s) {
            Series &line = series.at(ids[s]);
            for (int i = 0; i < samplesPerTick; ++i) {
                levels[s] += std::normal_distribution<>(0, 0.05)(random);
                const TimeNs time = start + i * base::nsPerMs;
                const double v = levels[s] + std::normal_distribution<>(0, 0.3)(random);
                line.append(time, time, ValueType::Double, std::bit_cast<std::uint64_t>(v),
                            Quality::Good);
            }
        }
        clock.advance(tickLength);
    }
};

// What other programs on the machine do does not count here.
double cpuMs()
{
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Times
{
    std::vector<double> ms;
    double at(double share)
    {
        std::sort(ms.begin(), ms.end());
        return ms[std::min(ms.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
    }
};

struct PeerData
{
    QVector<double> keys;
    QVector<double> values;
};

// The peer gets the same pixel columns as vertical min/max pairs, the least it needs for this
// picture; preparing them is not counted against it.
std::vector<PeerData> peerData(Feed &feed, int chart, int columns)
{
    std::vector<PeerData> out(linesPerChart);
    std::vector<Column> found(static_cast<std::size_t>(columns));
    const TimeNs now = feed.clock.now();
    for (int l = 0; l < linesPerChart; ++l) {
        const auto series =
            feed.series.find(feed.ids[static_cast<std::size_t>(chart * linesPerChart + l)]);
        series->columns({now - window, now, columns}, found);
        PeerData &data = out[static_cast<std::size_t>(l)];
        for (int i = 0; i < columns; ++i) {
            const Column &column = found[static_cast<std::size_t>(i)];
            if (column.count == 0)
                continue;
            data.keys << i << i;
            data.values << column.min << column.max;
        }
    }
    return out;
}

std::vector<QCustomPlot *> makePeers(QGridLayout &grid)
{
    std::vector<QCustomPlot *> peers;
    for (int c = 0; c < chartCount; ++c) {
        auto *plot = new QCustomPlot;
        for (int l = 0; l < linesPerChart; ++l)
            plot->addGraph()->setPen(QPen(ui::dataColour(l), 1));
        plot->setNotAntialiasedElements(QCP::aeAll);
        plot->yAxis->setRange(-20, 30);
        grid.addWidget(plot, c / 4, c % 4);
        peers.push_back(plot);
    }
    return peers;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::applyTheme(ui::ThemeKind::Light);
    const int ticks = argc > 1 ? std::max(10, std::atoi(argv[1])) : 300;
    Feed feed;

    ui::TimeView view(&feed.clock);
    view.setLength(window);
    const ui::ChartSource source{&feed.series, &feed.catalogue, &feed.texts, nullptr, {}};
    QWidget ours;
    auto *grid = new QGridLayout(&ours);
    std::vector<ui::TimeChart *> charts;
    for (int c = 0; c < chartCount; ++c) {
        charts.push_back(new ui::TimeChart(source, &view));
        for (int l = 0; l < linesPerChart; ++l)
            charts.back()->addSignal(feed.ids[static_cast<std::size_t>(c * linesPerChart + l)]);
        grid->addWidget(charts.back(), c / 4, c % 4);
    }
    ours.resize(1'920, 1'080);
    ours.show();
    QWidget theirs;
    auto *peerGrid = new QGridLayout(&theirs);
    const std::vector<QCustomPlot *> peers = makePeers(*peerGrid);
    theirs.resize(1'920, 1'080);
    theirs.show();
    QApplication::sendPostedEvents();

    Times our;
    Times peer;
    Times refresh;
    Times ourCpu;
    Times peerCpu;
    QElapsedTimer timer;
    for (int n = 0; n < ticks; ++n) {
        feed.tick();
        timer.start();
        double cpu = cpuMs();
        for (ui::TimeChart *chart : charts)
            chart->refresh();
        refresh.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
        our.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        ourCpu.ms.push_back(cpuMs() - cpu);

        std::vector<std::vector<PeerData>> data;
        for (int c = 0; c < chartCount; ++c)
            data.push_back(
                peerData(feed, c, peers[static_cast<std::size_t>(c)]->axisRect()->width()));
        timer.start();
        cpu = cpuMs();
        for (int c = 0; c < chartCount; ++c) {
            QCustomPlot *plot = peers[static_cast<std::size_t>(c)];
            for (int l = 0; l < linesPerChart; ++l) {
                const PeerData &line =
                    data[static_cast<std::size_t>(c)][static_cast<std::size_t>(l)];
                plot->graph(l)->setData(line.keys, line.values, true);
            }
            plot->xAxis->setRange(0, plot->axisRect()->width());
            plot->replot(QCustomPlot::rpImmediateRefresh);
        }
        QCoreApplication::processEvents();
        peer.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        peerCpu.ms.push_back(cpuMs() - cpu);
    }
    const double ratio = our.at(0.5) / peer.at(0.5);
    std::printf("%d charts x %d lines, %d x 1 kHz samples in view each, %d ticks\n", chartCount,
                linesPerChart, static_cast<int>(window / base::nsPerMs), ticks);
    std::printf(
        "TimeChart    p50 %.2f ms, p99 %.2f ms, worst %.2f ms per tick (taking data p50 %.2f ms)\n",
        our.at(0.5), our.at(0.99), our.at(1), refresh.at(0.5));
    std::printf("QCustomPlot  p50 %.2f ms, p99 %.2f ms, worst %.2f ms per tick\n", peer.at(0.5),
                peer.at(0.99), peer.at(1));
    std::printf("processor time per tick: TimeChart p50 %.2f, p99 %.2f ms; QCustomPlot p50 %.2f, "
                "p99 %.2f ms\n",
                ourCpu.at(0.5), ourCpu.at(0.99), peerCpu.at(0.5), peerCpu.at(0.99));
    const bool good = our.at(0.99) <= goalMs && ratio <= goalRatio;
    std::printf("ratio of medians %.2f\n%s (goals: p99 <= %.0f ms, ratio <= %.1f)\n", ratio,
                good ? "held" : "MISSED", goalMs, goalRatio);
    if (argc > 2)
        ours.grab().save(QString::fromLocal8Bit(argv[2]));
    return good ? 0 : 1;
}
