// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/console.h"

#include <QIcon>
#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace ui {

/// Where a page should go: "open this device on Telemetry". Empty fields are not given.
struct Destination
{
    QString page = {}; ///< Page::key() of the page
    quint32 device = UINT32_MAX;
    quint32 signal = UINT32_MAX;
    QString connection = {}; ///< profile id
    QString topic = {};
    QString text = {}; ///< search text, or what the page understands
};

/// One page of the console. The shell owns it, shows its title and answer above it, calls refresh()
/// on the display tick while it is visible, and offers its actions in menus and the palette.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const Console &console, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_console(console)
    {
    }

    /// Parts of a page that lose focus or selection while they are deleted speak to it no more.
    ~Page() override
    {
        for (QObject *part : findChildren<QObject *>())
            part->disconnect(this);
    }

    virtual QString key() const = 0; ///< "overview": stable, for settings and --tour
    virtual QString title() const = 0; ///< translated
    virtual QString iconName() const = 0; ///< Breeze icon name
    /// What stands in large letters above the page: its title, or its answer in a few words.
    virtual QString headline() const { return title(); }
    /// The page's one-sentence answer, plain text; asked for on each tick.
    virtual QString answer() const = 0;
    /// Takes new data; called on the display tick (Setting::DisplayRateHz) only while visible. Must
    /// return within a few ms.
    virtual void refresh() = 0;
    /// Actions for the page's header, menu and the command palette; with text, shortcut and
    /// tooltip.
    virtual QList<QAction *> pageActions() const { return {}; }
    /// Shows what the destination names; false when the page does not know it.
    virtual bool go(const Destination &) { return true; }
    /// Things Ctrl+K finds on this page for the given words (devices, signals, topics): at most 20.
    struct Found
    {
        QString text;
        QString detail;
        Destination destination;
    };
    virtual QList<Found> find(const QString &) const { return {}; }

Q_SIGNALS:
    /// Asks the shell to open another page.
    void wanted(const ui::Destination &destination);

protected:
    const Console m_console;
};

} // namespace ui
