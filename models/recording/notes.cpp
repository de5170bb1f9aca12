// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/notes.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Recording)
};

constexpr qint64 largest = 16 << 20;

} // namespace

QString notesPath(const QString &recording)
{
    return recording + u".notes.json"_s;
}

base::Result<std::vector<Note>> loadNotes(const QString &recording, const QString &id)
{
    QFile file(notesPath(recording));
    if (!file.exists())
        return std::vector<Note>{};
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(
            Words::tr("The notes %1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            base::ErrorCode::Io);
    QJsonParseError error;
    const QJsonObject root =
        QJsonDocument::fromJson(file.size() > largest ? QByteArray() : file.readAll(), &error)
            .object();
    if (error.error != QJsonParseError::NoError || !root.contains(u"notes"_s))
        return base::failure(
            Words::tr("The file %1 is not a file of notes; move it away to write new ones.")
                .arg(file.fileName()),
            base::ErrorCode::BadInput);
    if (root[u"recording"_s].toString() != id)
        return base::failure(
            Words::tr("The notes %1 belong to another recording.").arg(file.fileName()),
            base::ErrorCode::Conflict);
    std::vector<Note> out;
    for (const QJsonValue &one : root[u"notes"_s].toArray()) {
        Note note;
        note.time = one[u"time"_s].toInteger(base::noTime);
        note.written = one[u"written"_s].toInteger(base::noTime);
        note.text = one[u"text"_s].toString();
        note.author = one[u"author"_s].toString();
        out.push_back(std::move(note));
    }
    std::ranges::stable_sort(out, {}, &Note::time);
    return out;
}

base::Result<> saveNotes(const QString &recording, const QString &id,
                         const std::vector<Note> &notes)
{
    QJsonArray all;
    for (const Note &note : notes)
        all.append(QJsonObject{{u"time"_s, static_cast<qint64>(note.time)},
                               {u"written"_s, static_cast<qint64>(note.written)},
                               {u"text"_s, note.text},
                               {u"author"_s, note.author}});
    QSaveFile file(notesPath(recording));
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{u"recording"_s, id}, {u"notes"_s, all}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::failure(Words::tr("The notes %1 cannot be written: %2.")
                                 .arg(file.fileName(), file.errorString()),
                             base::ErrorCode::Io);
    return {};
}

} // namespace recording
