// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/collector.h"

#include <algorithm>

namespace support {

namespace {

QByteArray bytes(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace

bool Collector::poll()
{
    if (!inlet->take(m_batch, 0))
        return false;
    for (const telemetry::SourceEvent &event : m_batch.events())
        events.append({event.kind, QByteArray::fromStdString(event.text),
                       messages.size() + static_cast<qsizetype>(event.beforeMessage)});
    for (std::size_t i = 0; i < m_batch.size(); ++i) {
        const telemetry::MessageView view = m_batch.at(i);
        messages.append(
            {bytes(view.topic), bytes(view.payload), view.qos, view.retain, view.duplicate,
             view.properties ? std::make_shared<telemetry::MessageProperties>(*view.properties)
                             : nullptr});
    }
    return true;
}

qsizetype Collector::count(const QByteArray &topic)
{
    poll();
    return std::count_if(messages.cbegin(), messages.cend(),
                         [&](const Message &message) { return message.topic == topic; });
}

} // namespace support
