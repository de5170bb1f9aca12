// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timechart/plotitem.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QChart;
class QChartView;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

/// MIME type of signals dragged between list and charts: ids in decimal, separated by spaces.
QString signalsMimeType();

/// A live chart of up to 16 signals over time. Draws from pixel columns, so the cost is that of
/// its width and never of its samples. Charts with one TimeView are linked. refresh() takes new
/// data; nothing is drawn between. GUI thread.
class TimeChart final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int maxLines = 16;

    TimeChart(const ChartSource &source, TimeView *view, QWidget *parent = nullptr);
    ~TimeChart() override;

    bool addSignal(SignalId signal); ///< false when it is there, unknown, or the chart is full
    void removeSignal(SignalId signal);
    std::vector<SignalId> signalIds() const;
    bool isEmpty() const { return m_lines.empty(); }
    const std::vector<ChartLine> &lines() const { return m_lines; }

    void setTitle(const QString &title); ///< empty: made from the signals
    QString title() const;
    void setThreshold(std::optional<double> value, bool shadeBelow = true);
    void setValueRange(double low, double high); ///< fixed until setAutoRange()
    void setAutoRange();
    bool isAutoRange() const { return m_auto; }
    ValueRange valueRange() const;
    void setClosable(bool on);
    void setFramed(bool on); ///< off inside a card
    /// Sentence under the plot beside the figures; for pages that have something to say.
    void setRemark(const QString &remark);

    void refresh();
    QString footer() const { return m_footer; }
    const PlotState &plotState() const;
    QRectF plotArea() const; ///< where lines are drawn, in the widget

    /// Draws header, plot and footer; as paths when `vector`.
    void renderTo(QPainter &painter, const QRectF &target, bool vector);
    QJsonObject state() const;
    void restore(const QJsonObject &state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void signalsChanged();
    void closeWanted();
    void tableWanted();
    void heightWanted(int height);
    void rangeWanted(); ///< a person wants to type the y range

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layoutPlot();
    void applyTheme();
    bool updateColumns();
    void followRange();
    void wishAxisWidth();
    void showMenu();
    void refreshTexts();
    void refreshFooter();
    void describeLine(ChartLine &line);
    void assignDashes();
    void paintHeader(QPainter &painter, double width);
    void paintLegend(QPainter &painter, double x, double end, bool oneName, bool withUnits);
    void fillMenu();
    bool wheel(QWheelEvent *event);
    bool mouse(QMouseEvent *event);
    bool mousePress(QMouseEvent *event);
    bool mouseMove(QMouseEvent *event);
    void moveCursor(double share);
    void zoomValues(double factor, double at);
    void dataMoved();

    const ChartSource m_source;
    const QPointer<TimeView> m_view; ///< pages may delete it first
    std::vector<ChartLine> m_lines;
    QChart *m_chart;
    QChartView *m_chartView;
    PlotItem *m_plot;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    AutoRange m_autoRange;
    QString m_title;
    QString m_remark;
    QString m_footer;
    QElapsedTimer m_clock;
    qint64 m_textsMs = -1'000;
    quint64 m_catalogueRevision = 0;
    ValueRange m_manual;
    QPointF m_dragFrom;
    TimeNs m_dragStart = 0;
    bool m_dragging = false;
    bool m_auto = true;
    bool m_closable = false;
    bool m_framed = true;
    bool m_dropHere = false;
};

} // namespace ui
