// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/training.h"

namespace fleet {

namespace {

struct Truth
{
    int label;
    int condition;
    double severity;
};

Truth draw(Random &random, int row, int classes, TrainingRange range)
{
    const int label = row % classes;
    const int fault = 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(classes - 1)));
    const bool field = range == TrainingRange::Field;
    if (label == 0) // nothing is perfectly healthy: a little of some fault belongs to "ok"
        return {0, fault, random.uniform(0, field ? 0.18 : 0.05)};
    return {label, label, random.uniform(field ? 0.42 : 0.8, 1)};
}

} // namespace

void writeTrainingData(MachineKind kind, int rows, std::uint64_t seed, TrainingRange range,
                       std::FILE *out)
{
    const double breadth = range == TrainingRange::Field ? 1 : 0.3;
    Random random(seed);
    std::vector<float> features;
    for (int row = 0; row < rows; ++row) {
        const auto machine = makeMachine(kind, random.bits());
        const Truth truth = draw(random, row, static_cast<int>(machine->classes().size()), range);
        machine->setCondition(truth.condition, truth.severity);
        machine->settle(breadth);
        machine->step(1, 43'200 + breadth * random.uniform(-43'200, 43'200));
        std::vector<Measured> measured(machine->quantities().size());
        machine->read(measured);
        machine->features(measured, features);
        for (std::size_t i = 0; row == 0 && i < features.size(); ++i)
            std::fprintf(out, "f%zu,", i);
        if (row == 0)
            std::fputs("label\n", out);
        for (const float feature : features)
            std::fprintf(out, "%.9g,", static_cast<double>(feature));
        std::fprintf(out, "%d\n", truth.label);
    }
}

} // namespace fleet
