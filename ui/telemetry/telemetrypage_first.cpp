// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What somebody sees who has laid out nothing yet.
#include "ui/telemetry/signalmodel.h"
#include "ui/telemetry/telemetrypage.h"
#include "ui/widgets/format.h"
#include "ui/widgets/rows/rowview.h"

#include "models/ingest/pipeline.h"

#include <QMap>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// How telling a unit is for the state of a plant; lower comes first. -1: times and counters, which
/// only ever grow.
int rankOf(const QString &unit)
{
    static const QStringList telling{u"bar"_s, u"kPa"_s, u"Pa"_s, u"psi"_s,  u"m³/h"_s, u"l/min"_s,
                                     u"°C"_s,  u"°F"_s,  u"K"_s,  u"mm/s"_s, u"m/s²"_s, u"g"_s,
                                     u"rpm"_s, u"A"_s,   u"kW"_s, u"W"_s,    u"% RH"_s, u"ppm"_s,
                                     u"V"_s,   u"Hz"_s,  u"%"_s};
    static const QStringList counting{u"s"_s, u"ms"_s,  u"min"_s, u"h"_s,
                                      u"d"_s, u"kWh"_s, u"Wh"_s,  u"m³"_s};
    if (unit.isEmpty() || counting.contains(unit))
        return -1;
    const qsizetype at = telling.indexOf(unit);
    return at < 0 ? static_cast<int>(telling.size()) : static_cast<int>(at);
}

struct Quantity
{
    int rank = 0;
    QString unit;
    std::vector<telemetry::SignalId> ids;
};

/// The last part of a name: "process/flow" and "flow" are one quantity.
QString lastPart(const QString &name)
{
    return name.sliced(name.lastIndexOf(u'/') + 1);
}

} // namespace

/// Three quantities with different units, each of up to three devices, and the confidences that are
/// lowest with their limit. Where there is nothing of the kind, the first four signals.
void TelemetryPage::showFirstSignals()
{
    constexpr std::size_t quantities = 3;
    constexpr std::size_t devices = 3;
    const telemetry::Catalogue &catalogue = m_console.pipeline->catalogue();
    QMap<QString, Quantity> found;
    std::vector<telemetry::SignalId> others;
    for (QModelIndex at = m_model->index(0, 0); at.isValid(); at = m_list->indexBelow(at)) {
        if (m_model->record(at) < 0)
            continue; // a device
        const auto id = static_cast<telemetry::SignalId>(m_model->record(at));
        const telemetry::SignalInfo info = catalogue.signal(id);
        const bool number =
            info.type != telemetry::ValueType::Text && info.type != telemetry::ValueType::Bool;
        if (others.size() < quantities + 1)
            others.push_back(id);
        const QString unit = format::unit(info.unit);
        const int rank = rankOf(unit);
        if (info.role != telemetry::SignalRole::Measurement || !number || rank < 0)
            continue;
        Quantity &quantity = found[unit + u'\n' + lastPart(info.name)];
        quantity.rank = rank;
        quantity.unit = unit;
        const auto other = [&](telemetry::SignalId have) {
            return catalogue.signal(have).device != info.device;
        };
        if (quantity.ids.size() < devices
            && std::all_of(quantity.ids.begin(), quantity.ids.end(), other))
            quantity.ids.push_back(id);
    }
    QList<Quantity> best = found.values();
    std::stable_sort(best.begin(), best.end(),
                     [](const Quantity &a, const Quantity &b) { return a.rank < b.rank; });
    QStringList units;
    for (const Quantity &quantity : std::as_const(best)) {
        if (units.contains(quantity.unit) || units.size() >= static_cast<qsizetype>(quantities))
            continue;
        units << quantity.unit;
        for (const telemetry::SignalId id : quantity.ids)
            addSignal(id, id == quantity.ids.front());
    }
    std::vector<telemetry::ConfidenceRecord> models = m_console.pipeline->predictions().records();
    std::erase_if(models, [](const auto &record) {
        return record.signal == telemetry::noId || record.answers <= record.invalid;
    });
    std::stable_sort(models.begin(), models.end(),
                     [](const auto &a, const auto &b) { return a.recentMean < b.recentMean; });
    for (std::size_t i = 0; i < std::min(devices, models.size()); ++i)
        addSignal(models[i].signal, i == 0);
    if (!models.empty())
        m_boxes.back().chart->setTitle(tr("Model confidence, lowest"));
    for (std::size_t i = 0; m_boxes.empty() && i < others.size(); ++i)
        addSignal(others[i], i > 0);
    // After the charts have scrolled themselves into sight: the first one is read first.
    QTimer::singleShot(0, m_scroll, [this] { m_scroll->verticalScrollBar()->setValue(0); });
    m_settling = true;
    settleWindow();
}

/// A window of ten minutes with twenty seconds in it shows a stroke at the right edge: until there
/// is more, the window is as long as what there is.
void TelemetryPage::settleWindow()
{
    if (!m_settling)
        return;
    TimeNs first = m_view->now();
    for (const Box &box : m_boxes) {
        for (const ChartLine &line : box.chart->lines()) {
            if (const auto series = line.data->series();
                series && series->firstTime() != base::noTime)
                first = std::min(first, series->firstTime());
        }
    }
    const TimeNs there = m_view->now() - first;
    TimeNs wanted = 10 * base::nsPerMinute;
    for (const int minutes : {5, 2, 1}) {
        if (there < minutes * base::nsPerMinute)
            wanted = minutes * base::nsPerMinute;
    }
    m_placing = true;
    if (m_view->length() != wanted)
        m_view->setLength(wanted);
    m_placing = false;
    if (there >= 10 * base::nsPerMinute)
        m_settling = false;
}

/// Charts of confidence show the limit below which somebody should look.
void TelemetryPage::showLimits()
{
    const double limit = m_console.pipeline->predictions().limit();
    for (const Box &box : m_boxes) {
        const auto &lines = box.chart->lines();
        const bool all =
            !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const ChartLine &line) {
                return line.role == telemetry::SignalRole::Confidence;
            });
        box.chart->setThreshold(all ? std::optional(limit) : std::nullopt, lines.size() == 1);
    }
}

} // namespace ui
