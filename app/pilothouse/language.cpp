// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/language.h"

#include "models/base/settings.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

Language::Language(base::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(settings, &base::Settings::changed, this, [this](base::Setting setting) {
        if (setting == base::Setting::Language)
            apply();
    });
    apply();
}

void Language::apply()
{
    const QString tag = m_settings->text(base::Setting::Language);
    const QLocale locale = tag.isEmpty() ? QLocale::system() : QLocale(tag);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // English is loaded too: it holds the plural forms.
    if (m_own.load(locale, u"pilothouse"_s, u"_"_s, u":/i18n"_s)
        || m_own.load(u"pilothouse_en"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace app
