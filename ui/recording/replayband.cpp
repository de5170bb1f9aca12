// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/replayband.h"

#include "models/replay/replaysession.h"
#include "ui/recording/librarywords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

ReplayBand::ReplayBand(replay::ReplaySession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"replayBand"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

QSize ReplayBand::sizeHint() const
{
    return {px(320), px(24)};
}

void ReplayBand::refresh()
{
    const recording::RecordingInfo &info = m_session->recording()->info();
    QString text = tr("REPLAY  ·  %1  ·  recorded %2  ·  nothing here is live")
                       .arg(partTitle(info), format::dateTime(info.start));
    const int damaged = static_cast<int>(m_session->damages().size());
    if (damaged > 0)
        text += u"  ·  "_s + tr("%n damaged part(s) left out", nullptr, damaged);
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    update();
}

void ReplayBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Raised));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Role::Medium), px(6)));
    for (int x = -height(); x < width() + height(); x += px(20))
        painter.drawLine(x, height() + px(4), x + height() + px(8), -px(4));
    // The words stand on plain ground in the middle of the stripes.
    painter.setFont(typeFont(Type::Base, true));
    const QString shown =
        painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, width() - px(80));
    const int needed = painter.fontMetrics().horizontalAdvance(shown) + px(32);
    const QRect plate((width() - needed) / 2, 0, needed, height());
    painter.fillRect(plate, colour(Role::Surface));
    painter.setPen(colour(Role::Text));
    painter.drawText(plate, Qt::AlignCenter, shown);
}

} // namespace ui
