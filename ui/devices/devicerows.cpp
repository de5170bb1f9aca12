// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicerows.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <QCoreApplication>
#include <QIcon>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using devices::DeviceRecord;
using devices::DeviceState;

namespace ui {

QString stateText(DeviceState state)
{
    switch (state) {
    case DeviceState::Well:
        return QCoreApplication::translate("Devices", "well");
    case DeviceState::Asleep:
        return QCoreApplication::translate("Devices", "asleep");
    case DeviceState::Suspect:
        return QCoreApplication::translate("Devices", "suspect");
    case DeviceState::Stale:
        return QCoreApplication::translate("Devices", "stale");
    case DeviceState::Offline:
        break;
    }
    return QCoreApplication::translate("Devices", "offline");
}

Mark stateMark(DeviceState state)
{
    static constexpr std::array marks{Mark::Well, Mark::Idle, Mark::Medium, Mark::Stale,
                                      Mark::High};
    return marks[static_cast<std::size_t>(state)];
}

QIcon stateIcon(DeviceState state)
{
    static std::array<std::array<QIcon, 5>, 3> icons;
    QIcon &icon = icons[static_cast<std::size_t>(currentTheme())][static_cast<std::size_t>(state)];
    if (icon.isNull())
        icon = markIcon(stateMark(state));
    return icon;
}

DeviceRows::DeviceRows(QObject *parent)
    : RowTree(parent)
{
}

void DeviceRows::update(const std::vector<DeviceRecord> &devices, base::TimeNs now, bool lookAgain)
{
    const bool aged = now / base::nsPerSecond != m_now / base::nsPerSecond;
    m_now = now;
    std::vector<int> changed;
    for (const DeviceRecord &device : devices) {
        const int place = m_places.value(device.id, -1);
        if (place < 0) {
            m_places.insert(device.id, static_cast<int>(m_devices.size()));
            m_devices.push_back(device);
            continue;
        }
        DeviceRecord &old = m_devices[static_cast<std::size_t>(place)];
        if (aged || old.messages != device.messages || old.state != device.state
            || old.site != device.site)
            changed.push_back(place);
        old = device;
    }
    takeNew();
    touched(changed);
    if (lookAgain)
        review();
}

void DeviceRows::setScope(const ScopedDevices &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    rebuild();
}

bool DeviceRows::wanted(int record) const
{
    return !m_scope || m_scope->contains(device(record).id);
}

QString DeviceRows::text(int record, int column) const
{
    const DeviceRecord &device = m_devices[static_cast<std::size_t>(record)];
    const auto orNone = [](const QString &text) {
        return text.isEmpty() ? format::none : base::visibleText(text);
    };
    switch (column) {
    case Name:
        return base::visibleText(device.title());
    case State:
        return stateText(device.state);
    case LastSeen:
        return device.lastSeen == base::noTime ? format::none : format::age(device.lastSeen, m_now);
    case Interval:
        return device.typicalInterval > 0 ? format::shortDuration(device.typicalInterval)
                                          : format::none;
    case Kind:
        return device.kind == devices::DeviceKind::Gateway ? tr("gateway")
            : device.kind == devices::DeviceKind::Service  ? tr("service")
            : device.onlyHeardOf                           ? tr("heard of only")
                                                           : tr("device");
    case Site:
        return orNone(device.site);
    case Protocol:
        return orNone(device.protocol);
    case Firmware:
        return orNone(device.firmware);
    case Models: {
        QStringList models;
        for (const QString &model : device.models)
            models << base::visibleText(model);
        return models.isEmpty() ? format::none : models.join(u", "_s);
    }
    case Samples:
        return format::count(device.samples);
    default:
        return format::count(device.gaps);
    }
}

QVariant DeviceRows::cell(int record, int column, int role) const
{
    const DeviceRecord &device = m_devices[static_cast<std::size_t>(record)];
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::DecorationRole:
        return column == State ? QVariant(stateIcon(device.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter
                        | (column == LastSeen || column == Interval || column >= Samples
                               ? Qt::AlignRight
                               : Qt::AlignLeading));
    case Qt::ForegroundRole:
        if (column == State && device.state != DeviceState::Well)
            return colour(markRole(stateMark(device.state)));
        if (column == Gaps && device.gaps > 0)
            return colour(Role::High);
        return column == Name ? QVariant() : QVariant(colour(Role::TextSecond));
    case Qt::ToolTipRole:
        return column == State && !device.why.isEmpty()
            ? QVariant(base::visibleText(device.why).toHtmlEscaped())
            : QVariant();
    case rawRole:
        return sortKey(record, column);
    default:
        return {};
    }
}

QVariant DeviceRows::sortKey(int record, int column) const
{
    const DeviceRecord &device = m_devices[static_cast<std::size_t>(record)];
    switch (column) {
    case State:
        return static_cast<int>(device.state);
    case LastSeen:
        return static_cast<double>(device.lastSeen);
    case Interval:
        return static_cast<double>(device.typicalInterval);
    case Samples:
        return static_cast<double>(device.samples);
    case Gaps:
        return static_cast<double>(device.gaps);
    default:
        return text(record, column);
    }
}

QString DeviceRows::groupOf(int record) const
{
    const QString &site = m_devices[static_cast<std::size_t>(record)].site;
    return site.isEmpty() ? tr("No site") : base::visibleText(site);
}

QString DeviceRows::fieldText(int record, const QString &field) const
{
    static const QHash<QString, int> columns{
        {u"name"_s, Name},         {u"device"_s, Name},  {u"state"_s, State},
        {u"kind"_s, Kind},         {u"site"_s, Site},    {u"protocol"_s, Protocol},
        {u"firmware"_s, Firmware}, {u"model"_s, Models}, {u"models"_s, Models}};
    if (field == u"site")
        return groupOf(record);
    if (field.isEmpty()) {
        QString all = m_devices[static_cast<std::size_t>(record)].name;
        for (const int column : {Name, State, Kind, Site, Protocol, Firmware, Models})
            all += u'\n' + text(record, column);
        return all;
    }
    const auto it = columns.constFind(field);
    return it == columns.constEnd() ? QString() : text(record, *it);
}

QVariant DeviceRows::groupCell(const QString &group, const std::vector<int> &records, int column,
                               int role) const
{
    if (column != 0 || (role != Qt::DisplayRole && role != Qt::FontRole))
        return {};
    if (role == Qt::FontRole)
        return typeFont(Type::Base, true);
    const auto well = std::count_if(records.begin(), records.end(), [this](int record) {
        const DeviceState state = device(record).state;
        return state == DeviceState::Well || state == DeviceState::Asleep;
    });
    const auto total = static_cast<quint64>(records.size());
    const auto rest = total - static_cast<quint64>(well);
    return rest == 0
        ? tr("%1: all %2 well").arg(group, format::count(total))
        : tr("%1: %2 of %3 well")
              .arg(group, format::count(static_cast<quint64>(well)), format::count(total));
}

QVariant DeviceRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (section == LastSeen || section == Interval || section >= Samples
                               ? Qt::AlignRight
                               : Qt::AlignLeading));
    const QString names[] = {tr("Name"),   tr("State"),   tr("Last seen"), tr("Interval"),
                             tr("Kind"),   tr("Site"),    tr("Protocol"),  tr("Firmware"),
                             tr("Models"), tr("Samples"), tr("Gaps")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace ui
