// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/glossary.h"

#include <QFile>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// One term a line: "word; other form: meaning"; lines without a colon and lines that begin with #
/// are skipped.
std::vector<Term> load()
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    QFile file(u":/help/glossary_%1.txt"_s.arg(language));
    if (!file.exists())
        file.setFileName(u":/help/glossary_en.txt"_s);
    std::vector<Term> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u": "_s);
        if (colon <= 0 || line.startsWith(u'#'))
            continue;
        QStringList forms = line.left(colon).split(u';');
        for (QString &form : forms)
            form = form.trimmed();
        const QString word = forms.takeFirst();
        out.push_back({word, line.mid(colon + 2).trimmed(), forms});
    }
    return out;
}

} // namespace

const std::vector<Term> &glossary()
{
    static QString language;
    static std::vector<Term> terms;
    if (language != QLocale().name()) {
        language = QLocale().name();
        terms = load();
    }
    return terms;
}

QString explained(const QString &word)
{
    const auto &terms = glossary();
    const auto it = std::ranges::find_if(terms, [&word](const Term &t) {
        return t.word.compare(word, Qt::CaseInsensitive) == 0
            || t.also.contains(word, Qt::CaseInsensitive);
    });
    return it == terms.end() ? QString() : it->meaning;
}

} // namespace ui
