// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/options.h"

#include <optional>

namespace fleet {

/// Turns the rows of a CSV file into messages, without sending them. Numbers keep the file's
/// digits.
class CsvMessages
{
public:
    static base::Result<std::unique_ptr<CsvMessages>> open(const CsvOptions &options);
    virtual ~CsvMessages() = default;

    /// The next row; false at the end. `due` is its time in seconds since the file's first row.
    /// `nowMs` stamps it when the options ask for the present.
    virtual bool next(std::int64_t nowMs, Message &message, double &due) = 0;

protected:
    CsvMessages() = default;
};

/// Time of a CSV field in ms since the epoch: ISO 8601 with T or blank (UTC unless it says
/// otherwise), or seconds or milliseconds since the epoch by magnitude.
std::optional<std::int64_t> csvTime(const std::string &field);

/// Streams a file to the broker until its end, SIGTERM or the time is over.
base::Result<> streamCsv(const BrokerAddress &broker, const CsvOptions &options);

} // namespace fleet
