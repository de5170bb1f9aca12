// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QString>

namespace ui {

/// Text for a CSV field (RFC 4180, 2): quoted where needed. A text that a spreadsheet would run as
/// a formula (= + - @ tab, OWASP "CSV injection") gets a leading apostrophe; numbers stay numbers.
QString csvField(const QString &text);

/// Rows of the given indexes (display texts, in model order) with a header line.
QString csv(const QModelIndexList &indexes);
/// The whole model, the given columns.
QString csv(const QAbstractItemModel &model, const QList<int> &columns);

} // namespace ui
