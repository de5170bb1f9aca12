// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"

namespace decode {

namespace {
class NotMine final : public Convention
{
public:
    explicit NotMine(std::string_view name)
        : m_name(name)
    {
    }
    std::string_view name() const override { return m_name; }
    bool decode(Input &, Output &) override { return false; }

private:
    std::string_view m_name;
};
} // namespace

} // namespace decode
