// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/library.h"

#include "models/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString listName = u"elsewhere.json"_s;

QStringList rememberedIn(const QString &folder)
{
    QFile file(QDir(folder).filePath(listName));
    QStringList out;
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
        return out;
    for (const QJsonValue &path :
         QJsonDocument::fromJson(file.readAll()).object()[u"files"_s].toArray())
        out.append(path.toString());
    return out;
}

LibraryEntry read(const QFileInfo &file, bool outside, const std::vector<LibraryEntry> &known)
{
    LibraryEntry entry;
    entry.path = file.absoluteFilePath();
    entry.outside = outside;
    if (!file.exists()) {
        entry.missing = true;
        entry.problem = RecordingLibrary::tr("The file is not there now.");
        return entry;
    }
    // While a recording is written, what is new stands in the file beside it.
    const QFileInfo wal(entry.path + u"-wal"_s);
    entry.bytes = file.size() + (wal.exists() ? wal.size() : 0);
    entry.changed =
        wal.exists() ? std::max(file.lastModified(), wal.lastModified()) : file.lastModified();
    const auto old = std::ranges::find(known, entry.path, &LibraryEntry::path);
    if (old != known.end() && old->bytes == entry.bytes && old->changed == entry.changed) {
        entry.summary = old->summary;
        entry.problem = old->problem;
        return entry;
    }
    auto summary = recording::summarise(entry.path);
    if (summary)
        entry.summary = std::make_shared<const recording::Summary>(std::move(*summary));
    else
        entry.problem = summary.error().text;
    return entry;
}

bool same(const std::vector<LibraryEntry> &a, const std::vector<LibraryEntry> &b)
{
    return std::ranges::equal(a, b, [](const LibraryEntry &one, const LibraryEntry &other) {
        return one.path == other.path && one.summary == other.summary
            && one.problem == other.problem && one.bytes == other.bytes;
    });
}

base::TimeNs began(const LibraryEntry &entry)
{
    return entry.summary ? entry.summary->info.created
                         : entry.changed.toMSecsSinceEpoch() * base::nsPerMs;
}

} // namespace

RecordingLibrary::RecordingLibrary(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_outside(rememberedIn(folder))
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] { take(m_reading.result()); });
}

RecordingLibrary::~RecordingLibrary()
{
    m_reading.disconnect(this);
    m_reading.waitForFinished();
}

void RecordingLibrary::rescan()
{
    if (m_reading.isRunning()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_reading.setFuture(QtConcurrent::run([folder = m_folder, outside = m_outside,
                                           known = m_entries] {
        std::vector<LibraryEntry> out;
        if (!folder.isEmpty()) {
            for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.phrec"_s}, QDir::Files))
                out.push_back(read(file, false, known));
        }
        for (const QString &path : outside)
            out.push_back(read(QFileInfo(path), true, known));
        std::ranges::stable_sort(out, std::ranges::greater(), began);
        return out;
    }));
}

void RecordingLibrary::take(std::vector<LibraryEntry> entries)
{
    const bool first = !std::exchange(m_ready, true);
    const bool differs = first || !same(entries, m_entries);
    m_entries = std::move(entries);
    if (differs)
        Q_EMIT changed();
    if (m_again)
        rescan();
}

const LibraryEntry *RecordingLibrary::entry(const QString &path) const
{
    const auto it = std::ranges::find(m_entries, path, &LibraryEntry::path);
    return it == m_entries.end() ? nullptr : &*it;
}

QString RecordingLibrary::add(const QString &path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    const bool ours = !m_folder.isEmpty()
        && QFileInfo(full).absoluteDir() == QDir(QFileInfo(m_folder).absoluteFilePath());
    if (!ours && !m_outside.contains(full)) {
        m_outside.append(full);
        remember();
    }
    rescan();
    return full;
}

void RecordingLibrary::forget(const QString &path)
{
    if (m_outside.removeAll(path) > 0)
        remember();
    rescan();
}

void RecordingLibrary::remember()
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    QSaveFile file(QDir(m_folder).filePath(listName));
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{u"files"_s, QJsonArray::fromStringList(m_outside)}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qCWarning(base::lcUi).noquote()
            << tr("The list of recordings from elsewhere cannot be kept: %1.")
                   .arg(file.errorString());
}

} // namespace ui
