// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

enum In : std::uint8_t { C = 1, S = 2, P = 4, D = 8, U = 16 };

struct Row
{
    std::uint8_t code;
    std::uint8_t in; ///< packets that may carry it
    const char *text;
};

#define WORDS(text) QT_TRANSLATE_NOOP("Reasons", text)

// MQTT 5.0, 2.4 table 2-6, with the packets of 3.2.2.2, 3.4.2.1, 3.9.3, 3.11.3 and 3.14.2.1.
constexpr std::array v5 = {
    Row{0x00, C | P | D | U, WORDS("success")},
    Row{0x04, D, WORDS("disconnected with the last will")},
    Row{0x10, P, WORDS("accepted, but nobody subscribes to it")},
    Row{0x11, U, WORDS("there was no such subscription")},
    Row{0x80, C | S | P | D | U, WORDS("unspecified error")},
    Row{0x81, C | D, WORDS("the server could not read our packet (malformed packet)")},
    Row{0x82, C | D, WORDS("protocol error")},
    Row{0x83, C | S | P | D | U,
        WORDS("refused by a rule of this server (implementation specific error)")},
    Row{0x84, C, WORDS("the server does not speak this version of MQTT")},
    Row{0x85, C, WORDS("the client id is not accepted")},
    Row{0x86, C, WORDS("bad user name or password")},
    Row{0x87, C | S | P | D | U, WORDS("not authorized")},
    Row{0x88, C, WORDS("the server is unavailable")},
    Row{0x89, C | D, WORDS("the server is busy")},
    Row{0x8A, C, WORDS("this client is banned")},
    Row{0x8B, D, WORDS("the server is shutting down")},
    Row{0x8C, C | D, WORDS("bad authentication method")},
    Row{0x8D, D, WORDS("the keep-alive time ran out")},
    Row{0x8E, D, WORDS("another client took over with the same client id")},
    Row{0x8F, S | D | U, WORDS("the topic filter is not accepted")},
    Row{0x90, C | P | D, WORDS("the topic name is not accepted")},
    Row{0x91, S | P | U, WORDS("the packet id is in use")},
    Row{0x92, P, WORDS("the packet id is unknown")},
    Row{0x93, D, WORDS("more messages in flight than the server receives at once")},
    Row{0x94, D, WORDS("invalid topic alias")},
    Row{0x95, C | D, WORDS("the packet is too large for the server")},
    Row{0x96, D, WORDS("messages are sent too fast")},
    Row{0x97, C | S | P | D, WORDS("a quota of the server is used up")},
    Row{0x98, D, WORDS("ended by an administrator")},
    Row{0x99, C | P | D, WORDS("the payload is not in the format that was announced")},
    Row{0x9A, C | D, WORDS("the server does not keep retained messages")},
    Row{0x9B, C | D, WORDS("the server does not support this QoS")},
    Row{0x9C, C | D, WORDS("use another server for now")},
    Row{0x9D, C | D, WORDS("the server has moved")},
    Row{0x9E, S | D, WORDS("the server has no shared subscriptions")},
    Row{0x9F, C | D, WORDS("too many connections in a short time")},
    Row{0xA0, D, WORDS("the time allowed for a connection is over")},
    Row{0xA1, S | D, WORDS("the server has no subscription identifiers")},
    Row{0xA2, S | D, WORDS("the server has no wildcard subscriptions")},
};

// MQTT 3.1.1, 3.2.2.3.
constexpr std::array connack4 = {
    Row{0, C, WORDS("success")},
    Row{1, C, WORDS("the server does not speak this version of MQTT")},
    Row{2, C, WORDS("the client id is not accepted")},
    Row{3, C, WORDS("the server is unavailable")},
    Row{4, C, WORDS("bad user name or password")},
    Row{5, C, WORDS("not authorized")},
};

constexpr std::array granted = {
    Row{0, S, WORDS("granted QoS 0")},
    Row{1, S, WORDS("granted QoS 1")},
    Row{2, S, WORDS("granted QoS 2")},
};

// MQTT 3.1.1, 3.9.3 and what else can be said there.
constexpr std::array other4 = {
    Row{0x00, P | D | U, WORDS("success")},
    Row{0x80, S, WORDS("refused (MQTT 3.1.1 gives no reason; often a permission)")},
};

#undef WORDS

std::uint8_t bit(ReasonOf of)
{
    switch (of) {
    case ReasonOf::Connack:
        return C;
    case ReasonOf::Suback:
        return S;
    case ReasonOf::Publish:
        return P;
    case ReasonOf::Disconnect:
        return D;
    case ReasonOf::Unsuback:
        return U;
    }
    return 0;
}

const Row *find(std::span<const Row> rows, ReasonOf of, int code)
{
    const auto it = std::find_if(rows.begin(), rows.end(), [=](const Row &row) {
        return row.code == code && (row.in & bit(of));
    });
    return it == rows.end() ? nullptr : &*it;
}

const Row *find(ReasonOf of, int code, int version)
{
    if (of == ReasonOf::Suback) {
        if (const Row *row = find(granted, of, code))
            return row;
    }
    if (version >= 5)
        return find(v5, of, code);
    return of == ReasonOf::Connack ? find(connack4, of, code) : find(other4, of, code);
}

} // namespace

QString reasonText(ReasonOf of, int code, int version)
{
    const Row *row = find(of, code, version);
    if (!row) // a code in the wrong packet still has its meaning
        if (const auto it =
                std::find_if(v5.begin(), v5.end(), [=](const Row &r) { return r.code == code; });
            it != v5.end())
            row = &*it;
    return QCoreApplication::translate("Reasons", row ? row->text : "unknown reason");
}

QString reasonTextWithCode(ReasonOf of, int code, int version)
{
    const QString number = version >= 5 || code >= 0x80
        ? u"0x%1"_s.arg(code, 2, 16, '0'_L1).toUpper().replace(u'X', u'x')
        : QString::number(code);
    return u"%1 (%2)"_s.arg(reasonText(of, code, version), number);
}

bool reasonKnown(ReasonOf of, int code, int version)
{
    return find(of, code, version) != nullptr;
}

bool reasonNeedsPerson(int code, int version)
{
    if (version < 5)
        return code == 1 || code == 2 || code == 4 || code == 5;
    return code == 0x84 || code == 0x85 || code == 0x86 || code == 0x87 || code == 0x8A
        || code == 0x8C || code == 0x90 || code == 0x95 || code == 0x99 || code == 0x9A
        || code == 0x9B || code == 0x9D;
}

} // namespace connect::mqtt
