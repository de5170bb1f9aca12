// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/console.h"

#include <QToolButton>

namespace ui {

/// "Site  Harbour works": chooses what part of the fleet the pages show; with several connections
/// also by connection.
class ScopeButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ScopeButton(const Console &console, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retitle();

    const Console m_console;
};

} // namespace ui
