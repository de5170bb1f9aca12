// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/settings.h"
#include "models/connect/connections.h"
#include "models/connect/secrets.h"
#include "models/ingest/confidencerecall.h"
#include "models/ingest/pipeline.h"
#include "models/replay/recordingdesk.h"
#include "models/store/historian.h"

#include <QString>

#include <memory>

namespace app {

/// How to build the engine.
struct EngineOptions
{
    QString workspace; ///< folder, made when missing; empty: nothing is kept on disk
    bool storeHistory = true; ///< false: no historian even with a workspace
    bool desktopSecrets = false; ///< use the desktop's keychain (needs a GUI session)
    bool autoConnect = true; ///< start() connects the profiles that ask for it
};

/// The whole engine, shared by the window and the command line: builds the parts from models/ in
/// order, owns them, and takes them down in reverse. Main thread.
class Engine final : public QObject
{
    Q_OBJECT

public:
    static base::Result<std::unique_ptr<Engine>> create(const EngineOptions &options);
    ~Engine() override; ///< stop()

    void start();
    /// Stops sources, drains the pipeline, commits and closes the store. Idempotent.
    void stop();

    base::Settings &settings() { return *m_settings; }
    /// Signals computed from others; kept in the workspace. Refused with a sentence when one of
    /// them cannot be computed, and nothing changes then.
    base::Result<> setDerived(const std::vector<ingest::DerivedDefinition> &definitions);

    connect::Secrets &secrets() { return *m_secrets; }
    connect::Connections &connections() { return *m_connections; }
    replay::RecordingDesk &recordings() { return *m_recordings; }
    ingest::Pipeline &pipeline() { return *m_pipeline; }
    store::Historian *historian() { return m_historian.get(); } ///< null: nothing is stored
    QString workspace() const { return m_options.workspace; }
    /// What could not be opened as asked, in sentences (damaged history moved aside, settings
    /// reset).
    QStringList notices() const { return m_notices; }

private:
    explicit Engine(const EngineOptions &options);
    base::Result<> openHistory();
    void buildPipeline();
    void loadDerived();
    QString derivedPath() const; ///< empty without a workspace
    void applyMappings();
    void applySetting(base::Setting setting);
    void feedBrokerLosses();
    void askRebirths();

    EngineOptions m_options;
    QStringList m_notices;
    std::unique_ptr<base::Settings> m_settings;
    std::unique_ptr<store::Historian> m_historian;
    std::unique_ptr<ingest::Pipeline> m_pipeline;
    std::unique_ptr<connect::Secrets> m_secrets;
    std::unique_ptr<connect::Connections> m_connections;
    std::unique_ptr<replay::RecordingDesk> m_recordings;
    QTimer m_brokerTimer;
    QTimer m_rebirthTimer;
    std::unique_ptr<ingest::ConfidenceRecall> m_recall; ///< null without a historian
    QTimer m_recallTimer;
    bool m_stopped = false;
};

} // namespace app
