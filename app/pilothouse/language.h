// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace base {
class Settings;
}

namespace app {

/// Installs the translations and the locale of the settings' language, now and on every change.
class Language final : public QObject
{
    Q_OBJECT

public:
    explicit Language(base::Settings *settings, QObject *parent = nullptr);

private:
    void apply();

    base::Settings *m_settings;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace app
