// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/signalmodel.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/shortnames.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/timechart.h"

#include <QMimeData>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

SignalModel::SignalModel(const telemetry::Catalogue &catalogue,
                         const telemetry::SeriesStore &series, const telemetry::TextTable &texts,
                         const devices::Registry &devices, QObject *parent)
    : RowTree(parent)
    , m_catalogue(catalogue)
    , m_series(series)
    , m_texts(texts)
    , m_devices(devices)
{
    setGrouped(true);
}

SignalModel::Row SignalModel::rowOf(const telemetry::SignalInfo &info) const
{
    return {info.id,
            base::visibleText(m_catalogue.device(info.device).name),
            base::visibleText(info.name),
            base::visibleText(format::unit(info.unit)),
            base::visibleText(info.topic),
            info.device};
}

/// True when a name that is shown has changed.
bool SignalModel::nameDevices()
{
    if (m_deviceNames.size() == static_cast<qsizetype>(m_catalogue.deviceCount()))
        return false;
    const bool several = m_catalogue.sources().size() > 1;
    QStringList names;
    for (const telemetry::DeviceInfo &device : m_catalogue.devicesFrom(0)) {
        QString name = base::visibleText(device.name);
        if (several) // two brokers may know devices of the same name
            name.prepend(base::visibleText(m_catalogue.source(device.source).name) + u'/');
        names << name;
    }
    const QStringList before = std::exchange(m_deviceNames, shortNames(names));
    return before != m_deviceNames.first(before.size());
}

QString SignalModel::deviceName(telemetry::DeviceId device) const
{
    return static_cast<qsizetype>(device) < m_deviceNames.size()
        ? m_deviceNames[device]
        : base::visibleText(m_catalogue.device(device).name);
}

bool SignalModel::refresh()
{
    const std::uint64_t revision = m_catalogue.revision();
    if (revision == m_revision)
        return false;
    m_revision = revision;
    const bool renamed = nameDevices();
    const auto known = static_cast<telemetry::SignalId>(m_rows.size());
    const bool grown = m_catalogue.signalCount() > known;
    if (grown) {
        for (const telemetry::SignalInfo &info : m_catalogue.signalsFrom(known))
            m_rows.push_back(rowOf(info));
        m_revision = 0; // names of older ones may have changed in the same breath: look once more
    } else { // units or descriptions were learnt
        for (const telemetry::SignalInfo &info : m_catalogue.signalsFrom(0)) {
            if (info.id < m_rows.size())
                m_rows[info.id] = rowOf(info);
        }
    }
    if (renamed)
        rebuild();
    takeNew();
    return grown;
}

void SignalModel::setScope(const ScopedDevices &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    rebuild();
}

bool SignalModel::wanted(int record) const
{
    return !m_scope || m_scope->contains(at(record).deviceId);
}

QString SignalModel::nameOf(telemetry::SignalId signal) const
{
    return signal < m_rows.size() ? QString(m_rows[signal].device + u" / "_s + m_rows[signal].name)
                                  : QString();
}

QString SignalModel::valueText(telemetry::SignalId signal, double *raw) const
{
    const auto series = m_series.find(signal);
    telemetry::Point point;
    if (!series || !series->last(point))
        return format::none;
    if (raw)
        *raw = point.number();
    if (point.quality == telemetry::Quality::Missing)
        return format::none;
    if (point.type == telemetry::ValueType::Bool)
        return point.bits != 0 ? tr("on") : tr("off");
    if (point.type == telemetry::ValueType::Text)
        return base::visibleText(
            QString::fromStdString(m_texts.text(static_cast<telemetry::TextCode>(point.bits)))
                .left(60));
    return format::number(point.number());
}

QString SignalModel::text(int record, int column) const
{
    const Row &row = at(record);
    switch (column) {
    case Signal:
        return row.name;
    case Value:
        return valueText(row.id, nullptr);
    case Unit:
        return row.unit;
    case Device:
        return row.device;
    case Model:
        return base::visibleText(m_devices.record(row.deviceId).model);
    default:
        return row.topic;
    }
}

QVariant SignalModel::cell(int record, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case rawRole:
        return sortKey(record, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == Value ? Qt::AlignRight : Qt::AlignLeading));
    case Qt::ForegroundRole:
        return column >= Unit ? QVariant(colour(Role::TextSecond)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Value)
            return {};
        return QString(tr("%1 / %2\nTopic %3")
                           .arg(at(record).device, at(record).name, at(record).topic))
            .toHtmlEscaped()
            .replace(u'\n', u"<br>"_s);
    default:
        return {};
    }
}

QVariant SignalModel::sortKey(int record, int column) const
{
    if (column != Value)
        return text(record, column);
    double raw = std::numeric_limits<double>::quiet_NaN();
    valueText(at(record).id, &raw);
    return raw;
}

QString SignalModel::groupOf(int record) const
{
    return deviceName(at(record).deviceId);
}

QString SignalModel::fieldText(int record, const QString &field) const
{
    static const QHash<QString, int> columns{
        {u"signal"_s, Signal}, {u"name"_s, Signal}, {u"value"_s, Value}, {u"unit"_s, Unit},
        {u"device"_s, Device}, {u"model"_s, Model}, {u"topic"_s, Topic}};
    if (field == u"site")
        return base::visibleText(m_devices.record(at(record).deviceId).site);
    if (field.isEmpty()) {
        const Row &row = at(record);
        return row.device + u'\n' + row.name + u'\n' + row.unit + u'\n' + row.topic + u'\n'
            + text(record, Model);
    }
    const auto it = columns.constFind(field);
    return it == columns.constEnd() ? QString() : text(record, *it) + u""_s;
}

QVariant SignalModel::groupCell(const QString &group, const std::vector<int> &records, int column,
                                int role) const
{
    if (column != 0)
        return {};
    if (role == Qt::DisplayRole)
        return group;
    if (role == Qt::FontRole)
        return typeFont(Type::Base, true);
    if (role == Qt::ToolTipRole && !records.empty())
        return at(records.front()).device.toHtmlEscaped();
    return {};
}

QVariant SignalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Value)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList names{tr("Signal"), tr("Value"), tr("Unit"),
                            tr("Device"), tr("Model"), tr("Topic")};
    return names.value(section);
}

Qt::ItemFlags SignalModel::flags(const QModelIndex &index) const
{
    return RowTree::flags(index) | (record(index) >= 0 ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SignalModel::mimeTypes() const
{
    return {signalsMimeType()};
}

QMimeData *SignalModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    QSet<int> seen;
    for (const QModelIndex &index : indexes) {
        const int signal = record(index);
        if (signal >= 0 && !seen.contains(signal))
            ids += QString::number(signal);
        seen.insert(signal);
    }
    auto *mime = new QMimeData;
    mime->setData(signalsMimeType(), ids.join(u' ').toLatin1());
    return mime;
}

} // namespace ui
