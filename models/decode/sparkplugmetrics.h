// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/sparkplugmodel.h"
#include "models/decode/sparkplugvalue.h"

namespace decode::sparkplug {

/// Turns the metrics of one message into samples and facts; in births it learns the tags.
class MetricReader
{
public:
    struct Setting
    {
        std::string_view device; ///< name for the samples, lives as long as the output
        base::TimeNs time = base::noTime; ///< payload timestamp
        TagTable *tags = nullptr; ///< null: nothing is known and nothing can be learned
        bool birth = false;
        bool emit = true; ///< false: learn only
    };

    MetricReader(Sink &sink, Model &model, const Setting &setting)
        : m_sink(sink)
        , m_model(model)
        , m_setting(setting)
    {
    }

    void read(const spb::Payload &payload);

    std::uint64_t bdSeq() const { return m_bdSeq; }
    std::size_t unknownAliases() const { return m_unknownAliases; }
    /// A metric was named or aliased that the birth does not have.
    bool strangers() const { return m_unknownAliases + m_unknownNames > 0; }
    /// Some metric tells more than who the sender is and how it is controlled.
    bool measures() const { return m_measures; }
    /// What could not be decoded, as a sentence; empty when all was.
    std::string remark() const;

private:
    struct Properties;

    void readMetric(const spb::Metric &metric);
    const Tag *learn(const spb::Metric &metric, std::string_view path,
                     const Properties &properties);
    const Tag *lookUp(const spb::Metric &metric);
    void emitMetric(const spb::Metric &metric, std::string_view path, const Tag *tag, int depth);
    void emitValue(const spb::Metric &metric, const Sample &like, std::uint32_t type, int depth);
    void emitTemplate(const spb::Template &instance, const Sample &like, int depth);
    void emitBytes(const spb::Metric &metric, const Sample &like, std::uint32_t type);
    void addFact(const spb::Metric &metric, std::string_view path);
    bool roomForFact() const;
    bool isProtocolMetric(const spb::Metric &metric, std::string_view path);

    Sink &m_sink;
    Model &m_model;
    const Setting m_setting;
    std::uint64_t m_bdSeq = Node::noBdSeq;
    std::size_t m_unknownAliases = 0;
    std::size_t m_unknownNames = 0;
    std::size_t m_nameless = 0;
    std::size_t m_broken = 0;
    std::size_t m_opaque = 0;
    std::size_t m_opaqueBytes = 0;
    bool m_ambiguous = false;
    bool m_measures = false;
    bool m_full = false;
    bool m_tooDeep = false;
};

} // namespace decode::sparkplug
