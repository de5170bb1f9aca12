// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/roles.h"

#include "models/decode/text.h"

#include <array>

namespace decode {

namespace {

struct Word
{
    std::string_view name; ///< lower case, without separators
    Role role;
};

// Within a role, the earlier name wins.
constexpr Word words[] = {
    {"ts", Role::Time},
    {"timestamp", Role::Time},
    {"time", Role::Time},
    {"@timestamp", Role::Time},
    {"datetime", Role::Time},
    {"eventtime", Role::Time},
    {"measuredat", Role::Time},
    {"sourcetimestamp", Role::Time},
    {"timestampms", Role::Time},
    {"tsms", Role::Time},
    {"timems", Role::Time},
    {"timestampns", Role::Time},
    {"unixtime", Role::Time},
    {"epoch", Role::Time},
    {"epochms", Role::Time},
    {"createdat", Role::Time},
    {"date", Role::Time},
    {"t", Role::Time},
    {"deviceid", Role::DeviceId},
    {"devid", Role::DeviceId},
    {"deviceuid", Role::DeviceId},
    {"deveui", Role::DeviceId},
    {"thingid", Role::DeviceId},
    {"nodeid", Role::DeviceId},
    {"assetid", Role::DeviceId},
    {"machineid", Role::DeviceId},
    {"device", Role::DeviceId},
    {"devicename", Role::DeviceId},
    {"imei", Role::DeviceId},
    {"mac", Role::DeviceId},
    {"macaddress", Role::DeviceId},
    {"serialnumber", Role::DeviceId},
    {"serial", Role::DeviceId},
    {"sn", Role::DeviceId},
    {"sensorid", Role::DeviceId},
    {"id", Role::PlainId},
    {"seq", Role::Sequence},
    {"sequence", Role::Sequence},
    {"seqno", Role::Sequence},
    {"seqnum", Role::Sequence},
    {"sequencenumber", Role::Sequence},
    {"msgid", Role::Sequence},
    {"messageid", Role::Sequence},
    {"unit", Role::Unit},
    {"units", Role::Unit},
    {"uom", Role::Unit},
    {"unitofmeasurement", Role::Unit},
    {"value", Role::Value},
    {"reading", Role::Value},
    {"v", Role::WeakValue},
    {"val", Role::WeakValue},
    {"name", Role::Name},
    {"n", Role::Name},
    {"metric", Role::Name},
    {"signal", Role::Name},
    {"tag", Role::Name},
    {"channel", Role::Name},
    {"key", Role::Name},
    {"sensor", Role::Name},
    {"parameter", Role::Name},
    {"measurement", Role::Name},
    {"variable", Role::Name},
    {"field", Role::Name},
    {"quantity", Role::Name},
    {"type", Role::Name},
    {"quality", Role::Quality},
    {"header", Role::Header},
    {"meta", Role::Header},
    {"metadata", Role::Header},
    {"envelope", Role::Header},
    {"classname", Role::Label},
    {"label", Role::Label},
    {"predictedlabel", Role::Label},
    {"predictedclass", Role::Label},
    {"topclass", Role::Label},
    {"toplabel", Role::Label},
    {"detectedclass", Role::Label},
    {"class", Role::Label},
    {"predicted", Role::Label},
    {"category", Role::Label},
    {"classid", Role::Label},
    {"confidence", Role::Confidence},
    {"confidencescore", Role::Confidence},
    {"modelconfidence", Role::Confidence},
    {"predictionconfidence", Role::Confidence},
    {"conf", Role::Confidence},
    {"certainty", Role::Confidence},
    {"confidencepct", Role::Percent},
    {"confidencepercent", Role::Percent},
    {"confidencepercentage", Role::Percent},
    {"probability", Role::Score},
    {"prob", Role::Score},
    {"score", Role::Score},
    {"likelihood", Role::Score},
    {"modelname", Role::Model},
    {"model", Role::Model},
    {"modelid", Role::Model},
    {"modelversion", Role::ModelVersion},
    {"modelver", Role::ModelVersion},
    {"version", Role::Version},
    {"ver", Role::Version},
    {"inputref", Role::InputReference},
    {"inputreference", Role::InputReference},
    {"inputhash", Role::InputReference},
    {"inputid", Role::InputReference},
    {"image", Role::InputReference},
    {"imageid", Role::InputReference},
    {"imageurl", Role::InputReference},
    {"frame", Role::InputReference},
    {"frameid", Role::InputReference},
    {"input", Role::InputReference},
    {"inference", Role::Container},
    {"inferences", Role::Container},
    {"result", Role::Container},
    {"results", Role::Container},
    {"prediction", Role::Container},
    {"predictions", Role::Container},
    {"classification", Role::Container},
    {"classifications", Role::Container},
    {"detection", Role::Container},
    {"detections", Role::Container},
    {"objects", Role::Container},
    {"ml", Role::Container},
    {"probabilities", Role::Probabilities},
    {"probs", Role::Probabilities},
    {"classprobabilities", Role::Probabilities},
    {"scores", Role::Probabilities},
    {"confidences", Role::Probabilities},
    {"softmax", Role::Probabilities},
    {"labels", Role::Labels},
    {"classes", Role::Labels},
    {"classnames", Role::Labels},
};

constexpr std::size_t longestWord = 24;
constexpr std::uint32_t firstHash = 2'166'136'261u; // FNV-1a

constexpr std::uint32_t mixed(std::uint32_t hash, char c)
{
    return (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
}

constexpr std::uint32_t hashOf(std::string_view text)
{
    std::uint32_t hash = firstHash;
    for (const char c : text)
        hash = mixed(hash, c);
    return hash;
}

constexpr std::size_t slots = 512; // a power of two, a quarter full

/// Open addressing: a slot holds 1 + the position in `words`, 0 is free.
constexpr std::array<std::uint8_t, slots> tableOfWords()
{
    static_assert(std::size(words) < 255);
    std::array<std::uint8_t, slots> table = {};
    for (std::size_t index = 0; index < std::size(words); ++index) {
        std::size_t slot = hashOf(words[index].name) % slots;
        while (table[slot] != 0)
            slot = (slot + 1) % slots;
        table[slot] = static_cast<std::uint8_t>(index + 1);
    }
    return table;
}

constexpr auto table = tableOfWords();

bool isSeparator(char c)
{
    return c == '_' || c == '-' || c == ' ' || c == '.';
}

bool namesAUnit(std::string_view word)
{
    return word.ends_with("unit") || word.ends_with("units") || word.ends_with("uom");
}

} // namespace

RoleOfKey roleOf(std::string_view key)
{
    std::array<char, longestWord> buffer;
    std::size_t size = 0;
    std::uint32_t exact = firstHash;
    std::uint32_t folded = firstHash;
    for (const char c : key) {
        exact = mixed(exact, c);
        if (isSeparator(c))
            continue;
        const char small = lower(c);
        folded = mixed(folded, small);
        if (size < buffer.size())
            buffer[size] = small;
        ++size;
    }
    RoleOfKey found{.hash = exact};
    if (size > buffer.size() && key.ends_with("_unit"))
        found.role = Role::UnitOf;
    if (size == 0 || size > buffer.size())
        return found;
    const std::string_view word(buffer.data(), size);
    for (std::size_t slot = folded % slots; table[slot] != 0; slot = (slot + 1) % slots) {
        const std::size_t index = table[slot] - 1u;
        if (words[index].name == word) {
            found.role = words[index].role;
            found.rank = static_cast<std::uint8_t>(index);
            return found;
        }
    }
    if (namesAUnit(word))
        found.role = Role::UnitOf;
    return found;
}

} // namespace decode
