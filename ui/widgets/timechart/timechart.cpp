// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/timechart.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/signalcolours.h"

#include "models/base/visibletext.h"

#include <QChart>
#include <QChartView>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int headerHeight = 26;
constexpr int footerHeight = 18;
constexpr int axisWidth = 56; ///< at least
constexpr int widestAxis = 120;
constexpr int axisStep = 8; ///< labels of about the same length move nothing
constexpr int axisHeight = 22;
constexpr int laneHeight = 18;
constexpr auto staleQuality = static_cast<std::uint8_t>(telemetry::Quality::Stale);

} // namespace

QString signalsMimeType()
{
    return u"application/x-pilothouse-signals"_s;
}

TimeChart::TimeChart(const ChartSource &source, TimeView *view, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_view(view)
    , m_chart(new QChart)
    , m_chartView(new QChartView(m_chart, this)) // setChart() would leak the chart it begins with
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    m_plot = new PlotItem(m_lines, *m_view, m_source.texts, m_chart);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setMargins({});
    m_chart->setBackgroundRoundness(0);
    m_chart->setDropShadowEnabled(false);
    m_chart->setBackgroundVisible(false);
    m_chartView->setFrameShape(QFrame::NoFrame);
    m_chartView->setFocusPolicy(Qt::NoFocus);
    m_chartView->setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    m_chartView->setOptimizationFlag(QGraphicsView::DontSavePainterState);
    m_chartView->setRenderHint(QPainter::Antialiasing, false);
    m_chartView->setMouseTracking(true);
    m_chartView->viewport()->setMouseTracking(true);
    m_chartView->viewport()->installEventFilter(this);
    m_chartView->setAcceptDrops(false);

    m_menuButton->setAutoRaise(true);
    m_menuButton->setText(u"⋯"_s);
    m_menuButton->setToolTip(tr("Chart menu (Menu key)"));
    m_menuButton->setAccessibleName(tr("Chart menu"));
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    connect(m_menuButton, &QToolButton::clicked, this, &TimeChart::showMenu);

    connect(m_view, &TimeView::moved, this, &TimeChart::dataMoved);
    for (const auto signal : {&TimeView::cursorMoved, &TimeView::measureChanged})
        connect(m_view, signal, this, [this] { m_plot->update(); });
    connect(m_view, &TimeView::eventsChanged, this, [this] { m_plot->dataChanged(); });
    connect(m_view, &TimeView::axisWidthChanged, this, [this] {
        layoutPlot();
        dataMoved();
    });
    m_clock.start();
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    applyTheme();
    refreshTexts();
}

TimeChart::~TimeChart()
{
    if (!m_view)
        return;
    m_view->disconnect(this);
    m_view->wishAxisWidth(this, 0);
}

bool TimeChart::addSignal(SignalId signal)
{
    const auto ids = signalIds();
    if (signal >= m_source.catalogue->signalCount() || m_lines.size() >= maxLines
        || std::find(ids.begin(), ids.end(), signal) != ids.end())
        return false;
    ChartLine line;
    line.signal = signal;
    line.data = std::make_unique<SignalColumns>(m_source, signal, m_view->now());
    connect(line.data.get(), &SignalColumns::arrived, this, &TimeChart::refresh);
    describeLine(line);
    m_lines.push_back(std::move(line));
    assignDashes();
    m_autoRange.reset();
    m_textsMs = -1'000;
    layoutPlot();
    refresh();
    Q_EMIT signalsChanged();
    return true;
}

void TimeChart::removeSignal(SignalId signal)
{
    if (std::erase_if(m_lines, [signal](const ChartLine &line) { return line.signal == signal; })
        == 0)
        return;
    assignDashes();
    m_autoRange.reset();
    m_textsMs = -1'000;
    layoutPlot();
    refresh();
    Q_EMIT signalsChanged();
}

std::vector<SignalId> TimeChart::signalIds() const
{
    std::vector<SignalId> ids;
    for (const ChartLine &line : m_lines)
        ids.push_back(line.signal);
    return ids;
}

void TimeChart::describeLine(ChartLine &line)
{
    const telemetry::SignalInfo info = m_source.catalogue->signal(line.signal);
    const telemetry::DeviceInfo device = m_source.catalogue->device(info.device);
    line.deviceName = device.name;
    line.device =
        m_source.deviceName ? m_source.deviceName(info.device) : base::visibleText(device.name);
    line.name = base::visibleText(info.name);
    if (info.role == telemetry::SignalRole::Confidence && line.name.endsWith("/confidence"_L1))
        line.name.chop(11); // the model's name says enough
    line.unit = base::visibleText(format::unit(info.unit));
    line.type = info.type;
    line.role = info.role;
    line.source = device.source;
    line.sourceKey = m_source.catalogue->source(device.source).key;
}

void TimeChart::assignDashes()
{
    std::set<int> used;
    for (ChartLine &line : m_lines)
        line.dashed = !used.insert(signalColourIndex(line.signal)).second;
}

void TimeChart::setTitle(const QString &title)
{
    m_title = title;
    m_textsMs = -1'000;
    refreshTexts();
}

QString TimeChart::title() const
{
    if (!m_title.isEmpty())
        return m_title;
    QStringList names;
    for (const ChartLine &line : m_lines) {
        if (!names.contains(line.name))
            names += line.name;
    }
    if (names.size() > 3)
        return tr("%1 signals").arg(m_lines.size());
    return names.join(u", "_s);
}

void TimeChart::setThreshold(std::optional<double> value, bool shadeBelow)
{
    if (value == m_plot->state().threshold && shadeBelow == m_plot->state().shadeBelow)
        return;
    m_plot->state().threshold = value;
    m_plot->state().shadeBelow = shadeBelow;
    m_plot->update();
}

void TimeChart::setValueRange(double low, double high)
{
    if (!(low < high) || !std::isfinite(low) || !std::isfinite(high))
        return;
    m_auto = false;
    m_manual = {low, high, roundRange(low, high, 4).step};
    dataMoved();
}

void TimeChart::setAutoRange()
{
    m_auto = true;
    m_autoRange.reset();
    dataMoved();
}

ValueRange TimeChart::valueRange() const
{
    return m_plot->state().range;
}

const PlotState &TimeChart::plotState() const
{
    return m_plot->state();
}

QRectF TimeChart::plotArea() const
{
    return m_plot->state().plot.translated(m_chartView->pos());
}

void TimeChart::setClosable(bool on)
{
    m_closable = on;
}

void TimeChart::setFramed(bool on)
{
    m_framed = on;
    update();
}

void TimeChart::setRemark(const QString &remark)
{
    if (remark == m_remark)
        return;
    m_remark = remark;
    refreshFooter();
}

QSize TimeChart::sizeHint() const
{
    return {px(640), px(190)};
}

QSize TimeChart::minimumSizeHint() const
{
    return {px(240), px(120)};
}

void TimeChart::layoutPlot()
{
    const int top = px(headerHeight);
    const int bottom = px(footerHeight);
    m_chartView->setGeometry(px(2), top, width() - px(4), std::max(height() - top - bottom, 10));
    m_menuButton->setGeometry(width() - px(30), px(2), px(26), px(22));
    const QSizeF size = m_chartView->size();
    m_chartView->setSceneRect(QRectF(QPointF(0, 0), size));
    m_chart->setGeometry(QRectF(QPointF(0, 0), size));
    const auto bands = static_cast<int>(std::count_if(
        m_lines.begin(), m_lines.end(), [](const ChartLine &line) { return line.isBand(); }));
    const double left = std::max<double>(px(axisWidth), m_view->axisWidth());
    const double width = std::max(size.width() - left - px(14), 10.0);
    const double room = std::max(size.height() - px(axisHeight) - px(6), 10.0);
    const bool onlyBands = bands > 0 && bands == std::ssize(m_lines);
    double lanes = std::min<double>(bands * px(laneHeight), room);
    if (!onlyBands)
        lanes = std::min(lanes, room / 2);
    PlotState &state = m_plot->state();
    state.ratio = devicePixelRatioF();
    state.plot = QRectF(left, px(6), std::floor(width), std::floor(onlyBands ? 2 : room - lanes));
    state.lanes = QRectF(left, state.plot.bottom(), state.plot.width(), lanes);
    state.hasValues = !onlyBands && !m_lines.empty();
    m_plot->setSize(size);
}

bool TimeChart::updateColumns()
{
    PlotState &state = m_plot->state();
    const int columns = std::max(1, static_cast<int>(state.plot.width() * state.ratio));
    const TimeNs width = std::max<TimeNs>(1, (m_view->length() + columns - 1) / columns);
    const TimeNs end = m_view->end();
    const std::int64_t first = end / width - (end % width < 0 ? 1 : 0) + 1 - columns;
    bool changed = first != state.firstColumn || columns != state.columns || width != state.width;
    state.columns = columns;
    state.width = width;
    state.firstColumn = first;
    for (ChartLine &line : m_lines)
        changed |= line.data->update(first, columns, width);
    return changed;
}

void TimeChart::followRange()
{
    PlotState &state = m_plot->state();
    const bool percent = std::all_of(m_lines.begin(), m_lines.end(), [](const ChartLine &line) {
        return line.role == telemetry::SignalRole::Confidence;
    });
    ValueRange range = m_manual;
    const int ticks = std::clamp(static_cast<int>(state.plot.height() / px(34)), 2, 6);
    if (m_auto) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (const ChartLine &line : m_lines) {
            if (line.isBand())
                continue;
            for (const telemetry::Column &column : line.data->columns()) {
                // A placeholder that came with a birth ("stale, 0") does not flatten the rest.
                if (column.count > 0 && column.worst == staleQuality)
                    continue;
                if (std::isfinite(column.min) && std::isfinite(column.max)) {
                    low = std::min(low, column.min);
                    high = std::max(high, column.max);
                }
            }
        }
        if (percent && state.threshold && low <= high) { // the limit is always in sight
            low = std::min(low, *state.threshold - 0.02);
            high = std::max(high, std::min(1.0, *state.threshold + 0.1));
        }
        m_autoRange.follow(low, high, ticks, m_clock.elapsed());
        range = m_autoRange.range();
        if (percent && high <= 1) {
            range.low = std::max(range.low, 0.0);
            range.high = std::min(range.high, 1.0);
        }
    }
    if (range == state.range && percent == state.percent && !state.ticks.empty())
        return;
    state.range = range;
    state.percent = percent;
    state.ticks = valueTicks(range, percent);
    wishAxisWidth();
    m_plot->dataChanged();
}

void TimeChart::wishAxisWidth()
{
    double widest = 0;
    if (m_plot->state().hasValues) {
        const QFontMetricsF metrics(typeFont(Type::Second));
        for (const ValueTick &tick : m_plot->state().ticks)
            widest = std::max(widest, metrics.horizontalAdvance(tick.label) + px(14));
    }
    const double step = px(axisStep);
    m_view->wishAxisWidth(this, std::min<double>(std::ceil(widest / step) * step, px(widestAxis)));
}

void TimeChart::refresh()
{
    m_view->tick();
    const bool changed = updateColumns();
    if (changed) {
        followRange();
        m_plot->dataChanged();
    } else if (m_auto) {
        followRange();
    }
    if (m_clock.elapsed() - m_textsMs >= 250)
        refreshTexts();
}

void TimeChart::dataMoved()
{
    updateColumns();
    followRange();
    m_plot->dataChanged();
    m_textsMs = -1'000;
}

void TimeChart::refreshTexts()
{
    m_textsMs = m_clock.elapsed();
    const std::uint64_t revision = m_source.catalogue->revision();
    const bool renamed = revision != m_catalogueRevision;
    m_catalogueRevision = revision;
    const TimeNs now = m_view->now();
    for (ChartLine &line : m_lines) {
        if (renamed)
            describeLine(line);
        telemetry::Point point;
        const auto series = line.data->series();
        if (!series || !series->last(point)) {
            line.value = format::none;
            line.stale = true;
            continue;
        }
        if (point.type == telemetry::ValueType::Text)
            line.value = base::visibleText(QString::fromStdString(m_source.texts->text(
                                               static_cast<telemetry::TextCode>(point.bits))))
                             .left(40);
        else if (point.type == telemetry::ValueType::Bool)
            line.value = point.bits != 0 ? tr("on") : tr("off");
        else
            line.value = line.text(point.number(), false);
        const TimeNs typical = line.data->typicalInterval();
        line.stale = typical > 0 && now - point.time > std::max(5 * typical, 2 * base::nsPerSecond);
    }
    refreshFooter();
    update(0, 0, width(), px(headerHeight));
}

void TimeChart::refreshFooter()
{
    quint64 samples = 0;
    quint64 drawn = 0;
    quint64 lost = 0;
    bool loading = false;
    QString problem;
    std::set<telemetry::SourceId> sources;
    for (const ChartLine &line : m_lines) {
        for (const telemetry::Column &column : line.data->columns()) {
            samples += column.count;
            drawn += std::min<quint64>(column.count, 4);
        }
        loading |= line.data->isLoading();
        if (!line.data->problem().isEmpty())
            problem = line.data->problem();
        if (m_source.lost && sources.insert(line.source).second)
            lost += m_source.lost(line.source);
    }
    QStringList parts{m_lines.size() == 1 ? tr("1 signal") : tr("%1 signals").arg(m_lines.size())};
    if (drawn == samples)
        parts += tr("all %1 samples shown").arg(format::count(samples));
    else
        parts += tr("showing %1 of %2 samples, min/max per pixel")
                     .arg(format::count(drawn),
                          samples < 100'000 ? format::count(samples)
                                            : format::si(static_cast<double>(samples)));
    parts += tr("%1 lost").arg(format::count(lost));
    if (!m_auto)
        parts += tr("fixed range");
    if (!m_remark.isEmpty())
        parts.prepend(m_remark);
    const QString text = m_lines.empty() ? QString() : parts.join(u" · "_s);
    QString notice;
    if (m_lines.empty())
        notice = tr("Drag a signal here, or select it in the list and press Enter.");
    else if (!problem.isEmpty())
        notice = tr("History cannot be read: %1").arg(problem);
    else if (loading)
        notice = tr("Loading history…");
    else if (samples == 0)
        notice = tr("No samples in this window.");
    if (notice != m_plot->state().notice) {
        m_plot->state().notice = notice;
        m_plot->update();
    }
    if (text == m_footer)
        return;
    m_footer = text;
    update(0, height() - px(footerHeight), width(), px(footerHeight));
}

} // namespace ui
