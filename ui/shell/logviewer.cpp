// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/log.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QBoxLayout>
#include <QDialog>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The ring of the log, as far as it was when refresh() was called.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void refresh()
    {
        const QVector<base::LogLine> lines = base::recentLog();
        if (lines.size() == m_lines.size()
            && (lines.isEmpty() || lines.last().timeMs == m_lines.last().timeMs))
            return;
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
    }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 4; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return QStringList{tr("Time"), tr("Level"), tr("Part"), tr("Text")}.value(section);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const base::LogLine &line = m_lines[index.row()];
        if (role == Qt::ForegroundRole && index.column() == 1 && line.type != QtDebugMsg
            && line.type != QtInfoMsg)
            return colour(line.type == QtWarningMsg ? Role::High : Role::Critical);
        if (role == Qt::ToolTipRole && index.column() == 3)
            return QString(u"<p>"_s + line.text.toHtmlEscaped() + u"</p>"_s);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 0:
            return format::clock(line.timeMs * base::nsPerMs);
        case 1:
            return level(line.type);
        case 2:
            return line.category;
        default:
            return line.text;
        }
    }

private:
    static QString level(QtMsgType type)
    {
        switch (type) {
        case QtDebugMsg:
            return tr("detail");
        case QtInfoMsg:
            return tr("note");
        case QtWarningMsg:
            return tr("warning");
        case QtCriticalMsg:
        case QtFatalMsg:
            break;
        }
        return tr("error");
    }

    QVector<base::LogLine> m_lines;
};

} // namespace

void showLog(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"log"_s);
    dialog->setWindowTitle(LogModel::tr("Log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(px(980), px(560));
    auto *all = new QVBoxLayout(dialog);
    auto *filter = new FilterEdit(LogModel::tr("Filter, for example level:warning"));
    auto *table = new TableView;
    auto *model = new LogModel(dialog);
    filter->setTarget(table);
    TableFilter *rows = table->setLiveModel(model);
    QObject::connect(filter, &FilterEdit::filterChanged, rows, &TableFilter::setFilterText);
    table->setColumnWidths({80, 80, 160});
    all->addWidget(filter);
    all->addWidget(table);
    const auto refresh = [model, table] {
        const QScrollBar *bar = table->verticalScrollBar();
        const bool atEnd = bar->value() >= bar->maximum();
        model->refresh();
        if (atEnd)
            table->scrollToBottom();
    };
    auto *timer = new QTimer(dialog);
    QObject::connect(timer, &QTimer::timeout, model, refresh);
    timer->start(1'000);
    refresh();
    dialog->show();
}

} // namespace ui

#include "logviewer.moc"
