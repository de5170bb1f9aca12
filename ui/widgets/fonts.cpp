// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fonts.h"

#include "models/base/log.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Table
{
    qsizetype offset = -1;
    qsizetype size = 0;
};

quint16 u16(const QByteArray &data, qsizetype at)
{
    return at >= 0 && at + 2 <= data.size() ? qFromBigEndian<quint16>(data.constData() + at) : 0;
}

quint32 u32(const QByteArray &data, qsizetype at)
{
    return at >= 0 && at + 4 <= data.size() ? qFromBigEndian<quint32>(data.constData() + at) : 0;
}

Table tableOf(const QByteArray &font, const char *tag)
{
    const int count = u16(font, 4);
    for (int i = 0; i < count; ++i) {
        const qsizetype entry = 12 + 16 * qsizetype(i);
        if (font.mid(entry, 4) != tag)
            continue;
        const Table out{qsizetype(u32(font, entry + 8)), qsizetype(u32(font, entry + 12))};
        return out.offset + out.size <= font.size() ? out : Table();
    }
    return {};
}

QByteArray utf16(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        out.append(char(c.unicode() >> 8));
        out.append(char(c.unicode() & 0xFF));
    }
    return out;
}

QString load(const QString &file)
{
    QFile font(file);
    if (!font.open(QIODevice::ReadOnly))
        return {};
    const QByteArray patched = withTabularFigures(font.readAll(), u"Inter"_s, u"Pilot"_s);
    if (patched.isEmpty())
        return {};
    const int id = QFontDatabase::addApplicationFontFromData(patched);
    return QFontDatabase::applicationFontFamilies(id).value(0);
}

QString chosenFamily()
{
    for (const QString &folder :
         {u"/usr/share/fonts/opentype/inter"_s, u"/usr/share/fonts/truetype/inter"_s}) {
        const QString family = load(folder + u"/Inter-Regular.otf"_s);
        if (!family.isEmpty() && load(folder + u"/Inter-SemiBold.otf"_s).startsWith(family))
            return family;
    }
    if (QFontDatabase::families().contains(u"Inter"_s))
        return u"Inter"_s;
    qCWarning(base::lcUi,
              "The font Inter is not installed (package fonts-inter); the system's font is used.");
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

} // namespace

QByteArray withTabularFigures(QByteArray font, const QString &family, const QString &newFamily)
{
    const Table substitutions = tableOf(font, "GSUB");
    const Table names = tableOf(font, "name");
    if (substitutions.offset < 0 || names.offset < 0 || family.size() != newFamily.size())
        return {};
    const qsizetype list = substitutions.offset + u16(font, substitutions.offset + 6);
    const int count = u16(font, list);
    int renamed = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype record = list + 2 + 6 * qsizetype(i);
        if (font.mid(record, 4) != "tnum")
            continue;
        font.replace(record, 4, "rclt");
        ++renamed;
    }
    if (renamed == 0)
        return {};
    const QByteArray from = utf16(family);
    const QByteArray to = utf16(newFamily);
    for (qsizetype at = font.indexOf(from, names.offset); at >= 0 && at < names.offset + names.size;
         at = font.indexOf(from, at + 1))
        font.replace(at, to.size(), to);
    return font;
}

QString consoleFontFamily()
{
    static const QString family = chosenFamily();
    return family;
}

} // namespace ui
