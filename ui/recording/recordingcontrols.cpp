// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/recordingcontrols.h"

#include "models/replay/recordingdesk.h"
#include "ui/recording/recordingdialog.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace ui {

RecordingControls::RecordingControls(const Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_start(newAction("startRecording", u"media-record"_s, &RecordingControls::startNow))
    , m_startWith(newAction("startRecordingWith", u"configure"_s, &RecordingControls::openDialog))
    , m_arm(newAction("armRecording", u"chronometer"_s, &RecordingControls::openArmed))
    , m_trigger(newAction("triggerRecording", u"media-record"_s, &RecordingControls::triggerArmed))
    , m_mark(newAction("markRecording", u"bookmark-new"_s, &RecordingControls::addMarker))
    , m_stop(newAction("stopRecording", u"media-playback-stop"_s, &RecordingControls::stopAll))
{
    m_start->setShortcut(QKeySequence(u"Ctrl+Shift+R"_s));
    m_mark->setShortcut(QKeySequence(u"Ctrl+Shift+K"_s));
    m_stop->setShortcut(QKeySequence(u"Ctrl+Shift+S"_s));
    retranslate();
    connect(m_console.recordings, &replay::RecordingDesk::changed, this, &RecordingControls::sync);
    connect(m_console.recordings, &replay::RecordingDesk::failed, this,
            [](const QString &sentence) {
                ask::tell(QApplication::activeWindow(), tr("Recording"), sentence);
            });
    sync();
}

QAction *RecordingControls::newAction(const char *name, const QString &iconName,
                                      void (RecordingControls::*run)())
{
    auto *action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void RecordingControls::retranslate()
{
    const auto say = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        action->setToolTip(tip);
    };
    say(m_start, tr("Start recording"),
        tr("Records everything that arrives into the workspace, from now on"));
    say(m_startWith, tr("Start recording with…"),
        tr("Chooses connections, topics, title and when a new file begins"));
    say(m_arm, tr("Armed recording…"),
        tr("Keeps the last minutes and records only when you or an alarm trigger it"));
    say(m_trigger, tr("Trigger armed recording"),
        tr("The armed recording keeps its last minutes and runs on"));
    say(m_mark, tr("Add marker…"), tr("Writes a note at this instant into the recording"));
    say(m_stop, tr("Stop recording"), tr("Ends the recording and closes its file"));
}

QList<QAction *> RecordingControls::all() const
{
    return {m_start, m_startWith, m_arm, m_trigger, m_mark, m_stop};
}

QString RecordingControls::person()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? tr("operator") : name;
}

void RecordingControls::sync()
{
    bool armed = false;
    bool plain = false;
    for (const int id : m_console.recordings->running())
        (m_console.recordings->status(id).armed ? armed : plain) = true;
    m_trigger->setEnabled(armed);
    m_mark->setEnabled(plain);
    m_stop->setEnabled(armed || plain);
}

void RecordingControls::startNow()
{
    replay::RecordingRequest request;
    request.author = person();
    if (const auto started = m_console.recordings->start(request); !started)
        ask::tell(QApplication::activeWindow(), tr("Recording"), started.error().text);
}

void RecordingControls::openDialog()
{
    (new RecordingDialog(m_console, false, QApplication::activeWindow()))->open();
}

void RecordingControls::openArmed()
{
    (new RecordingDialog(m_console, true, QApplication::activeWindow()))->open();
}

void RecordingControls::triggerArmed()
{
    m_console.recordings->triggerAll(tr("Triggered by %1").arg(person()));
}

void RecordingControls::triggerOne(int id)
{
    m_console.recordings->trigger(id, tr("Triggered by %1").arg(person()));
}

void RecordingControls::addMarker()
{
    for (const int id : m_console.recordings->running()) {
        if (!m_console.recordings->status(id).armed)
            return markOne(id);
    }
}

void RecordingControls::markOne(int id)
{
    ask::text(QApplication::activeWindow(), tr("Add a marker"), tr("What happens at this instant?"),
              {}, [this, id](const QString &text) {
                  if (!text.trimmed().isEmpty())
                      m_console.recordings->mark(id, text.trimmed(), person());
              });
}

void RecordingControls::stopOne(int id)
{
    const auto stopped = m_console.recordings->stop(id);
    if (!stopped)
        ask::tell(QApplication::activeWindow(), tr("Recording"), stopped.error().text);
}

void RecordingControls::stopAll()
{
    for (const int id : m_console.recordings->running())
        stopOne(id);
}

} // namespace ui
