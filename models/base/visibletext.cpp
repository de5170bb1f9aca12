// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"

namespace base {

namespace {

bool isHidden(char32_t c)
{
    return (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

} // namespace

QString visibleText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (c < 0x20)
            out += QChar(static_cast<char16_t>(0x2400 + c));
        else if (isHidden(c))
            out += QStringLiteral("<U+%1>")
                       .arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'))
                       .toUpper();
        else
            out += QStringView(QChar::fromUcs4(c));
    }
    return out;
}

QString visibleText(std::string_view utf8)
{
    return visibleText(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace base
