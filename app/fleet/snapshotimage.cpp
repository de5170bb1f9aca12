// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/snapshotimage.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

namespace fleet {

namespace {

/// Bilinear, edges repeated.
float at(std::span<const float> picture, int side, double x, double y)
{
    const int x0 = std::clamp(static_cast<int>(x), 0, side - 1);
    const int y0 = std::clamp(static_cast<int>(y), 0, side - 1);
    const int x1 = std::min(x0 + 1, side - 1);
    const int y1 = std::min(y0 + 1, side - 1);
    const auto value = [=](int px, int py) {
        return picture[static_cast<std::size_t>(py * side + px)];
    };
    const auto fx = static_cast<float>(std::clamp(x - x0, 0.0, 1.0));
    const auto fy = static_cast<float>(std::clamp(y - y0, 0.0, 1.0));
    return std::lerp(std::lerp(value(x0, y0), value(x1, y0), fx),
                     std::lerp(value(x0, y1), value(x1, y1), fx), fy);
}

} // namespace

std::string encodeJpeg(std::span<const float> picture, int zoom)
{
    const int side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(picture.size()))));
    if (side <= 0 || zoom <= 0
        || picture.size() != static_cast<std::size_t>(side) * static_cast<std::size_t>(side))
        return {};
    const int size = side * zoom;
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{}; // the default handlers end the program: only out of memory gets there
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *memory = nullptr;
    unsigned long bytes = 0;
    jpeg_mem_dest(&jpeg, &memory, &bytes);
    jpeg.image_width = static_cast<JDIMENSION>(size);
    jpeg.image_height = static_cast<JDIMENSION>(size);
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 80, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<JSAMPLE> line(static_cast<std::size_t>(size));
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const float grey = at(picture, side, (x + 0.5) / zoom - 0.5, (y + 0.5) / zoom - 0.5);
            line[static_cast<std::size_t>(x)] =
                static_cast<JSAMPLE>(std::clamp(grey, 0.0f, 1.0f) * 255 + 0.5f);
        }
        JSAMPROW rows[] = {line.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<const char *>(memory), bytes);
    jpeg_destroy_compress(&jpeg);
    std::free(memory);
    return out;
}

} // namespace fleet
