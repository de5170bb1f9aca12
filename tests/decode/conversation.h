// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/decode/probe.h"

#include <QTest>

/// A row of a data-driven test: messages in order, what the last one gives.
/// A message is "topic payload", the payload may hold blanks; "topic" alone has an empty payload.
struct Conversation
{
    QStringList messages;
    QStringList samples;
    QStringList facts;
};
Q_DECLARE_METATYPE(Conversation)

inline bool say(Probe &probe, const QString &message)
{
    const QByteArray bytes = message.toUtf8();
    const qsizetype blank = bytes.indexOf(' ');
    return blank < 0 ? probe.decode(bytes, QByteArray())
                     : probe.decode(bytes.left(blank), bytes.mid(blank + 1));
}

/// Says everything and compares the answer to the last message. Without expectations the last
/// message must not be taken.
inline void hold(Probe &probe, const Conversation &talk)
{
    bool taken = false;
    for (const QString &message : talk.messages)
        taken = say(probe, message);
    const bool expected = !talk.samples.isEmpty() || !talk.facts.isEmpty();
    QCOMPARE(taken, expected);
    QCOMPARE(probe.samples(), talk.samples);
    QCOMPARE(probe.facts(), talk.facts);
    if (expected)
        QCOMPARE(probe.out.outcome, decode::Outcome::Decoded);
    else
        QVERIFY(probe.out.decoder.empty() && probe.out.reason.empty());
}

/// Cuts and flips a payload everywhere; what comes out must hold the contract.
inline void torment(Probe &probe, const QByteArray &topic, const QByteArray &payload)
{
    const auto check = [&](const QByteArray &bytes) {
        const bool taken = probe.decode(topic, bytes);
        QVERIFY(
            taken
            || (probe.out.samples.empty() && probe.out.facts.empty() && probe.out.decoder.empty()));
        if (taken) {
            QVERIFY(!probe.out.decoder.empty());
            QVERIFY(probe.out.outcome == decode::Outcome::Decoded || !probe.out.reason.empty());
            QVERIFY(probe.samples().size() < 1'000 && probe.facts().size() < 1'000);
        }
    };
    for (qsizetype end = 0; end < payload.size(); ++end)
        check(payload.left(end));
    for (qsizetype bit = 0; bit < payload.size() * 8; ++bit) {
        QByteArray flipped = payload;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        check(flipped);
    }
}
