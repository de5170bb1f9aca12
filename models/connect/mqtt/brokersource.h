// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/link.h"

#include <QThread>

namespace connect::mqtt {

/// One broker as a Source. Owns an io thread that runs from start() to stop().
class BrokerSource final : public Source
{
public:
    explicit BrokerSource(LinkSetup setup);
    ~BrokerSource() override; ///< stop()

    void start() override;
    void stop() override;
    SourceStatus status() const override;
    base::Result<> publish(const PublishRequest &request) override;
    base::Result<> askRebirth(const QString &node) override;

private:
    base::Result<> readOnlyProblem() const;
    base::Result<> publishProblem(const PublishRequest &request) const;

    const LinkSetup m_setup;
    const std::shared_ptr<LinkBoard> m_board;
    std::unique_ptr<QThread> m_thread;
    Link *m_link = nullptr; ///< lives on m_thread, dies with it
};

} // namespace connect::mqtt
