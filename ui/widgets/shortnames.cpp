// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shortnames.h"

#include <QHash>

namespace ui {

namespace {

/// The last `parts` parts of a path; the whole when it has no more.
QString tail(const QString &name, int parts)
{
    qsizetype at = name.size();
    for (int i = 0; i < parts; ++i) {
        at = at > 0 ? name.lastIndexOf(u'/', at - 1) : -1;
        if (at < 0)
            return name;
    }
    return name.sliced(at + 1);
}

} // namespace

QStringList shortNames(const QStringList &names)
{
    QStringList out(names.size());
    QList<qsizetype> open;
    for (qsizetype i = 0; i < names.size(); ++i)
        open.append(i);
    constexpr int deepest = 8;
    for (int parts = 1; !open.isEmpty(); ++parts) {
        // Also names that are settled count: "pump-01" beside "A/pump-01" would be read as one.
        QHash<QString, int> seen;
        for (const QString &name : names)
            ++seen[tail(name, parts)];
        QList<qsizetype> next;
        for (const qsizetype i : open) {
            const QString candidate = tail(names[i], parts);
            const bool own = seen.value(candidate) == 1 && !candidate.isEmpty();
            if (own || candidate == names[i] || parts == deepest)
                out[i] = parts == deepest ? names[i] : candidate;
            else
                next.append(i);
        }
        open = next;
    }
    return out;
}

} // namespace ui
