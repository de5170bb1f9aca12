// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/pipeline.h"
#include "ui/widgets/console.h"
#include "ui/widgets/scope.h"

#include <QSet>

#include <optional>
#include <vector>

namespace ui {

/// Devices of the console's scope; none: all of them. Asked for a few times a second at most, since
/// devices learn their sites while they talk.
using ScopedDevices = std::optional<QSet<quint32>>;

inline bool inScope(const Console &console, const devices::DeviceRecord &device)
{
    return !console.scope || console.scope->isAll()
        || console.scope->covers(device.site,
                                 console.pipeline->catalogue().source(device.source).key);
}

inline ScopedDevices scopedDevices(const Console &console)
{
    if (!console.scope || console.scope->isAll())
        return {};
    QSet<quint32> out;
    for (const devices::DeviceRecord &device : console.pipeline->devices().records()) {
        if (inScope(console, device))
            out.insert(device.id);
    }
    return out;
}

} // namespace ui
