// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/lineview.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace ui {

/// Sixteen bytes a line: offset, hex, printable ASCII.
class HexLines final : public Lines
{
public:
    explicit HexLines(QByteArray bytes);
    qsizetype count() const override;
    QString line(qsizetype index) const override;

private:
    QByteArray m_bytes;
};

/// A text cut at its line ends, and at 2,000 bytes where a line has none.
class TextLines final : public Lines
{
public:
    explicit TextLines(QByteArray utf8);
    qsizetype count() const override;
    QString line(qsizetype index) const override;

private:
    QByteArray m_text;
    std::vector<qsizetype> m_starts; ///< and the end
};

/// Ready-made lines with their kinds.
class FixedLines final : public Lines
{
public:
    void add(QString line, Kind kind = Kind::Plain);
    qsizetype count() const override { return static_cast<qsizetype>(m_lines.size()); }
    QString line(qsizetype index) const override
    {
        return m_lines[static_cast<std::size_t>(index)].first;
    }
    Kind kind(qsizetype index) const override
    {
        return m_lines[static_cast<std::size_t>(index)].second;
    }

private:
    std::vector<std::pair<QString, Kind>> m_lines;
};

/// Line by line: what went and what came, with three lines around each change (Myers, O(ND),
/// 1986). Beyond 2,000 differences the middle is shown as replaced. Any thread.
std::shared_ptr<const Lines> diffTexts(const QList<QByteArray> &before,
                                       const QList<QByteArray> &after);
/// Sixteen bytes a row; rows that differ are shown before and after.
std::shared_ptr<const Lines> diffBytes(const QByteArray &before, const QByteArray &after);

} // namespace ui
