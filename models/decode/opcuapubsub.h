// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/inference.h"
#include "models/decode/learned.h"

namespace decode {

/// OPC UA PubSub with JSON encoding over MQTT. The device is the PublisherId, a signal is
/// "<DataSetWriter>/<field>". Network messages are known by MessageType under any topic, headerless
/// ones by the topic <prefix>/json/data/<publisher>/<group>/<writer>.
/// Source: OPC 10000-14 (1.04: 7.2.3, 1.05: 7.2.5 and 7.3.5.7); OPC 10000-6, 5.4 JSON.
class OpcUaPubSub final : public Convention
{
public:
    std::string_view name() const override { return "opcuapubsub"; }
    bool decode(Input &in, Output &out) override;

private:
    struct Field
    {
        std::string unit;
        std::uint32_t type = 0; ///< BuiltInType, 0: not told
    };
    struct Writer
    {
        std::string name; ///< of the writer, else of the data set
        ByName<Field> fields;
    };
    /// Who sends, as far as the headers or the topic tell.
    struct Sender
    {
        std::string_view publisher;
        std::string_view group;
        std::string writer; ///< id as text
        std::string_view writerName;
    };

    static Sender senderOfTopic(std::span<const std::string_view> levels, std::string_view &type);
    static void readHeader(const simdjson::dom::element &json, Sender &sender);
    void decodeMetaData(const simdjson::dom::element &json, Sender sender, Input &in, Output &out);
    static void learnFields(Writer &writer, const simdjson::dom::element &meta,
                            std::string_view device, Input &in, Output &out);
    void decodeData(const simdjson::dom::element &json, const Sender &sender, Input &in,
                    Output &out);
    void decodeDataSet(const simdjson::dom::element &json, Sender sender, bool single, Input &in,
                       Output &out);
    void addFields(const simdjson::dom::element &payload, const Sender &sender, Sample sample,
                   Input &in, Output &out);
    static void decodeStatus(const simdjson::dom::element &json, const Sender &sender, Input &in,
                             Output &out);
    const Writer *writerOf(const Sender &sender);

    ByName<Writer> m_writers; ///< by "publisher/writer id"
    std::size_t m_fields = 0;
    InferenceMemory m_inference;
};

} // namespace decode
