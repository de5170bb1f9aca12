// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/registry.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

namespace ui {

class Badge;
class KeyedTable;
class Label;
class SignalRows;
class TableView;

/// One device: who it is, how it does, its signals, its models, what happened to it.
class DeviceDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceDetail(const Console &console, QWidget *parent = nullptr);

    void setDevice(telemetry::DeviceId device);
    telemetry::DeviceId device() const { return m_device; }
    void refresh(); ///< cheap between its own intervals
    void copyAsCsv() const; ///< the signals

Q_SIGNALS:
    void wanted(const ui::Destination &destination);

private:
    void showIdentity(const devices::DeviceRecord &device, base::TimeNs now);
    void showModels(base::TimeNs now);
    void showEvents();
    QString firstTopic() const;

    Console m_console;
    telemetry::DeviceId m_device = telemetry::noId;
    QElapsedTimer m_sinceValues;
    QElapsedTimer m_sinceEvents;

    Label *m_name;
    Badge *m_state;
    Label *m_why;
    KeyedTable *m_identity;
    TableView *m_identityView;
    SignalRows *m_signals;
    TableView *m_signalsView;
    KeyedTable *m_models;
    TableView *m_modelsView;
    Label *m_modelsTitle;
    KeyedTable *m_events;
    TableView *m_eventsView;
    Label *m_eventsNote;
};

} // namespace ui
