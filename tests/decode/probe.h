// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

/// Runs one convention as a chain would and renders what came out as readable lines.
class Probe
{
public:
    explicit Probe(std::unique_ptr<decode::Convention> convention, decode::Limits limits = {});

    void restart(std::unique_ptr<decode::Convention> convention)
    {
        m_convention = std::move(convention);
        out.clear();
    }

    /// True when the convention took the message.
    bool decode(const QByteArray &topic, const QByteArray &payload, bool retain = false);

    /// "device | signal = value unit @ms quality flags", one per sample, in order.
    QStringList samples() const;
    /// "Kind device value" or "Kind device signal: value".
    QStringList facts() const;
    QString prediction(std::size_t index) const;

    decode::Output out;

private:
    std::unique_ptr<decode::Convention> m_convention;
    decode::Limits m_limits;
    simdjson::dom::parser m_parser;
    QByteArray m_topic;
    QByteArray m_payload;
};
