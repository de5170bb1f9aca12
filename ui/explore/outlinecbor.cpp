// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/outline.h"

#include <QCborStreamReader>
#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ui {

namespace {

constexpr int maxCborDepth = 64;

QByteArray doubleText(double value)
{
    return std::isnan(value) ? QByteArray("NaN")
                             : QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Text or bytes, which may come in pieces.
QByteArray text(QCborStreamReader &in, bool &ok)
{
    QByteArray out;
    ok = true;
    if (in.isString()) {
        auto piece = in.readString();
        for (; piece.status == QCborStreamReader::Ok; piece = in.readString())
            out += piece.data.toUtf8();
        ok = piece.status == QCborStreamReader::EndOfString;
        return out;
    }
    auto piece = in.readByteArray();
    for (; piece.status == QCborStreamReader::Ok; piece = in.readByteArray())
        out += piece.data;
    ok = piece.status == QCborStreamReader::EndOfString;
    constexpr qsizetype shown = 2'000;
    return "h'" + out.left(shown).toHex() + (out.size() > shown ? "..." : "") + '\'';
}

QByteArray scalar(QCborStreamReader &in, bool &ok, Outline::Kind &kind)
{
    kind = Outline::Kind::Number;
    QByteArray out;
    if (in.isString() || in.isByteArray()) {
        kind = in.isString() ? Outline::Kind::Text : Outline::Kind::Word;
        return text(in, ok);
    }
    if (in.isUnsignedInteger()) {
        out = QByteArray::number(in.toUnsignedInteger());
    } else if (in.isNegativeInteger()) {
        // The wire holds n for -1 - n; 2^64 itself arrives as 0 (QCborNegativeInteger).
        const auto size = static_cast<quint64>(in.toNegativeInteger());
        out = size == 0 ? QByteArray("-18446744073709551616") : '-' + QByteArray::number(size);
    } else if (in.isFloat16()) {
        out = doubleText(static_cast<double>(in.toFloat16()));
    } else if (in.isFloat()) {
        out = doubleText(static_cast<double>(in.toFloat()));
    } else if (in.isDouble()) {
        out = doubleText(in.toDouble());
    } else {
        kind = Outline::Kind::Word;
        if (in.isBool())
            out = in.toBool() ? "true" : "false";
        else if (in.isNull() || in.isUndefined())
            out = in.isNull() ? "null" : "undefined";
        else
            out = "simple(" + QByteArray::number(static_cast<int>(in.toSimpleType())) + ')';
    }
    ok = in.next();
    return out;
}

bool item(QCborStreamReader &in, Outline &out, std::uint32_t parent, const QByteArray &name,
          int depth);

bool container(QCborStreamReader &in, Outline &out, std::uint32_t parent, const QByteArray &name,
               int depth)
{
    const bool map = in.isMap();
    const std::uint32_t open =
        out.add(parent, map ? Outline::Kind::Object : Outline::Kind::Array, name, {});
    if (!in.enterContainer())
        return false;
    for (int i = 0; in.hasNext() && !out.cut; ++i) {
        QByteArray key = QByteArray::number(i);
        if (map) {
            bool ok = true;
            Outline::Kind kind{};
            if (in.isContainer() || in.isTag())
                return false; // keys of that kind are not shown
            key = scalar(in, ok, kind);
            if (!ok)
                return false;
        }
        if (!item(in, out, open, key, depth + 1))
            return false;
    }
    return out.cut || in.leaveContainer();
}

bool item(QCborStreamReader &in, Outline &out, std::uint32_t parent, const QByteArray &name,
          int depth)
{
    if (out.nodes.size() >= Outline::maxNodes || depth > maxCborDepth) {
        out.cut = true;
        return true;
    }
    if (in.lastError() != QCborError::NoError || in.isInvalid())
        return false;
    QByteArray tag;
    while (in.isTag()) {
        tag += QByteArray::number(static_cast<quint64>(in.toTag())) + ' ';
        if (!in.next())
            return false;
    }
    if (in.isContainer())
        return container(in, out, parent, name, depth);
    bool ok = true;
    Outline::Kind kind{};
    const QByteArray value = scalar(in, ok, kind);
    if (!ok)
        return false;
    out.add(parent, kind, name, tag.isEmpty() ? value : "tag " + tag + value);
    return true;
}

} // namespace

std::shared_ptr<Outline> outlineCbor(const QByteArray &bytes, QString *why)
{
    auto out = std::make_shared<Outline>();
    out->format = QStringLiteral("CBOR");
    QCborStreamReader in(bytes);
    const bool ok = !bytes.isEmpty() && item(in, *out, 0, {}, 0)
        && (out->cut || in.currentOffset() == bytes.size());
    if (!ok) {
        if (why)
            *why = QCoreApplication::translate("Explore", "Not CBOR: it breaks at byte %1.")
                       .arg(in.currentOffset());
        return {};
    }
    out->writeLines();
    return out;
}

} // namespace ui
