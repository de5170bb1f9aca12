// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/payloadreport.h"

#include <QFutureWatcher>
#include <QTabWidget>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QTreeView;
QT_END_NAMESPACE

namespace ui {

class KeyedTable;
class Label;
class LineView;
class TableView;

/// One payload from all sides: structure, decoded samples, text, hex, image, what changed,
/// properties. The work is done on another thread; a newer payload voids an older one.
class PayloadView final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Structure, Decoded, Text, Hex, Changes, Image, Properties };

    explicit PayloadView(QWidget *parent = nullptr);
    ~PayloadView() override;

    /// Takes the newest when the one before is done: at 1 MiB ten times a second none queue up.
    void show(const PayloadInput &input);
    void clear();
    const PayloadReport *report() const { return m_report.get(); }
    QTabWidget *tabs() const { return m_tabs; }
    bool busy() const { return m_running; }

Q_SIGNALS:
    void shown(); ///< a report is on screen

private:
    void start();
    void take();
    void showReport();
    void showProperties();
    void showImage();

    QFutureWatcher<std::shared_ptr<const PayloadReport>> m_watcher;
    std::shared_ptr<const PayloadReport> m_report;
    PayloadInput m_input;
    PayloadInput m_next;
    bool m_waiting = false;
    bool m_running = false;
    bool m_void = false; ///< what runs is no longer wanted

    QTabWidget *m_tabs;
    QTreeView *m_tree;
    OutlineModel *m_outline;
    Label *m_treeNote;
    KeyedTable *m_decoded;
    TableView *m_decodedView;
    Label *m_decodedNote;
    LineView *m_text;
    LineView *m_hex;
    LineView *m_changes;
    Label *m_image;
    Label *m_imageNote;
    KeyedTable *m_properties;
    TableView *m_propertiesView;
};

} // namespace ui
