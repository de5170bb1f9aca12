// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/transportbar.h"

#include "models/recording/summary.h"
#include "models/replay/replaysession.h"
#include "ui/recording/positionslider.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array speeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0, 100.0, 1000.0, 0.0};
constexpr int normalSpeed = 3;
constexpr std::size_t activitySteps = 240;

} // namespace

TransportBar::TransportBar(replay::ReplaySession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_play(
          newAction("replayPlay", u"media-playback-start"_s, u"Space"_s, [this] { togglePlay(); }))
    , m_back(newAction("replayBack", u"media-skip-backward"_s, u","_s, [this] { step(-1); }))
    , m_forward(newAction("replayForward", u"media-skip-forward"_s, u"."_s, [this] { step(1); }))
    , m_slower(newAction("replaySlower", {}, u"["_s, [this] { changeSpeed(-1); }))
    , m_faster(newAction("replayFaster", {}, u"]"_s, [this] { changeSpeed(1); }))
    , m_loop(newAction("replayLoop", u"media-playlist-repeat"_s, u"Ctrl+L"_s, {}))
    , m_goTo(newAction("replayGoTo", u"go-jump"_s, u"Ctrl+G"_s, [this] { askForTime(); }))
    , m_speed(new QComboBox)
    , m_time(new QPushButton)
    , m_slider(new PositionSlider)
{
    setObjectName(u"transportBar"_s);
    m_loop->setCheckable(true);
    connect(m_loop, &QAction::toggled, this, [this](bool on) { m_session->setLoop(on); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(4), px(12), px(4));
    row->setSpacing(px(6));
    newButton(row, m_back);
    newButton(row, m_play)->setObjectName(u"replayPlayButton"_s);
    newButton(row, m_forward);
    m_speed->setObjectName(u"replaySpeed"_s);
    row->addWidget(m_speed);
    newButton(row, m_loop);
    m_time->setObjectName(u"replayTime"_s);
    m_time->setFlat(true);
    m_time->setAutoDefault(false);
    m_time->setFont(typeFont(Type::Base, true));
    connect(m_time, &QPushButton::clicked, m_goTo, &QAction::trigger);
    row->addWidget(m_time);
    row->addWidget(m_slider, 1);
    const recording::RecordingInfo &info = session->recording()->info();
    const bool some = info.start != base::noTime;
    m_slider->setRange(some ? info.start : 0, some ? info.end : 1);
    m_slider->setActivity(recording::activity(*session->recording(), activitySteps));
    m_slider->setMarkers(session->recording()->markers());
    connect(m_slider, &PositionSlider::moved, m_session, &replay::ReplaySession::seek);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_session->setSpeed(speeds[static_cast<std::size_t>(index)]);
    });
    retranslate();
    m_speed->setCurrentIndex(normalSpeed);
    refresh();
    m_time->setMinimumWidth(m_time->sizeHint().width() + px(8));
}

QAction *TransportBar::newAction(const char *name, const QString &iconName, const QString &keys,
                                 std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(name));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WindowShortcut);
    if (run)
        connect(action, &QAction::triggered, this, std::move(run));
    m_actions.append(action);
    return action;
}

QPushButton *TransportBar::newButton(QHBoxLayout *row, QAction *action)
{
    auto *button = new QPushButton;
    button->setAutoDefault(false);
    button->setFixedWidth(px(36));
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setAccessibleName(QString(action->text()).remove(u'&'));
        button->setToolTip(u"%1 (%2)"_s.arg(button->accessibleName(),
                                            action->shortcut().toString(QKeySequence::NativeText)));
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, [action, follow] {
        action->trigger();
        follow();
    });
    follow();
    row->addWidget(button);
    return button;
}

void TransportBar::retranslate()
{
    m_play->setText(m_playing ? tr("&Pause the replay") : tr("&Play"));
    m_back->setText(tr("One message &back"));
    m_forward->setText(tr("One message &forward"));
    m_slower->setText(tr("&Slower"));
    m_faster->setText(tr("&Quicker"));
    m_loop->setText(tr("&Loop"));
    m_goTo->setText(tr("&Go to time…"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    m_speed->setToolTip(tr("Speed of the replay ([ slower, ] quicker)"));
    m_time->setToolTip(tr("Time of the recording; click to go to another (Ctrl+G)"));
    fillSpeeds();
}

void TransportBar::fillSpeeds()
{
    const QSignalBlocker quiet(m_speed);
    const int chosen = m_speed->currentIndex();
    m_speed->clear();
    for (const double speed : speeds)
        m_speed->addItem(speed > 0 ? u"%1 ×"_s.arg(QLocale().toString(speed))
                                   : tr("max", "speed of a replay"));
    m_speed->setCurrentIndex(chosen);
}

void TransportBar::refresh()
{
    const connect::ReplayPosition position = m_session->position();
    // Behind the last message the clock stands there.
    m_slider->setPosition(position.time);
    m_time->setText(format::dateTime(m_slider->isDragged() ? m_slider->position() : position.time));
    if (position.playing == m_playing && !m_play->icon().isNull())
        return;
    m_playing = position.playing;
    m_play->setIcon(icon(m_playing ? u"media-playback-pause"_s : u"media-playback-start"_s));
    m_play->setText(m_playing ? tr("&Pause the replay") : tr("&Play"));
}

void TransportBar::togglePlay()
{
    if (m_session->position().playing)
        m_session->pause();
    else
        m_session->play();
    refresh();
}

void TransportBar::step(int messages)
{
    m_session->step(messages);
    refresh();
}

void TransportBar::setSpeed(double factor)
{
    int best = static_cast<int>(speeds.size()) - 1;
    if (factor > 0) {
        for (int i = best = 0; i + 1 < static_cast<int>(speeds.size()); ++i) {
            if (std::abs(std::log(speeds[static_cast<std::size_t>(i)] / factor))
                < std::abs(std::log(speeds[static_cast<std::size_t>(best)] / factor)))
                best = i;
        }
    }
    m_speed->setCurrentIndex(best);
}

void TransportBar::changeSpeed(int steps)
{
    m_speed->setCurrentIndex(qBound(0, m_speed->currentIndex() + steps, m_speed->count() - 1));
}

base::TimeNs TransportBar::readTime(const QString &text, base::TimeNs near)
{
    const QString words = text.trimmed();
    for (const QString &pattern :
         {u"yyyy-MM-dd HH:mm:ss.zzz"_s, u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s}) {
        const QDateTime at = QDateTime::fromString(words, pattern);
        if (at.isValid())
            return at.toMSecsSinceEpoch() * base::nsPerMs;
    }
    for (const QString &pattern : {u"HH:mm:ss.zzz"_s, u"HH:mm:ss"_s, u"HH:mm"_s}) {
        const QTime at = QTime::fromString(words, pattern);
        if (at.isValid())
            return QDateTime(QDateTime::fromMSecsSinceEpoch(near / base::nsPerMs).date(), at)
                       .toMSecsSinceEpoch()
                * base::nsPerMs;
    }
    return base::noTime;
}

void TransportBar::askForTime()
{
    const base::TimeNs now = m_session->position().time;
    const QString suggestion =
        QDateTime::fromMSecsSinceEpoch(now / base::nsPerMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    ask::text(
        this, tr("Go to time"), tr("Local time, or the time of day alone"), suggestion,
        [this, now](const QString &text) {
            const base::TimeNs time = readTime(text, now);
            if (time == base::noTime)
                ask::tell(
                    this, tr("Go to time"),
                    tr("\"%1\" is not a time; write 2026-11-22 14:02:31 or 14:02:31.").arg(text));
            else
                m_session->seek(time);
        });
}

void TransportBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    painter.fillRect(0, 0, width(), 1, colour(Role::Line));
}

} // namespace ui
