// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/marker.h"

#include <QWidget>

#include <vector>

namespace ui {

/// Where a replay stands within the whole recording: how busy it was, its markers, and a handle to
/// drag. Left and Right move by a second, with Ctrl by a minute, Page keys by a tenth, Home and
/// End.
class PositionSlider final : public QWidget
{
    Q_OBJECT

public:
    explicit PositionSlider(QWidget *parent = nullptr);

    void setRange(base::TimeNs start, base::TimeNs end);
    void setActivity(const std::vector<float> &activity);
    void setMarkers(const std::vector<recording::Marker> &markers);
    /// Follows the replay; a person who drags is not disturbed.
    void setPosition(base::TimeNs time);
    base::TimeNs position() const { return m_position; }
    bool isDragged() const { return m_dragged; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    double xOf(base::TimeNs time) const;
    base::TimeNs timeAt(double x) const;

Q_SIGNALS:
    void moved(base::TimeNs time); ///< by a person; many while dragging

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF track() const;
    void moveTo(base::TimeNs time);
    QString describe(const QPoint &at) const;
    void paintActivity(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;

    base::TimeNs m_start = 0;
    base::TimeNs m_end = 1;
    base::TimeNs m_position = 0;
    std::vector<float> m_activity;
    std::vector<recording::Marker> m_markers;
    bool m_dragged = false;
};

} // namespace ui
