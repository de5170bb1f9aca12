// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplugmetrics.h"

#include "models/decode/text.h"

#include <algorithm>
#include <array>

namespace decode::sparkplug {

using telemetry::Quality;
using telemetry::Value;

namespace {

constexpr std::size_t maxUnitBytes = 64;

/// Equal but for case, blanks, '_' and '-'; `plain` is given in lower case without them.
bool sameWord(std::string_view text, std::string_view plain)
{
    std::size_t at = 0;
    for (const char c : text) {
        if (c == ' ' || c == '_' || c == '-')
            continue;
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (at == plain.size() || plain[at++] != lower)
            return false;
    }
    return at == plain.size();
}

template <std::size_t N>
bool oneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return sameWord(text, word); });
}

constexpr std::array<std::string_view, 7> unitKeys{
    "engunit", "engunits", "engineeringunit", "engineeringunits", "units", "unit", "uom"};
constexpr std::array<std::string_view, 3> textKeys{"documentation", "description", "tooltip"};

struct KnownProperty
{
    std::string_view word;
    Fact::Kind kind;
};

constexpr KnownProperty knownProperties[]{
    {"hardwaremake", Fact::Kind::Manufacturer},
    {"manufacturer", Fact::Kind::Manufacturer},
    {"make", Fact::Kind::Manufacturer},
    {"vendor", Fact::Kind::Manufacturer},
    {"hardwaremodel", Fact::Kind::Model},
    {"devicemodel", Fact::Kind::Model},
    {"model", Fact::Kind::Model},
    {"firmware", Fact::Kind::Firmware},
    {"firmwareversion", Fact::Kind::Firmware},
    {"fwversion", Fact::Kind::Firmware},
    {"fw", Fact::Kind::Firmware},
    {"softwareversion", Fact::Kind::Firmware},
    {"swversion", Fact::Kind::Firmware},
    {"hardwareversion", Fact::Kind::Hardware},
    {"hwversion", Fact::Kind::Hardware},
    {"hw", Fact::Kind::Hardware},
    {"hardwarerevision", Fact::Kind::Hardware},
    {"serialnumber", Fact::Kind::Serial},
    {"serialno", Fact::Kind::Serial},
    {"serial", Fact::Kind::Serial},
    {"sn", Fact::Kind::Serial},
    {"displayname", Fact::Kind::DisplayName},
};

/// Folders that Sparkplug's own examples and common edge software use for the sender itself.
bool isAboutItself(std::string_view path)
{
    for (const std::string_view folder :
         {"Properties/", "Node Control/", "Device Control/", "Node Info/", "Device Info/"}) {
        if (path.starts_with(folder))
            return true;
    }
    return false;
}

} // namespace

struct MetricReader::Properties
{
    std::string_view unit;
    std::string_view description;
    std::optional<Quality> quality;

    explicit Properties(const spb::Metric &metric)
    {
        if (metric.has_metadata() && metric.metadata().has_description())
            description = metric.metadata().description();
        const auto &set = metric.properties();
        const int count = std::min(set.keys_size(), set.values_size());
        for (int i = 0; i < count; ++i)
            take(set.keys(i), set.values(i));
    }

private:
    void take(std::string_view key, const spb::PropertyValue &value)
    {
        if (value.is_null())
            return;
        const Carrier carrier = carrierOf(value);
        if (carrier.kind == Carrier::Integer && sameWord(key, "quality"))
            quality = qualityOf(carrier.integer);
        else if (carrier.kind != Carrier::Text)
            return;
        else if (oneOf(key, unitKeys))
            unit = carrier.text;
        else if (oneOf(key, textKeys))
            description = carrier.text;
    }
};

void MetricReader::read(const spb::Payload &payload)
{
    for (const spb::Metric &metric : payload.metrics()) {
        readMetric(metric);
        if (m_sink.out().capHit && !m_setting.birth)
            break;
    }
}

void MetricReader::readMetric(const spb::Metric &metric)
{
    if (metric.name().empty() && !metric.has_alias()) {
        ++m_nameless;
        return;
    }
    if (m_setting.birth && !metric.name().empty()) {
        const std::string_view path = cutUtf8(metric.name(), m_sink.limits().maxNameBytes);
        emitMetric(metric, m_sink.name(path), learn(metric, path, Properties(metric)),
                   m_sink.limits().maxNesting);
        return;
    }
    const Tag *tag = lookUp(metric);
    if (tag != nullptr)
        emitMetric(metric, m_sink.name(tag->name), tag, m_sink.limits().maxNesting);
    else if (!metric.name().empty())
        emitMetric(metric, m_sink.name(metric.name()), nullptr, m_sink.limits().maxNesting);
}

const Tag *MetricReader::learn(const spb::Metric &metric, std::string_view path,
                               const Properties &properties)
{
    if (m_setting.tags == nullptr)
        return nullptr;
    Tag *tag = m_model.learn(*m_setting.tags, path);
    if (tag == nullptr) {
        m_full = true;
        return nullptr;
    }
    tag->datatype = metric.datatype();
    tag->unit = cutUtf8(properties.unit, maxUnitBytes);
    if (metric.has_alias() && !m_setting.tags->setAlias(metric.alias(), *tag))
        m_ambiguous = true;
    return tag;
}

const Tag *MetricReader::lookUp(const spb::Metric &metric)
{
    const Tag *tag = nullptr;
    if (!metric.name().empty()) {
        tag = m_setting.tags
            ? m_setting.tags->byName(cutUtf8(metric.name(), m_sink.limits().maxNameBytes))
            : nullptr;
        m_unknownNames += tag == nullptr ? 1 : 0;
    } else {
        tag = m_setting.tags ? m_setting.tags->byAlias(metric.alias()) : nullptr;
        m_unknownAliases += tag == nullptr ? 1 : 0;
    }
    return tag;
}

void MetricReader::emitMetric(const spb::Metric &metric, std::string_view path, const Tag *tag,
                              int depth)
{
    const Properties properties(metric);
    if (!properties.description.empty() && m_setting.birth && roomForFact())
        m_sink.out().facts.push_back({Fact::Kind::SignalText, m_setting.device, path,
                                      m_sink.text(properties.description), base::noTime});
    if (isProtocolMetric(metric, path))
        return;
    m_measures = m_measures || !isAboutItself(path);
    addFact(metric, path);
    Sample like;
    like.device = m_setting.device;
    like.signal = path;
    const std::string_view unit =
        properties.unit.empty() && tag ? std::string_view(tag->unit) : properties.unit;
    like.unit = unit.empty() ? unit : m_sink.out().keep(cutUtf8(unit, maxUnitBytes));
    like.time = timeOf(metric.timestamp());
    if (like.time == base::noTime)
        like.time = m_setting.time;
    like.quality = properties.quality.value_or(Quality::Good);
    like.historical = metric.is_historical();
    like.transient = metric.is_transient();
    const std::uint32_t type = metric.datatype() != 0 ? metric.datatype()
        : tag                                         ? tag->datatype
                                                      : Unknown;
    emitValue(metric, like, type, depth);
}

void MetricReader::emitValue(const spb::Metric &metric, const Sample &like, std::uint32_t type,
                             int depth)
{
    const bool null = metric.is_null() || metric.value_case() == spb::Metric::VALUE_NOT_SET;
    if (!null && metric.has_template_value()) {
        emitTemplate(metric.template_value(), like, depth);
        return;
    }
    if (!m_setting.emit)
        return;
    if (null) {
        Sample missing = like;
        missing.quality = Quality::Missing;
        m_sink.add(missing, like.signal, Value{.type = typeOf(type), .bits = 0, .text = {}});
    } else if (metric.has_dataset_value()) {
        addDataSet(m_sink, like, metric.dataset_value());
    } else if (metric.has_bytes_value()) {
        emitBytes(metric, like, type);
    } else {
        const Carrier carrier = carrierOf(metric);
        Sample sample = like;
        // Without a type the sign of an integer is a guess.
        if (type == Unknown && carrier.kind == Carrier::Integer && like.quality == Quality::Good)
            sample.quality = Quality::Unknown;
        if (const auto value = valueOf(carrier, type))
            m_sink.add(sample, like.signal, *value);
    }
}

void MetricReader::emitTemplate(const spb::Template &instance, const Sample &like, int depth)
{
    if (instance.is_definition())
        return;
    if (depth <= 0) {
        m_tooDeep = true;
        return;
    }
    for (const spb::Metric &member : instance.metrics()) {
        if (m_sink.out().capHit && !m_setting.birth)
            return;
        const Tag *tag = nullptr;
        std::string_view path;
        if (member.name().empty()) {
            tag = member.has_alias() ? lookUp(member) : nullptr;
            m_nameless += member.has_alias() ? 0 : 1;
            if (tag == nullptr)
                continue;
            path = m_sink.name(tag->name);
        } else {
            path = m_sink.join(like.signal, member.name());
            if (m_setting.birth)
                tag = learn(member, path, Properties(member));
            else if (m_setting.tags)
                tag = m_setting.tags->byName(path);
        }
        emitMetric(member, path, tag, depth - 1);
    }
    for (const auto &parameter : instance.parameters()) {
        const auto value = valueOf(carrierOf(parameter), parameter.type());
        if (!m_setting.emit || !value || parameter.name().empty())
            continue;
        if (!m_sink.add(like, m_sink.join(like.signal, parameter.name()), *value))
            return;
    }
}

void MetricReader::emitBytes(const spb::Metric &metric, const Sample &like, std::uint32_t type)
{
    if (isArray(type)) {
        m_broken += addArray(m_sink, like, type, metric.bytes_value()) ? 0 : 1;
        return;
    }
    ++m_opaque;
    m_opaqueBytes += metric.bytes_value().size();
}

bool MetricReader::roomForFact() const
{
    return m_sink.out().facts.size() < m_sink.limits().maxSignals;
}

void MetricReader::addFact(const spb::Metric &metric, std::string_view path)
{
    constexpr std::string_view prefix = "Properties/";
    if (!path.starts_with(prefix) || metric.is_null() || !metric.has_string_value()
        || !roomForFact())
        return;
    const std::string_view key = path.substr(prefix.size());
    const auto known =
        std::find_if(std::begin(knownProperties), std::end(knownProperties),
                     [&](const KnownProperty &property) { return sameWord(key, property.word); });
    Fact fact;
    fact.device = m_setting.device;
    fact.time = m_setting.time;
    const std::string_view value = m_sink.text(metric.string_value());
    if (known != std::end(knownProperties)) {
        fact.kind = known->kind;
        fact.value = value;
    } else {
        fact.kind = Fact::Kind::Attribute;
        fact.value = m_sink.out().keep(key, "=", value);
    }
    m_sink.out().facts.push_back(fact);
}

bool MetricReader::isProtocolMetric(const spb::Metric &metric, std::string_view path)
{
    if (path == "bdSeq") {
        const Carrier carrier = carrierOf(metric);
        if (carrier.kind == Carrier::Integer)
            m_bdSeq = carrier.integer;
        return true;
    }
    return path == "Node Control/Rebirth" || path == "Node Control/Reboot"
        || path == "Node Control/Next Server" || path == "Device Control/Rebirth"
        || path == "Device Control/Reboot";
}

std::string MetricReader::remark() const
{
    const auto counted = [](const char *sentence, std::size_t n) {
        return Tr::tr(sentence, nullptr, static_cast<int>(n)).toStdString();
    };
    if (m_unknownAliases > 0)
        return counted(QT_TRANSLATE_NOOP("decode::Tr",
                                         "%n metric(s) come by an alias that no birth has named; a "
                                         "rebirth of the edge node would name them."),
                       m_unknownAliases);
    if (m_full)
        return Tr::tr("The limit of metrics learned from births is reached; aliases of this birth "
                      "stay unknown.")
            .toStdString();
    if (m_ambiguous)
        return Tr::tr(
                   "The birth gives one alias to two metrics; data by that alias is not decoded.")
            .toStdString();
    if (m_tooDeep)
        return Tr::tr("Templates nest deeper than the limit; the inner ones are not decoded.")
            .toStdString();
    if (m_broken > 0)
        return counted(QT_TRANSLATE_NOOP("decode::Tr",
                                         "%n array(s) have a length that does not fit their type."),
                       m_broken);
    if (m_nameless > 0)
        return counted(
            QT_TRANSLATE_NOOP("decode::Tr", "%n metric(s) have neither a name nor an alias."),
            m_nameless);
    if (m_opaque > 0)
        return Tr::tr("%n file or byte metric(s), %1 bytes, kept as they are.", nullptr,
                      static_cast<int>(m_opaque))
            .arg(m_opaqueBytes)
            .toStdString();
    return {};
}

} // namespace decode::sparkplug
