// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedLayout;
QT_END_NAMESPACE

namespace ui {

class DeviceDetail;
class DeviceRows;
class FilterEdit;
class Label;
class RowView;
class StatePane;

/// Which devices are there, how are they, and who is this one?
class DevicesPage final : public Page
{
    Q_OBJECT

public:
    explicit DevicesPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;
    QList<Found> find(const QString &words) const override;

private:
    void makeActions();
    void showCount();
    void showDevice(int record);

    DeviceRows *m_rows;
    QStackedLayout *m_stack;
    StatePane *m_empty;
    FilterEdit *m_filter;
    Label *m_count;
    RowView *m_view;
    QSplitter *m_splitter;
    QWidget *m_detailCard;
    DeviceDetail *m_detail;
    QList<QAction *> m_actions;
    QElapsedTimer m_sinceRows;
    QElapsedTimer m_sinceReview;
    telemetry::DeviceId m_waitFor = telemetry::noId;
};

} // namespace ui
