// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/evaluation.h"
#include "models/analysis/functions.h"
#include "models/analysis/lexer.h"
#include "models/telemetry/texttable.h"

#include <QTest>

#include <bit>
#include <cmath>

/// "1 at 0s, missing at 1500ms, 'on' at 2s" as samples, and back.
namespace samples {

using analysis::Sample;

inline analysis::TimeNs timeOf(const QString &text)
{
    if (text == QLatin1String("0s"))
        return 0;
    const bool before = text.startsWith(u'-');
    analysis::Lexer lexer(QStringView(text).mid(before ? 1 : 0));
    const auto token = lexer.next();
    if (token.kind != analysis::Token::Kind::Duration)
        qFatal("no time: %s", qPrintable(text));
    return before ? -token.duration : token.duration;
}

inline std::vector<Sample> read(const QString &line, telemetry::TextTable *texts = nullptr)
{
    std::vector<Sample> out;
    for (const QString &part : line.split(u',', Qt::SkipEmptyParts)) {
        const QString value = part.section(QLatin1String(" at "), 0, 0).trimmed();
        Sample sample{timeOf(part.section(QLatin1String(" at "), 1).trimmed())};
        if (value.startsWith(u'\'')) {
            sample.isText = true;
            sample.text = texts->intern(value.mid(1, value.size() - 2).toStdString());
        } else if (value != QLatin1String("missing")) {
            bool ok = false;
            sample.value = value.toDouble(&ok);
            if (!ok)
                qFatal("no value: %s", qPrintable(part));
        }
        out.push_back(sample);
    }
    return out;
}

inline QString write(const std::vector<Sample> &list)
{
    QStringList out;
    for (const Sample &sample : list) {
        const QString value = std::isnan(sample.value) ? QStringLiteral("missing")
                                                       : QString::number(sample.value, 'g', 12);
        out += value + QLatin1String(" at ")
            + (sample.time == 0 ? QStringLiteral("0s") : analysis::durationText(sample.time));
    }
    return out.join(QLatin1String(", "));
}

inline bool sameBits(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Sample &x, const Sample &y) {
        return x.time == y.time
            && (std::bit_cast<std::uint64_t>(x.value) == std::bit_cast<std::uint64_t>(y.value)
                || (std::isnan(x.value) && std::isnan(y.value)));
    });
}

/// The series x and y of vectors.py, a sample each 100 ms (10 Hz).
inline std::vector<Sample> vectorX()
{
    std::vector<Sample> out;
    for (int i = 0; i < 200; ++i)
        out.push_back({i * 100 * base::nsPerMs, ((i * i * 31 + i * 17) % 101) / 7.0 - 3.0});
    return out;
}
inline std::vector<Sample> vectorY()
{
    std::vector<Sample> out = vectorX();
    for (int i = 0; i < 200; ++i) {
        double &value = out[static_cast<std::size_t>(i)].value;
        value = 0.5 * value + ((i * i * 13 + i * 5) % 97) / 11.0;
    }
    return out;
}

inline bool close(double value, double expected, double relative = 1e-12)
{
    const bool good = std::abs(value - expected) <= relative * std::max(1.0, std::abs(expected));
    if (!good)
        qWarning("%.17g instead of %.17g", value, expected);
    return good;
}

} // namespace samples
