// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"

#include "models/base/log.h"
#include "models/ingest/pipelineoptions.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int brokerLossIntervalMs = 1'000;
constexpr int rebirthIntervalMs = 250;
constexpr int recallIntervalMs = 1'000;

} // namespace

Engine::Engine(const EngineOptions &options)
    : m_options(options)
{
}

Engine::~Engine()
{
    stop();
}

base::Result<std::unique_ptr<Engine>> Engine::create(const EngineOptions &options)
{
    std::unique_ptr<Engine> engine(new Engine(options));
    const QDir folder(options.workspace);
    if (!options.workspace.isEmpty() && !folder.mkpath(u"."_s)) {
        return base::failure(
            tr("The workspace folder %1 cannot be made. Choose another with --workspace.")
                .arg(options.workspace),
            base::ErrorCode::Io);
    }
    const QString settingsFile =
        options.workspace.isEmpty() ? QString() : folder.filePath(u"settings.json"_s);
    engine->m_settings = std::make_unique<base::Settings>(settingsFile);
    if (!engine->m_settings->problem().isEmpty())
        engine->m_notices += engine->m_settings->problem();
    if (!options.workspace.isEmpty() && options.storeHistory) {
        if (auto opened = engine->openHistory(); !opened)
            return tl::unexpected(opened.error());
    }
    engine->buildPipeline();
    return engine;
}

base::Result<> Engine::openHistory()
{
    using base::Setting;
    store::HistorianOptions options;
    options.path = QDir(m_options.workspace).filePath(u"history.db"_s);
    options.retentionDays = m_settings->integer(Setting::RetentionDays);
    options.retentionBytes =
        static_cast<std::int64_t>(m_settings->integer(Setting::RetentionMegabytes)) << 20;
    auto opened = store::Historian::open(options);
    if (!opened && opened.error().code == base::ErrorCode::BadInput) {
        // Damaged: moved aside, never deleted, so that the console starts and the file can be
        // examined.
        const QString aside = options.path + u".damaged-"_s
            + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
        if (QFile::rename(options.path, aside)) {
            QFile::remove(options.path + u"-wal"_s);
            QFile::remove(options.path + u"-shm"_s);
            m_notices += tr("%1 The damaged history was moved to %2; a new one was begun.")
                             .arg(opened.error().text, aside);
            opened = store::Historian::open(options);
        }
    }
    if (!opened)
        return tl::unexpected(opened.error());
    m_historian = std::move(*opened);
    return {};
}

void Engine::buildPipeline()
{
    m_pipeline =
        std::make_unique<ingest::Pipeline>(ingest::pipelineOptions(*m_settings), m_historian.get());
    m_secrets.reset(m_options.desktopSecrets ? connect::newKeychainSecrets(nullptr)
                                             : connect::newSessionSecrets(nullptr));
    const QString profiles = m_options.workspace.isEmpty()
        ? QString()
        : QDir(m_options.workspace).filePath(u"connections.json"_s);
    m_connections = std::make_unique<connect::Connections>(
        profiles, m_secrets.get(), [this](const connect::mqtt::Profile &profile) {
            const ingest::Pipeline::Intake intake = m_pipeline->addSource(profile.id, profile.name);
            m_pipeline->setMappings(intake.id, profile.mappings);
            m_pipeline->setMayAskRebirth(intake.id, profile.mayAskRebirth());
            return connect::Connections::Outlet{intake.id, intake.inlet, {}};
        });
    const QString recordings = m_options.workspace.isEmpty()
        ? QString()
        : QDir(m_options.workspace).filePath(u"recordings"_s);
    m_recordings = std::make_unique<replay::RecordingDesk>(recordings, *m_pipeline, *m_connections);
    loadDerived();
    QObject::connect(m_connections.get(), &connect::Connections::profilesChanged, this,
                     &Engine::applyMappings);
    QObject::connect(m_settings.get(), &base::Settings::changed, this, &Engine::applySetting);
    m_brokerTimer.setInterval(brokerLossIntervalMs);
    QObject::connect(&m_brokerTimer, &QTimer::timeout, this, &Engine::feedBrokerLosses);
    m_rebirthTimer.setInterval(rebirthIntervalMs);
    QObject::connect(&m_rebirthTimer, &QTimer::timeout, this, &Engine::askRebirths);
    if (m_historian) {
        m_recall =
            std::make_unique<ingest::ConfidenceRecall>(m_pipeline->predictions(), *m_historian);
        m_recallTimer.setInterval(recallIntervalMs);
        QObject::connect(&m_recallTimer, &QTimer::timeout, this, [this] { m_recall->tick(); });
    }
}

QString Engine::derivedPath() const
{
    return m_options.workspace.isEmpty() ? QString()
                                         : QDir(m_options.workspace).filePath(u"derived.json"_s);
}

void Engine::loadDerived()
{
    const QString path = derivedPath();
    if (path.isEmpty())
        return;
    auto read = ingest::readDerived(path);
    if (read) {
        m_pipeline->setDerived(std::move(*read));
        return;
    }
    // Moved aside, never overwritten, so that the formulas in it can be saved by hand.
    const QString aside =
        path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    m_notices += QFile::rename(path, aside)
        ? tr("%1 It was moved to %2; there are no derived signals now.")
              .arg(read.error().text, aside)
        : read.error().text;
}

base::Result<> Engine::setDerived(const std::vector<ingest::DerivedDefinition> &definitions)
{
    const QStringList problems = ingest::problemsOf(definitions);
    for (qsizetype i = 0; i < problems.size(); ++i) {
        if (!problems[i].isEmpty())
            return base::failure(
                tr("Derived signal \"%1\": %2").arg(definitions[std::size_t(i)].name, problems[i]));
    }
    if (const QString path = derivedPath(); !path.isEmpty()) {
        if (auto written = ingest::writeDerived(path, definitions); !written)
            return written;
    }
    m_pipeline->setDerived(definitions);
    m_recordings->describeAgain();
    return {};
}

void Engine::start()
{
    m_pipeline->start();
    m_brokerTimer.start();
    m_rebirthTimer.start();
    if (m_recall)
        m_recallTimer.start();
    if (m_options.autoConnect)
        m_connections->startAutomatic();
}

void Engine::stop()
{
    if (m_stopped || !m_pipeline)
        return;
    m_stopped = true;
    m_brokerTimer.stop();
    m_rebirthTimer.stop();
    m_recallTimer.stop();
    m_recall.reset();
    m_connections->stopAll();
    m_pipeline->drain();
    m_recordings->stopAll();
    m_pipeline->stop();
    if (m_historian) {
        if (const auto flushed = m_historian->flush(); !flushed)
            qCWarning(base::lcEngine).noquote() << flushed.error().text;
    }
    if (const auto written = m_settings->flush(); !written)
        qCWarning(base::lcEngine).noquote() << written.error().text;
    m_recordings.reset();
    m_connections.reset();
    m_pipeline.reset();
    m_historian.reset();
}

void Engine::applyMappings()
{
    for (const connect::mqtt::Profile &profile : m_connections->profiles()) {
        const ingest::Pipeline::Intake intake = m_pipeline->addSource(profile.id, profile.name);
        m_pipeline->setMappings(intake.id, profile.mappings);
        m_pipeline->setMayAskRebirth(intake.id, profile.mayAskRebirth());
    }
}

/// Most limits take effect at the next start; these at once.
void Engine::applySetting(base::Setting setting)
{
    using base::Setting;
    switch (setting) {
    case Setting::RetentionDays:
    case Setting::RetentionMegabytes:
        if (m_historian) {
            m_historian->setRetention(
                m_settings->integer(Setting::RetentionDays),
                static_cast<std::int64_t>(m_settings->integer(Setting::RetentionMegabytes)) << 20);
        }
        break;
    case Setting::HotMegabytes:
        m_pipeline->series().setBudget(static_cast<std::size_t>(m_settings->integer(setting))
                                       << 20);
        break;
    case Setting::RawMegabytes:
        m_pipeline->topics().setRingBytes(static_cast<std::size_t>(m_settings->integer(setting))
                                          << 20);
        break;
    case Setting::StaleAfterSeconds:
        m_pipeline->devices().setStaleAfter(m_settings->integer(setting) * base::nsPerSecond);
        break;
    case Setting::ConfidenceLimit:
        m_pipeline->predictions().setLimit(m_settings->real(setting));
        break;
    default:
        break;
    }
}

void Engine::feedBrokerLosses()
{
    for (const connect::mqtt::Profile &profile : m_connections->profiles()) {
        const connect::SourceStatus status = m_connections->status(profile.id);
        if (status.state == connect::SourceState::Connected)
            m_pipeline->setBrokerDropped(m_connections->sourceId(profile.id), status.brokerDropped);
    }
}

/// The pipeline says who is to be asked and when; what was asked stands in the event log.
void Engine::askRebirths()
{
    for (const ingest::Pipeline::RebirthWish &wish : m_pipeline->takeRebirthWishes()) {
        for (const connect::mqtt::Profile &profile : m_connections->profiles()) {
            if (m_connections->sourceId(profile.id) != wish.source
                || m_connections->status(profile.id).state != connect::SourceState::Connected)
                continue;
            const auto asked = m_connections->askRebirth(profile.id, wish.node);
            store::EventRecord record;
            record.time = m_pipeline->clock().now();
            record.source = profile.id;
            record.device = wish.node;
            record.text = asked ? tr("Asked the edge node for its births.") : asked.error().text;
            if (m_historian)
                m_historian->addEvent(std::move(record));
        }
    }
}

} // namespace app
