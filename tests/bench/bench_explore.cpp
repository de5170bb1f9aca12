// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Explore with 50,000 topics at 20,000 messages a second through a real pipeline: how long a
// display tick takes (new data and painting), and how long a search answers.
// bench_explore [seconds] [topics] [messages per second]
#include "tests/ui/feed.h"
#include "ui/explore/explorepage.h"
#include "ui/explore/searchmodel.h"
#include "ui/widgets/filteredit.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTreeView>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

QString topicName(int i)
{
    return u"plant%1/line%2/machine%3/signal%4"_s.arg(i / 5000)
        .arg(i / 500 % 10)
        .arg(i / 10 % 50)
        .arg(i % 10);
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty()
        ? 0
        : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

void report(const char *what, const std::vector<double> &ms)
{
    std::printf("%-28s n %5zu  p50 %6.2f ms  p99 %6.2f ms  max %6.2f ms\n", what, ms.size(),
                percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    const int topics = argc > 2 ? std::atoi(argv[2]) : 50'000;
    const int rate = argc > 3 ? std::atoi(argv[3]) : 20'000;
    tests::Feed feed;
    std::atomic<bool> stop = false;
    std::thread sender([&] {
        const auto begin = std::chrono::steady_clock::now();
        for (std::int64_t sent = 0; !stop; ++sent) {
            feed.send(topicName(static_cast<int>(sent % topics)),
                      "{\"value\": " + QByteArray::number(sent % 997) + "}");
            if (sent % 200 == 0) {
                feed.clock.set(tests::Feed::start + sent * base::nsPerSecond / rate);
                std::this_thread::sleep_until(
                    begin + std::chrono::nanoseconds(sent * base::nsPerSecond / rate));
            }
        }
    });
    ui::ExplorePage page(feed.console);
    page.resize(1600, 900);
    page.show();
    std::vector<double> growing;
    std::vector<double> steady;
    QElapsedTimer clock;
    clock.start();
    auto *tree = page.findChild<QTreeView *>(u"topicTree"_s);
    bool opened = false;
    while (clock.elapsed() < seconds * 1000) {
        QElapsedTimer tick;
        tick.start();
        page.refresh();
        app.processEvents();
        const bool full = feed.pipeline->topics().size() >= static_cast<std::size_t>(topics);
        (full && opened ? steady : growing)
            .push_back(static_cast<double>(tick.nsecsElapsed()) / 1e6);
        if (full && !opened) {
            tree->expandToDepth(2);
            page.go({.topic = topicName(4242)});
            app.processEvents();
            opened = true;
        }
        std::this_thread::sleep_for(
            std::chrono::milliseconds(std::max<qint64>(1, 33 - tick.elapsed())));
    }
    report("tick while topics appear", growing);
    report("tick with all topics", steady);
    ui::SearchModel found(&feed.pipeline->topics());
    std::vector<double> searches;
    for (const char *words : {"p", "plant3", "line7 signal9", "machine42 plant9 signal1",
                              "nothing like it", "signal4"}) {
        QElapsedTimer timer;
        timer.start();
        found.search(QString::fromLatin1(words));
        searches.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        std::printf("search \"%s\": %d topics, %.2f ms\n", words, found.rowCount(),
                    searches.back());
    }
    report("search", searches);
    stop = true;
    sender.join();
    std::printf("%llu messages through the pipeline, %zu topics\n",
                static_cast<unsigned long long>(feed.pipeline->totals().received),
                feed.pipeline->topics().size());
    return 0;
}
