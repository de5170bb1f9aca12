// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/messagereader.h"

#include <functional>
#include <memory>

namespace interchange {

/// Writes messages to a file of another format. The file takes its name only in finish(): what is
/// not finished (cancelled, failed, power cut) leaves nothing behind under that name. One thread.
class MessageWriter
{
public:
    MessageWriter() = default;
    virtual ~MessageWriter();
    MessageWriter(const MessageWriter &) = delete;
    MessageWriter &operator=(const MessageWriter &) = delete;

    virtual base::Result<> write(const telemetry::MessageView &message,
                                 const MessageReader::Origin &origin) = 0;
    virtual base::Result<> finish() = 0;
    virtual std::uint64_t bytesWritten() const = 0; ///< so far
    virtual QStringList notices() const { return {}; } ///< what the format could not hold
};

/// One value on its way to a file. Views live for the call.
struct SampleRow
{
    std::string_view device;
    std::string_view signal;
    std::string_view unit;
    base::TimeNs time = 0;
    telemetry::Value value; ///< text in Value::text
    telemetry::Quality quality = telemetry::Quality::Good;
};

/// Writes samples; the rest as MessageWriter.
class SampleWriter
{
public:
    SampleWriter() = default;
    virtual ~SampleWriter();
    SampleWriter(const SampleWriter &) = delete;
    SampleWriter &operator=(const SampleWriter &) = delete;

    virtual base::Result<> write(const SampleRow &row) = 0;
    virtual base::Result<> finish() = 0;
    virtual std::uint64_t bytesWritten() const = 0;
    virtual QStringList notices() const { return {}; }
};

/// One JSON object per line: `time` (ns), `tst`, `connection` (the origin's key), `topic`, `qos`,
/// `retain`, `dup`, `payloadlen`, `properties`, and `payload` or, where that is no UTF-8 text,
/// `payload_base64`: mosquitto_sub's names where it has them. openJsonLines() reads all of it back.
base::Result<std::unique_ptr<MessageWriter>> createJsonLines(const QString &path);
/// One such line with its end, for other places than a file.
void appendJsonLine(const telemetry::MessageView &message, const MessageReader::Origin &origin,
                    std::string &out);
/// One JSON object per line: `time` (ns), `device`, `signal`, `value`, `unit`, `quality`.
base::Result<std::unique_ptr<SampleWriter>> createJsonLinesSamples(const QString &path);

/// Columns time (ISO 8601, UTC), deviceId, signal, value, unit, quality, type: one row per sample.
/// Doubles have the shortest digits that read back as the same double, and always a point or an
/// exponent. Texts that a spreadsheet would run as a formula get a ' in front (OWASP, "CSV
/// Injection"); guessCsv() knows that. Read back all is equal, except that NaN becomes missing,
/// the infinities texts, small UInt64 Int64, and texts that are numbers numbers: the JSON on the
/// way has no words for the difference.
base::Result<std::unique_ptr<SampleWriter>> createCsvLong(const QString &path);

/// A column of the wide form.
struct WideColumn
{
    std::string signal;
    std::string unit;
};
/// Columns time, deviceId and one per signal: one row per time and device. Samples are to come in
/// order of time; those of one time and device that stand together share a row. Quality other than
/// "missing" (written NA) has no place here and is counted, as are signals that have no column.
base::Result<std::unique_ptr<SampleWriter>> createCsvWide(const QString &path,
                                                          std::vector<WideColumn> columns);

/// Called now and then with how much of the source is done (bytes; total 0: unknown). False stops.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Copies all messages and finishes. Error code Cancelled when `progress` said stop. Returns the
/// number of messages.
base::Result<std::uint64_t> copyMessages(MessageReader &from, MessageWriter &to,
                                         const Progress &progress = {});

} // namespace interchange
