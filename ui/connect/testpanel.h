// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/connections.h"
#include "ui/widgets/card.h"

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Label;

/// The steps of a connection test in words, and the way to accept one certificate that nobody
/// vouches for.
class TestPanel final : public Card
{
    Q_OBJECT

public:
    explicit TestPanel(connect::Connections *connections, QWidget *parent = nullptr);

    void run(const connect::mqtt::Profile &profile, const QString &password);
    void clear();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void testWanted();
    void pinWanted(const QByteArray &sha256); ///< confirmed by the person
    void finished(bool ok);

private:
    void add(const connect::Connections::TestStep &step);
    void offerPin(const std::vector<connect::CertificateInfo> &chain);

    connect::Connections *m_connections;
    QPushButton *m_button;
    QVBoxLayout *m_steps;
    std::shared_ptr<void> m_handle;
    bool m_running = false;
    bool m_failed = false;
};

} // namespace ui
