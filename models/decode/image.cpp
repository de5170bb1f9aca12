// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/text.h"

namespace decode {

namespace {

using namespace std::string_view_literals;

std::string_view imageKind(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return "JPEG";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv))
        return "PNG";
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv))
        return "GIF";
    if (bytes.size() > 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv)
        return "WebP";
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
        return "TIFF";
    const bool bitmapHeader =
        bytes.size() > 26 && bytes.starts_with("BM"sv) && bytes.substr(6, 4) == "\0\0\0\0"sv;
    return bitmapHeader ? "BMP"sv : std::string_view();
}

std::string_view binaryKind(std::string_view bytes)
{
    if (bytes.starts_with("\x1F\x8B"sv))
        return "gzip";
    if (bytes.starts_with("\x28\xB5\x2F\xFD"sv))
        return "Zstandard";
    if (bytes.starts_with("PK\x03\x04"sv))
        return "ZIP";
    if (bytes.starts_with("%PDF-"sv))
        return "PDF";
    if (bytes.starts_with("\x7F"sv
                          "ELF"sv))
        return "ELF";
    return {};
}

class Image final : public Convention
{
public:
    std::string_view name() const override { return "image"; }
    bool decode(Input &in, Output &out) override
    {
        const std::string_view kind = imageKind(in.message.payload);
        if (kind.empty())
            return false;
        out.reason = Tr::tr("A %1 image of %2 bytes; it is shown, not decoded.")
                         .arg(QLatin1StringView(kind.data(), static_cast<qsizetype>(kind.size())))
                         .arg(in.message.payload.size())
                         .toStdString();
        return true;
    }
};

/// Takes whatever is left.
class Binary final : public Convention
{
public:
    std::string_view name() const override { return "binary"; }
    bool decode(Input &in, Output &out) override
    {
        const std::string_view payload = in.message.payload;
        const std::string_view kind = binaryKind(payload);
        if (payload.empty())
            out.reason = Tr::tr("The payload is empty: a retained message was deleted, or there is "
                                "nothing to say.")
                             .toStdString();
        else if (!kind.empty())
            out.reason =
                Tr::tr("%1 data of %2 bytes; kept, not decoded.")
                    .arg(QLatin1StringView(kind.data(), static_cast<qsizetype>(kind.size())))
                    .arg(payload.size())
                    .toStdString();
        else
            out.reason = Tr::tr("Unknown binary data of %1 bytes; kept, not decoded.")
                             .arg(payload.size())
                             .toStdString();
        return true;
    }
};

} // namespace

std::unique_ptr<Convention> makeImage()
{
    return std::make_unique<Image>();
}

std::unique_ptr<Convention> makeBinary()
{
    return std::make_unique<Binary>();
}

} // namespace decode
