// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace base {

/// Text from outside made safe to show: control characters (C0, C1) become U+2400 pictures or
/// `<U+XXXX>`, bidirectional and zero-width controls become `<U+XXXX>`, invalid UTF-8 becomes
/// U+FFFD. Never interpreted as rich text by itself: widgets must also set Qt::PlainText. Any
/// thread.
QString visibleText(QStringView text);
QString visibleText(std::string_view utf8);

} // namespace base
