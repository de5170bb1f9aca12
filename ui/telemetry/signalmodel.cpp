// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/signalmodel.h"

#include "models/base/visibletext.h"
#include "ui/widgets/celldelegate.h"
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
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_series(series)
    , m_texts(texts)
    , m_devices(devices)
{
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

void SignalModel::nameDevices()
{
    if (m_deviceNames.size() == static_cast<qsizetype>(m_catalogue.deviceCount()))
        return;
    QStringList names;
    for (const telemetry::DeviceInfo &device : m_catalogue.devicesFrom(0))
        names << base::visibleText(device.name);
    const QStringList before = std::exchange(m_deviceNames, shortNames(names));
    if (!m_rows.empty() && before != m_deviceNames.first(before.size()))
        Q_EMIT dataChanged(index(0, Signal), index(rowCount() - 1, Signal));
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
    nameDevices();
    const auto known = static_cast<telemetry::SignalId>(m_rows.size());
    if (m_catalogue.signalCount() == known) { // units or descriptions were learnt
        std::size_t at = 0;
        for (const telemetry::SignalInfo &info : m_catalogue.signalsFrom(0)) {
            if (at < m_rows.size())
                m_rows[at++] = rowOf(info);
        }
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, Unit), index(rowCount() - 1, Unit));
        return false;
    }
    const std::vector<telemetry::SignalInfo> fresh = m_catalogue.signalsFrom(known);
    beginInsertRows({}, static_cast<int>(known), static_cast<int>(known + fresh.size()) - 1);
    for (const telemetry::SignalInfo &info : fresh)
        m_rows.push_back(rowOf(info));
    endInsertRows();
    m_revision = 0; // names of older ones may have changed in the same breath: look once more
    return true;
}

QString SignalModel::nameOf(telemetry::SignalId signal) const
{
    if (signal >= m_rows.size())
        return {};
    const Row &row = m_rows[signal];
    return row.device + u" / "_s + row.name;
}

int SignalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SignalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SignalModel::valueText(telemetry::SignalId signal, double *raw) const
{
    const auto series = m_series.find(signal);
    telemetry::Point point;
    if (!series || !series->last(point))
        return format::none;
    if (raw)
        *raw = point.number();
    if (point.type == telemetry::ValueType::Bool)
        return point.bits != 0 ? tr("on") : tr("off");
    if (point.type == telemetry::ValueType::Text)
        return base::visibleText(
            QString::fromStdString(m_texts.text(static_cast<telemetry::TextCode>(point.bits)))
                .left(60));
    return format::number(point.number());
}

QVariant SignalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Value)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && (index.column() == Unit || index.column() == Device))
        return colour(Role::TextSecond);
    if (role == rawRole && index.column() == Value) {
        double raw = std::numeric_limits<double>::quiet_NaN();
        valueText(row.id, &raw);
        return raw;
    }
    if (role == rawRole && index.column() == Signal)
        return QString(deviceName(row.deviceId) + u'\n' + row.name);
    if (role == softPrefixRole && index.column() == Signal)
        return static_cast<int>(deviceName(row.deviceId).size()) + 3;
    if (role == Qt::ToolTipRole && index.column() != Value)
        return QString(tr("%1 / %2\nTopic %3").arg(row.device, row.name, row.topic))
            .toHtmlEscaped()
            .replace(u'\n', u"<br>"_s);
    if (role != Qt::DisplayRole && role != rawRole)
        return {};
    switch (index.column()) {
    case Device:
        return row.device;
    case Signal:
        return QString(deviceName(row.deviceId) + u" / "_s + row.name);
    case Value:
        return valueText(row.id, nullptr);
    case Unit:
        return row.unit;
    case Model:
        return base::visibleText(m_devices.record(row.deviceId).model);
    case Topic:
        return row.topic;
    default:
        return {};
    }
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
    return QAbstractTableModel::flags(index)
        | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SignalModel::mimeTypes() const
{
    return {signalsMimeType()};
}

QMimeData *SignalModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    QSet<int> rows;
    for (const QModelIndex &index : indexes) {
        if (!rows.contains(index.row()))
            ids += QString::number(signalAt(index.row()));
        rows.insert(index.row());
    }
    auto *mime = new QMimeData;
    mime->setData(signalsMimeType(), ids.join(u' ').toLatin1());
    return mime;
}

} // namespace ui
