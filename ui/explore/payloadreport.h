// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/ingest/topictable.h"
#include "ui/explore/outline.h"
#include "ui/explore/payloadlines.h"

#include <QImage>

#include <memory>
#include <vector>

namespace ui {

/// What to look into; copies (payloads are shared).
struct PayloadInput
{
    QByteArray topic;
    ingest::KeptMessage message;
    QByteArray previous; ///< payload before it
    bool hasPrevious = false;
    std::vector<decode::Mapping> mappings;
    /// Births that this message builds on (Sparkplug), decoded before it: topic and payload.
    std::vector<std::pair<QByteArray, QByteArray>> births;
};

/// One sample as the decoder found it, ready to show.
struct DecodedRow
{
    QString device;
    QString signal;
    QString value;
    QString unit;
    QString time;
    QString note; ///< quality, when not good; "history", "not stored"
};

/// Everything the viewer shows of one payload. Made off the GUI thread, immutable.
struct PayloadReport
{
    std::uint64_t number = 0; ///< of the message
    std::shared_ptr<const Outline> outline; ///< null: no structure known
    QString whyNoOutline;
    std::shared_ptr<const Lines> text;
    std::shared_ptr<const Lines> hex;
    std::shared_ptr<const Lines> diff;
    QImage image; ///< at most 2,048 pixels wide and high
    QString imageText; ///< "JPEG, 1280 x 720", or why it is not shown
    std::vector<DecodedRow> decoded; ///< at most 1,000
    QString decodedText; ///< which decoder, how much, or why not
};

/// Looks into a payload: up to some 100 ms for a MiB. Any thread.
std::shared_ptr<const PayloadReport> inspect(const PayloadInput &input);

/// Topics of the births that a Sparkplug data topic builds on; empty for others.
QStringList birthTopics(const QString &topic);

} // namespace ui
