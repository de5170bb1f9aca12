// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findindex.h"

#include "models/base/visibletext.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// 0: a word is missing. Devices come before signals of the same quality.
int score(std::string_view text, const std::vector<std::string> &words, bool isSignal)
{
    int total = 0;
    for (const std::string &word : words) {
        const size_t at = text.find(word);
        if (at == std::string_view::npos)
            return 0;
        const bool boundary = at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]));
        total += at == 0 ? 400 : boundary ? 300 : 200;
    }
    total -= static_cast<int>(std::min<size_t>(text.size(), 100)) / 2;
    return std::max(1, total - (isSignal ? 10 : 0));
}

} // namespace

FindIndex::FindIndex(telemetry::Catalogue &catalogue)
    : m_catalogue(catalogue)
{
}

void FindIndex::grow()
{
    for (const telemetry::DeviceInfo &device : m_catalogue.devicesFrom(m_devices)) {
        m_deviceNames.push_back(device.name);
        add(device.name, false, device.id);
        ++m_devices;
    }
    if (m_catalogue.signalCount() == m_signals)
        return;
    for (const telemetry::SignalInfo &signal : m_catalogue.signalsFrom(m_signals)) {
        const QString device =
            signal.device < m_deviceNames.size() ? m_deviceNames[signal.device] : QString();
        add(device + u" / "_s + signal.name, true, signal.id);
        ++m_signals;
    }
}

void FindIndex::add(const QString &text, bool isSignal, quint32 id)
{
    const QByteArray lower = text.toLower().toUtf8();
    m_entries.push_back({static_cast<quint32>(m_text.size()),
                         static_cast<quint32>(lower.size()) & 0x7FFFFFFFu, isSignal ? 1u : 0u, id});
    m_text.append(lower.constData(), static_cast<size_t>(lower.size()));
}

std::vector<FindIndex::Hit> FindIndex::find(const QString &words, size_t limit)
{
    grow();
    std::vector<std::string> wanted;
    for (const QString &word : words.toLower().split(u' ', Qt::SkipEmptyParts))
        wanted.push_back(word.toStdString());
    std::vector<Hit> hits;
    if (wanted.empty())
        return hits;
    const std::string_view all(m_text);
    for (const Entry &entry : m_entries) {
        const int found = score(all.substr(entry.offset, entry.size), wanted, entry.isSignal);
        if (found > 0)
            hits.push_back({found, entry.isSignal != 0, entry.id});
    }
    const auto better = [](const Hit &a, const Hit &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    };
    const size_t kept = std::min(limit, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                      better);
    hits.resize(kept);
    return hits;
}

Page::Found FindIndex::describe(const Hit &hit) const
{
    Page::Found out;
    if (hit.isSignal) {
        const telemetry::SignalInfo signal = m_catalogue.signal(hit.id);
        const QString device = m_catalogue.device(signal.device).name;
        out.text = base::visibleText(QString(device + u" / "_s + signal.name));
        out.detail = base::visibleText(signal.unit);
        out.destination = {.page = u"telemetry"_s, .device = signal.device, .signal = hit.id};
    } else {
        out.text = base::visibleText(m_catalogue.device(hit.id).name);
        out.destination = {.page = u"devices"_s, .device = hit.id};
    }
    return out;
}

} // namespace ui
