// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/surface.h"

#include <algorithm>

namespace fleet {

namespace {

enum Index { Brightness, Contrast, Sharpness, Parts, Count };

using K = Quantity::Kind;
constexpr std::array<Quantity, Count> table{{
    {"image", "brightness", "brightness", "%", "", "", 2, 20, K::Real},
    {"image", "contrast", "contrast", "%", "", "", 2, 5, K::Real},
    {"image", "sharpness", "sharpness", "%", "", "", 3, 5, K::Real},
    {"line", "parts", "parts", "", "count", "", 0, 1, K::Counter},
}};
constexpr std::array<std::string_view, 4> classNames{"good", "scratch", "pit", "stain"};
constexpr auto width = static_cast<int>(Surface::side);

} // namespace

Surface::Surface(std::uint64_t seed)
    : Machine(seed)
    , m_parts(static_cast<std::int64_t>(m_random.below(900'000)))
{
    settle(1);
}

std::span<const Quantity> Surface::quantities() const
{
    return table;
}

std::size_t Surface::primary() const
{
    return Brightness;
}

std::span<const std::string_view> Surface::classes() const
{
    return classNames;
}

std::vector<std::string_view> Surface::featureNames() const
{
    return std::vector<std::string_view>(side * side, "pixel");
}

void Surface::settle(double breadth)
{
    m_range = breadth;
    m_lamp.set(breadth * m_random.normal());
    paint();
}

float *Surface::pixel(int x, int y)
{
    return x >= 0 && y >= 0 && x < width && y < width
        ? &m_pixels[static_cast<std::size_t>(y * width + x)]
        : nullptr;
}

void Surface::scratch(double depth)
{
    const double angle = m_random.uniform(0.25, std::numbers::pi - 0.25);
    const double length = m_random.uniform(12, 26);
    const double x0 = m_random.uniform(8, 24);
    const double y0 = m_random.uniform(8, 24);
    for (double s = -length / 2; s < length / 2; s += 0.4) {
        const int x = static_cast<int>(x0 + s * std::cos(angle));
        const int y = static_cast<int>(y0 + s * std::sin(angle));
        if (float *p = pixel(x, y))
            *p += static_cast<float>(0.12 * depth * m_random.uniform(0.6, 1.0));
    }
}

void Surface::pit(double depth)
{
    const double x0 = m_random.uniform(5, 27);
    const double y0 = m_random.uniform(5, 27);
    const double radius = m_random.uniform(1.6, 3.2);
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            const double far = std::hypot(x - x0, y - y0) / radius;
            *pixel(x, y) -= static_cast<float>(0.42 * depth * std::exp(-far * far));
        }
    }
}

void Surface::stain(double depth)
{
    const double x0 = m_random.uniform(8, 24);
    const double y0 = m_random.uniform(8, 24);
    const double wide = m_random.uniform(6, 10);
    const double high = m_random.uniform(5, 9);
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            const double far = std::hypot((x - x0) / wide, (y - y0) / high);
            *pixel(x, y) -= static_cast<float>(0.2 * depth / (1 + std::exp(6 * (far - 1))));
        }
    }
}

void Surface::paint()
{
    const double light = m_light + 0.03 * m_lamp.value();
    for (int y = 0; y < width; ++y) {
        double grain = 0; // brushing runs along x: neighbours in a row belong together
        const double row = 0.02 * m_random.normal();
        for (int x = 0; x < width; ++x) {
            grain = 0.8 * grain + 0.02 * m_random.normal();
            *pixel(x, y) = static_cast<float>(light + row + grain + 0.012 * m_random.normal());
        }
    }
    const double depth = m_severity;
    switch (m_shown) {
    case 1:
        scratch(depth);
        break;
    case 2:
        pit(depth);
        break;
    case 3:
        stain(depth);
        break;
    default:
        break;
    }
    for (float &p : m_pixels)
        p = std::clamp(p, 0.0f, 1.0f);
}

void Surface::step(double dt, double)
{
    m_lamp.step(dt, m_random);
    ++m_parts;
    m_shown = m_condition;
    paint();
}

void Surface::read(std::span<Measured> out)
{
    double sum = 0;
    double square = 0;
    double edges = 0;
    for (std::size_t i = 0; i < m_pixels.size(); ++i) {
        const auto p = static_cast<double>(m_pixels[i]);
        sum += p;
        square += p * p;
        if (i % side != 0)
            edges += std::abs(p - static_cast<double>(m_pixels[i - 1]));
    }
    const double count = static_cast<double>(m_pixels.size());
    const double mean = sum / count;
    out[Brightness].real = 100 * mean;
    out[Contrast].real = 100 * std::sqrt(std::max(0.0, square / count - mean * mean));
    out[Sharpness].real = 100 * edges / count;
    out[Parts].counter = m_parts;
}

void Surface::features(std::span<const Measured> measured, std::vector<float> &out)
{
    // A fouled lens or a failing lamp shifts every pixel as it shifts the mean.
    double sum = 0;
    for (const float p : m_pixels)
        sum += static_cast<double>(p);
    const double shift =
        measured[Brightness].real / 100 - sum / static_cast<double>(m_pixels.size());
    out.assign(m_pixels.begin(), m_pixels.end());
    for (float &p : out)
        p = std::clamp(p + static_cast<float>(shift), 0.0f, 1.0f);
}

} // namespace fleet
