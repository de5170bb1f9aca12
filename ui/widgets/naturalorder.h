// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace ui {

/// Sorts names as people count: "P-2" before "P-10", upper and lower case together. The C locale
/// cannot, so English stands in for it. GUI thread.
inline const QCollator &naturalOrder()
{
    static const QCollator order = [] {
        QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English)
                                                              : QLocale());
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        return collator;
    }();
    return order;
}

} // namespace ui
