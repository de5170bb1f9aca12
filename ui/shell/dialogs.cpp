// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs.h"

#include "ui/widgets/filteredit.h"
#include "ui/widgets/glossary.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QFile>
#include <QStandardItemModel>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Dialogs)
};

QDialog *newWindow(QWidget *parent, const QString &name, const QString &title, const QSize &size)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(px(size.width()), px(size.height()));
    new QVBoxLayout(dialog);
    return dialog;
}

/// A filter line and a table of texts, two columns.
void addList(QDialog *dialog, QStandardItemModel *model, int firstWidth)
{
    model->setParent(dialog);
    auto *table = new TableView;
    auto *filter = new FilterEdit;
    filter->setTarget(table);
    TableFilter *rows = table->setLiveModel(model);
    table->setColumnWidths({firstWidth});
    QObject::connect(filter, &FilterEdit::filterChanged, rows, &TableFilter::setFilterText);
    dialog->layout()->addWidget(filter);
    dialog->layout()->addWidget(table);
    filter->setFocus();
}

void addRow(QStandardItemModel *model, const QString &first, const QString &second)
{
    auto *name = new QStandardItem(first);
    auto *text = new QStandardItem(second);
    text->setToolTip(u"<p>"_s + second.toHtmlEscaped() + u"</p>"_s);
    model->appendRow({name, text});
}

} // namespace

void showGlossary(QWidget *parent)
{
    QDialog *dialog = newWindow(parent, u"glossary"_s, Words::tr("Glossary"), {860, 560});
    auto *model = new QStandardItemModel(0, 2);
    model->setHorizontalHeaderLabels({Words::tr("Word"), Words::tr("Meaning")});
    for (const Term &term : glossary())
        addRow(model, term.word, term.meaning);
    addList(dialog, model, 180);
    dialog->show();
}

void showShortcuts(QWidget *parent, const QList<QAction *> &actions)
{
    QDialog *dialog =
        newWindow(parent, u"shortcuts"_s, Words::tr("Keyboard shortcuts"), {560, 600});
    auto *model = new QStandardItemModel(0, 2);
    model->setHorizontalHeaderLabels({Words::tr("Action"), Words::tr("Keys")});
    addRow(model, Words::tr("Open a page of the navigation"), u"Ctrl+1 … Ctrl+9"_s);
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            addRow(model, action->text().remove(u'&'),
                   action->shortcut().toString(QKeySequence::NativeText));
    }
    addRow(model, Words::tr("Copy rows of a table as CSV"), u"Ctrl+C"_s);
    addRow(model, Words::tr("Clear a filter, close a panel"), u"Esc"_s);
    addList(dialog, model, 340);
    dialog->show();
}

void showAbout(QWidget *parent)
{
    QDialog *dialog = newWindow(parent, u"about"_s, Words::tr("About Pilothouse"), {640, 560});
    auto *name = new Label(u"Pilothouse "_s + QLatin1StringView(PILOTHOUSE_VERSION), Type::Page,
                           Role::Text, true);
    auto *what = new Label(
        Words::tr("An operations console for fleets of devices that think. Free software under the "
                  "GNU General Public License, version 3 or later; there is no warranty."));
    what->setWordWrap(true);
    auto *text = new QTextBrowser;
    QFile licences(u":/help/licences.md"_s);
    if (licences.open(QIODevice::ReadOnly))
        text->setMarkdown(QString::fromUtf8(licences.readAll()));
    text->setOpenExternalLinks(true);
    text->setAccessibleName(Words::tr("Licences of the libraries"));
    dialog->layout()->addWidget(name);
    dialog->layout()->addWidget(what);
    dialog->layout()->addWidget(text);
    dialog->show();
}

} // namespace ui
