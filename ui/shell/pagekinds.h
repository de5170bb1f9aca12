// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <functional>
#include <vector>

namespace ui {

/// What the shell knows of a page before anybody opened it; pages are made on first use, one for
/// each window that shows it.
struct PageKind
{
    QString key; ///< Page::key()
    std::function<QString()> title; ///< translated anew on each call
    QString iconName;
    std::function<Page *(const Console &console, QWidget *parent)> make;
};
using PageKinds = std::vector<PageKind>;

/// The pages of this build, in the order of the rail. A page author adds one line in the .cpp and
/// one link in CMakeLists.txt.
PageKinds allPageKinds();
/// Those that show a recording: what reads and shows, nothing that sends or sets.
PageKinds replayPageKinds();

} // namespace ui
