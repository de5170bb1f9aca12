// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popups.h"

#include "models/ingest/pipeline.h"
#include "ui/connect/ledgertable.h"
#include "ui/shell/popup.h"
#include "ui/shell/shell.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QFile>
#include <QFormLayout>
#include <QPushButton>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sourcesShown = 4;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Popups)
};

/// Names and figures of the sources, the busiest first, and all together last.
std::pair<QStringList, std::vector<ingest::LedgerFigures>> ledgers(const Console &console)
{
    QStringList names;
    std::vector<ingest::LedgerFigures> figures;
    for (const telemetry::SourceInfo &source : console.pipeline->catalogue().sources()) {
        if (names.size() == sourcesShown)
            break;
        names.append(source.name);
        figures.push_back(console.pipeline->ledger(source.id));
    }
    names.append(Words::tr("All"));
    figures.push_back(console.pipeline->totals());
    return {names, figures};
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QString milliseconds(double ms)
{
    return Words::tr("%1 ms").arg(format::fixed(ms, 1));
}

} // namespace

void showLedger(Shell *shell, QWidget *anchor)
{
    auto *popup = new Popup(Words::tr("What became of every message since the start"), anchor);
    auto *table = new LedgerTable(true, popup);
    popup->body()->addWidget(table);
    popup->body()->addWidget(new Label(
        Words::tr(
            "received = decoded + kept + undecodable + ignored; what was dropped never entered."),
        Type::Second, Role::TextSecond));
    auto *copy = new QPushButton(icon(u"edit-copy"_s), Words::tr("Copy"));
    popup->head()->addWidget(copy);
    QObject::connect(copy, &QPushButton::clicked, table,
                     [table] { QApplication::clipboard()->setText(table->asCsv()); });
    const auto refresh = [shell, table] {
        const auto [names, figures] = ledgers(shell->console());
        table->setColumns(names);
        table->setFigures(figures);
    };
    refresh();
    QObject::connect(&shell->tick(), &DisplayTick::ticked, table, refresh);
    popup->openAtAnchor();
}

void showPerformance(Shell *shell, QWidget *anchor)
{
    auto *popup = new Popup(Words::tr("Performance of the display"), anchor);
    popup->setObjectName(u"performancePopup"_s);
    auto *form = new QFormLayout;
    popup->body()->addLayout(form);
    const auto row = [form](const QString &name) {
        auto *value = new Label;
        value->setMinimumWidth(px(220));
        form->addRow(new Label(name, Type::Base, Role::TextSecond), value);
        return value;
    };
    Label *refreshLabel = row(Words::tr("Pages take data"));
    Label *whole = row(Words::tr("... and are painted"));
    Label *interval = row(Words::tr("Tick to tick, 99 %"));
    Label *memory = row(Words::tr("Memory"));
    Label *series = row(Words::tr("Samples in memory"));
    const auto refresh = [=] {
        const TickStatistics s = shell->tickStatistics();
        const QString spread = Words::tr("median %1, 99 % %2, worst %3");
        refreshLabel->setText(spread.arg(milliseconds(s.refreshP50), milliseconds(s.refreshP99),
                                         milliseconds(s.refreshMax)));
        whole->setText(spread.arg(milliseconds(s.wholeP50), milliseconds(s.wholeP99),
                                  milliseconds(s.wholeMax)));
        interval->setText(milliseconds(s.intervalP99));
        memory->setText(format::bytes(static_cast<quint64>(residentBytes())));
        series->setText(format::bytes(shell->console().pipeline->series().bytes()));
    };
    refresh();
    QObject::connect(&shell->tick(), &DisplayTick::ticked, popup, refresh);
    popup->openAtAnchor();
}

} // namespace ui
