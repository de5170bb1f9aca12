// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/payloadlines.h"

#include "models/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype perLine = 16;
constexpr qsizetype longestLine = 2'000;

} // namespace

HexLines::HexLines(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

qsizetype HexLines::count() const
{
    return (m_bytes.size() + perLine - 1) / perLine;
}

QString HexLines::line(qsizetype index) const
{
    const QByteArray row = m_bytes.mid(index * perLine, perLine);
    QString out = u"%1  "_s.arg(qlonglong(index * perLine), 8, 16, QChar(u'0'));
    QString text;
    for (qsizetype i = 0; i < perLine; ++i) {
        if (i == perLine / 2)
            out += u' ';
        if (i >= row.size()) {
            out += u"   "_s;
            continue;
        }
        const auto byte = static_cast<uchar>(row[i]);
        out += u"%1 "_s.arg(uint(byte), 2, 16, QChar(u'0'));
        text += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : QChar(u'·');
    }
    return out + u' ' + text;
}

TextLines::TextLines(QByteArray utf8)
    : m_text(std::move(utf8))
{
    qsizetype start = 0;
    while (start < m_text.size()) {
        m_starts.push_back(start);
        const qsizetype end = m_text.indexOf('\n', start);
        qsizetype next = end < 0 ? m_text.size() : end + 1;
        if (next - start > longestLine) {
            next = start + longestLine;
            while (next > start + 1 && (static_cast<uchar>(m_text[next]) & 0xc0) == 0x80)
                --next; // not within a character
        }
        start = next;
    }
    m_starts.push_back(m_text.size());
}

qsizetype TextLines::count() const
{
    return static_cast<qsizetype>(m_starts.size()) - 1;
}

QString TextLines::line(qsizetype index) const
{
    const qsizetype start = m_starts[static_cast<std::size_t>(index)];
    qsizetype size = m_starts[static_cast<std::size_t>(index) + 1] - start;
    while (size > 0 && (m_text[start + size - 1] == '\n' || m_text[start + size - 1] == '\r'))
        --size;
    QString text = QString::fromUtf8(m_text.constData() + start, size);
    return base::visibleText(text.replace(u'\t', u"    "_s));
}

void FixedLines::add(QString line, Kind kind)
{
    m_lines.emplace_back(std::move(line), kind);
}

} // namespace ui
