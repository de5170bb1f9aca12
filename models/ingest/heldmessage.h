// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"

#include <string>

namespace ingest {

/// A copy of a message that waits for something. MQTT 5 properties are not kept.
class HeldMessage
{
public:
    explicit HeldMessage(const telemetry::MessageView &message)
        : m_topic(message.topic)
        , m_payload(message.payload)
        , m_size(message.payload.size())
        , m_view(message)
    {
        m_payload.append(telemetry::MessageBatch::padding, '\0');
    }

    /// Lives as long as this object stays where it is.
    telemetry::MessageView view() const
    {
        telemetry::MessageView view = m_view;
        view.topic = m_topic;
        view.payload = std::string_view(m_payload).substr(0, m_size);
        view.properties = nullptr;
        return view;
    }
    std::size_t bytes() const { return m_topic.size() + m_payload.size(); }

private:
    std::string m_topic;
    std::string m_payload;
    std::size_t m_size;
    telemetry::MessageView m_view;
};

} // namespace ingest
