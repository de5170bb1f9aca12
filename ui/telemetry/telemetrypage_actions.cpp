// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/samplesexport.h"
#include "ui/telemetry/statisticspanel.h"
#include "ui/telemetry/telemetrypage.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include "models/ingest/pipeline.h"

#include <QAction>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QtConcurrentRun>

#include <set>

using namespace Qt::StringLiterals;

namespace ui {

QAction *TelemetryPage::makeAction(const QString &text, const QString &iconName,
                                   const QKeySequence &key, const QString &help)
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, this);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty()) {
        action->setShortcut(key);
        action->setToolTip(u"%1 (%2)"_s.arg(help, key.toString(QKeySequence::NativeText)));
    } else {
        action->setToolTip(help);
    }
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void TelemetryPage::buildActions()
{
    m_windowAction = makeAction({}, {}, {}, tr("How much time the charts show"));
    buildWindowMenu();
    m_pauseAction =
        makeAction(tr("Pause"), u"media-playback-pause"_s, QKeySequence(Qt::CTRL | Qt::Key_Space),
                   tr("Hold the charts still; Space does it on a chart"));
    m_pauseAction->setCheckable(true);
    connect(m_pauseAction, &QAction::triggered, this, [this](bool on) { m_view->setLive(!on); });
    m_liveAction = makeAction(m_console.replay ? tr("Follow") : tr("Live"),
                              m_console.replay ? u"go-last"_s : u"media-record"_s,
                              QKeySequence(Qt::CTRL | Qt::Key_End),
                              tr("Jump to now and follow; End does it on a chart"));
    m_liveAction->setCheckable(true);
    connect(m_liveAction, &QAction::triggered, this, [this] {
        m_view->setLive(true);
        updateActions();
    });
    m_measureAction =
        makeAction(tr("Measure"), u"measure"_s, QKeySequence(Qt::CTRL | Qt::Key_M),
                   tr("Two clicks give the difference in time and value; M does it on a chart"));
    m_measureAction->setCheckable(true);
    connect(m_measureAction, &QAction::triggered, m_view, &TimeView::setMeasuring);
    QAction *add =
        makeAction(tr("Add chart"), u"list-add"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                   tr("An empty chart at the bottom"));
    connect(add, &QAction::triggered, this, [this] { addChart(); });
    QAction *table =
        makeAction(tr("Show as table"), u"view-list-details"_s, QKeySequence(Qt::CTRL | Qt::Key_T),
                   tr("The current chart as a table; T does it on a chart"));
    connect(table, &QAction::triggered, this, [this] {
        if (m_current)
            showTable(m_current);
    });
    QAction *figures = makeAction(
        tr("Statistics"), u"view-statistics"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        tr("Figures of the signals on the charts over the window that is shown"));
    figures->setObjectName(u"showStatistics"_s);
    connect(figures, &QAction::triggered, this,
            [this] { m_statistics->setVisible(!m_statistics->isVisible()); });
    QAction *dashboards = makeAction(tr("Dashboards"), u"document-save"_s, {},
                                     tr("Save, open and delete dashboards"));
    auto *menu = new QMenu(this);
    dashboards->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { buildDashboardMenu(menu); });
    buildExportMenu();
}

void TelemetryPage::buildWindowMenu()
{
    auto *menu = new QMenu(this);
    m_windowAction->setMenu(menu);
    const TimeNs minute = base::nsPerMinute;
    const TimeNs hour = base::nsPerHour;
    for (const TimeNs length : {minute, 5 * minute, 10 * minute, 30 * minute, hour, 3 * hour,
                                6 * hour, 12 * hour, 24 * hour, 72 * hour, 168 * hour, 720 * hour})
        menu->addAction(format::duration(length), this,
                        [this, length] { m_view->setLength(length); });
    menu->addSeparator();
    menu->addAction(tr("From … to …"), this, &TelemetryPage::askWindow);
}

void TelemetryPage::askWindow()
{
    const auto text = [](TimeNs time) {
        return QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs)
            .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    };
    ask::text(this, tr("Show a past window"), tr("From and to, local time"),
              text(m_view->start()) + u" - "_s + text(m_view->end()), [this](const QString &given) {
                  const QStringList parts = given.split(u" - "_s);
                  const auto read = [&](int i) {
                      return QDateTime::fromString(parts.value(i).trimmed(),
                                                   u"yyyy-MM-dd HH:mm:ss"_s);
                  };
                  if (parts.size() != 2 || !read(0).isValid() || !read(1).isValid()
                      || read(0) >= read(1)) {
                      ask::tell(this, tr("Show a past window"),
                                tr("“%1” is not a window; write it like 2026-11-22 13:00:00 - "
                                   "2026-11-22 14:00:00.")
                                    .arg(given.left(80)));
                      return;
                  }
                  m_view->setLive(false);
                  m_view->setRange(read(0).toMSecsSinceEpoch() * base::nsPerMs,
                                   read(1).toMSecsSinceEpoch() * base::nsPerMs);
              });
}

void TelemetryPage::askValueRange(TimeChart *chart)
{
    const ValueRange range = chart->valueRange();
    ask::text(chart, tr("Value range"), tr("Lowest and highest value"),
              u"%1 %2"_s.arg(range.low).arg(range.high), [this, chart](const QString &given) {
                  const QStringList parts = given.simplified().split(u' ');
                  bool low = false;
                  bool high = false;
                  const double from = parts.value(0).toDouble(&low);
                  const double to = parts.value(1).toDouble(&high);
                  if (parts.size() != 2 || !low || !high || !(from < to)) {
                      ask::tell(this, tr("Value range"),
                                tr("“%1” is not a range; write two numbers, the lower one first.")
                                    .arg(given.left(80)));
                      return;
                  }
                  chart->setValueRange(from, to);
                  saveLayout();
              });
}

QString TelemetryPage::windowText() const
{
    return format::duration(m_view->length());
}

void TelemetryPage::updateActions()
{
    m_windowAction->setText(windowText());
    m_pauseAction->setChecked(!m_view->isLive());
    m_liveAction->setChecked(m_view->isLive());
    m_measureAction->setChecked(m_view->isMeasuring());
}

void TelemetryPage::buildDashboardMenu(QMenu *menu)
{
    menu->clear();
    menu->addAction(tr("Save as…"), this, [this] {
        ask::text(this, tr("Save dashboard"), tr("Name"),
                  tr("Dashboard %1").arg(dashboardNames().size() + 1), [this](const QString &name) {
                      if (!name.trimmed().isEmpty())
                          saveDashboard(name.trimmed().left(120));
                  });
    });
    menu->addAction(tr("Import…"), this, &TelemetryPage::importDashboard);
    menu->addAction(tr("Export…"), this, &TelemetryPage::exportDashboard);
    const QStringList names = dashboardNames();
    if (names.isEmpty())
        return;
    menu->addSection(tr("Open"));
    QMenu *remove = new QMenu(tr("Delete"), menu);
    for (const QString &name : names) {
        QString shown = name;
        shown.replace(u'&', u"&&"_s);
        menu->addAction(shown, this, [this, name] { openDashboard(name); });
        remove->addAction(shown, this, [this, name] {
            ask::confirm(this,
                         {tr("Delete dashboard"), tr("Delete the dashboard “%1”?").arg(name),
                          tr("Charts on screen and samples stay."), tr("Delete dashboard"), true},
                         [this, name] { deleteDashboard(name); });
        });
    }
    menu->addSeparator();
    menu->addMenu(remove);
}

void TelemetryPage::importDashboard()
{
    ask::openFile(
        this, tr("Import dashboard"), tr("Dashboards (*.json)"), [this](const QString &path) {
            QFile file(path);
            const QString name = QFileInfo(path).fileName();
            if (!file.open(QIODevice::ReadOnly)) {
                ask::tell(this, tr("Import dashboard"),
                          tr("%1 cannot be read: %2.").arg(name, file.errorString()));
                return;
            }
            const QJsonDocument document = QJsonDocument::fromJson(file.read(1 << 20));
            if (!document.object()[u"charts"_s].isArray()) {
                ask::tell(this, tr("Import dashboard"),
                          tr("%1 is not a dashboard; choose a file that Export wrote.").arg(name));
                return;
            }
            setDashboard(document.object());
        });
}

void TelemetryPage::exportDashboard()
{
    ask::saveFile(this, tr("Export dashboard"), tr("dashboard.json"), tr("Dashboards (*.json)"),
                  u"json"_s, [this](const QString &path) {
                      QSaveFile file(path);
                      const QByteArray text = QJsonDocument(dashboard()).toJson();
                      if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()
                          || !file.commit())
                          ask::tell(this, tr("Export dashboard"),
                                    tr("%1 cannot be written: %2.").arg(path, file.errorString()));
                  });
}

void TelemetryPage::buildExportMenu()
{
    QAction *action = makeAction(tr("Export"), u"document-export"_s, {},
                                 tr("The shown window as picture or as samples"));
    auto *menu = new QMenu(this);
    action->setMenu(menu);
    menu->addAction(tr("Picture (PNG)…"), this, [this] {
        ask::saveFile(this, tr("Export picture"), tr("telemetry.png"), tr("PNG pictures (*.png)"),
                      u"png"_s, [this](const QString &path) { exportPicture(path, false); });
    });
    menu->addAction(tr("Drawing (SVG)…"), this, [this] {
        ask::saveFile(this, tr("Export drawing"), tr("telemetry.svg"), tr("SVG drawings (*.svg)"),
                      u"svg"_s, [this](const QString &path) { exportPicture(path, true); });
    });
    menu->addAction(tr("All samples (CSV)…"), this, [this] {
        ask::saveFile(this, tr("Export samples"), tr("telemetry.csv"), tr("CSV tables (*.csv)"),
                      u"csv"_s, [this](const QString &path) { exportCsv(path); });
    });
}

void TelemetryPage::exportPicture(const QString &path, bool vector)
{
    double height = 0;
    double width = 1;
    for (const Box &box : m_boxes) {
        height += box.chart->height() + px(8);
        width = std::max<double>(width, box.chart->width());
    }
    if (m_boxes.empty() || height > 30'000) {
        ask::tell(this, tr("Export"),
                  m_boxes.empty()
                      ? tr("There is no chart to export.")
                      : tr("The charts are too tall for one picture; make them smaller."));
        return;
    }
    const auto draw = [&](QPainter &painter) {
        double y = 0;
        for (const Box &box : m_boxes) {
            box.chart->renderTo(painter, QRectF(0, y, box.chart->width(), box.chart->height()),
                                vector);
            y += box.chart->height() + px(8);
        }
    };
    bool written = false;
    if (vector) {
        QSvgGenerator svg;
        svg.setFileName(path);
        svg.setSize(QSize(static_cast<int>(width), static_cast<int>(height)));
        svg.setViewBox(QRectF(0, 0, width, height));
        svg.setTitle(title());
        QPainter painter;
        written = painter.begin(&svg);
        if (written)
            draw(painter);
    } else {
        QImage image(QSize(static_cast<int>(width * 2), static_cast<int>(height * 2)),
                     QImage::Format_RGB32);
        image.setDevicePixelRatio(2);
        image.fill(colour(Role::Window));
        {
            QPainter painter(&image);
            draw(painter);
        }
        written = image.save(path, "PNG");
    }
    if (!written)
        ask::tell(this, tr("Export"), tr("%1 cannot be written; choose another folder.").arg(path));
}

void TelemetryPage::exportCsv(const QString &path)
{
    if (m_export.isRunning()) {
        ask::tell(this, tr("Export"),
                  tr("Another export is still running; wait for it or stop it in the task list."));
        return;
    }
    SamplesExport what;
    std::set<SignalId> seen;
    for (const Box &box : m_boxes) {
        for (const SignalId signal : box.chart->signalIds()) {
            if (seen.insert(signal).second)
                what.wanted.push_back(signal);
        }
    }
    what.start = m_view->start();
    what.end = m_view->end();
    auto stop = std::make_shared<std::atomic<bool>>(false);
    TaskCentre *tasks = m_console.tasks;
    const QString name = QFileInfo(path).fileName();
    const TaskCentre::Id task =
        tasks ? tasks->add(tr("Exporting samples to %1").arg(name), [stop] { *stop = true; }) : 0;
    // The destructor waits for the run and sets m_stop; the task centre outlives the page.
    m_export = QtConcurrent::run(
        [this, what, path, stop, tasks, task, all = m_stop, source = chartSource()] {
            const auto progress = [&](int permille) {
                if (tasks)
                    QMetaObject::invokeMethod(
                        tasks, [tasks, task, permille] { tasks->setProgress(task, permille); });
                return !*stop && !*all;
            };
            QSaveFile file(path);
            QString note;
            bool failed = true;
            if (!file.open(QIODevice::WriteOnly)) {
                note = tr("%1 cannot be written: %2.").arg(path, file.errorString());
            } else {
                const auto written = writeSamples(file, source, what, progress);
                if (!written)
                    note = written.error().text;
                else if (!file.commit())
                    note = tr("%1 cannot be written: %2.").arg(path, file.errorString());
                else
                    failed = false;
                if (!failed)
                    note = tr("%1 samples in %2").arg(QString::number(*written), path);
            }
            if (tasks)
                QMetaObject::invokeMethod(
                    tasks, [tasks, task, note, failed] { tasks->finish(task, note, failed); });
        });
}

} // namespace ui
