// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>

namespace ui {

/// How long display ticks took, in ms, over the last 1,024 of them.
struct TickStatistics
{
    quint64 ticks = 0; ///< since the start
    double refreshP50 = 0; ///< pages took new data
    double refreshP99 = 0;
    double refreshMax = 0;
    double wholeP50 = 0; ///< ... and painted it
    double wholeP99 = 0;
    double wholeMax = 0;
    double intervalP99 = 0; ///< from one tick to the next
};

/// The one clock of the display: everything that moves on screen moves on this tick, in every
/// window. Measures itself. GUI thread.
class DisplayTick final : public QObject
{
    Q_OBJECT

public:
    explicit DisplayTick(QObject *parent = nullptr);

    void setRate(int hz);
    void start();
    void stop();
    TickStatistics statistics() const;
    void resetStatistics();

Q_SIGNALS:
    void ticked();

protected:
    void customEvent(QEvent *event) override;

private:
    using Ring = std::array<float, 1024>;
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastNs = -1;
    qint64 m_startedNs = 0;
    bool m_painting = false;
    quint64 m_ticks = 0;
    quint64 m_wholes = 0;
    Ring m_refresh{};
    Ring m_whole{};
    Ring m_interval{};
};

} // namespace ui
