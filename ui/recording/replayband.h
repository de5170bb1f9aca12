// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace replay {
class ReplaySession;
}

namespace ui {

/// The striped band across the top of a window that shows a recording: nobody takes it for live.
class ReplayBand final : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayBand(replay::ReplaySession *session, QWidget *parent = nullptr);

    void refresh(); ///< on the display tick
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    replay::ReplaySession *m_session;
    QString m_text;
};

} // namespace ui
