// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/mappingeditor.h"

#include "models/connect/connections.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Column { Topic, Decoder, Device, Signal, Time, Unit, Ignore, ColumnCount };

/// The decoder is chosen from a list.
class DecoderDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        box->addItem(QString());
        for (const std::string_view name : decode::Chain::decoderNames())
            box->addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentText(index.data().toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentText());
    }
};

} // namespace

MappingEditor::MappingEditor(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_remove(new QPushButton(icon(u"list-remove"_s), tr("Remove")))
    , m_note(new Label(QString(), Type::Second, Role::TextSecond))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    m_table->setObjectName(u"mappings"_s);
    m_table->setAccessibleName(tr("Mappings"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setHorizontalHeaderLabels({tr("Topic pattern"), tr("Decoder"), tr("Device"),
                                        tr("Signal"), tr("Time at"), tr("Unit"), tr("Ignore")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setFont(typeFont(Type::Second));
    auto *columns = new Columns(m_table, m_table->horizontalHeader());
    columns->watch(m_table->model());
    columns->setWidths({110, 60, 60, 60, 50, 40, 40}, Topic);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight() + px(2));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegateForColumn(Decoder, new DecoderDelegate(m_table));
    m_table->setToolTip(tr("Device and signal may use {3} for the third level of the topic and "
                           "{/a/b} for the JSON member at that pointer."));
    const auto fit = [this] {
        const int shown = std::clamp(m_table->rowCount(), 0, 8);
        m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                                + shown * (rowHeight() + px(2)) + 2);
        m_table->setVisible(shown > 0);
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_table->model(), signal, this, fit);
    fit();
    all->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    auto *add = new QPushButton(icon(u"list-add"_s), tr("Add a mapping"));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    m_note->setElide(Qt::ElideRight);
    buttons->addWidget(m_note, 1);
    all->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        decode::Mapping fresh;
        fresh.topicFilter = u"+/#"_s;
        addRow(fresh);
        m_table->setCurrentCell(m_table->rowCount() - 1, Topic);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        save();
    });
    connect(m_table, &QTableWidget::cellChanged, this, &MappingEditor::save);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
    m_remove->setEnabled(false);
}

void MappingEditor::setConnection(const QString &id)
{
    m_id = id;
    m_note->setText(QString());
    show(m_console.connections->profile(id).mappings);
}

void MappingEditor::show(const std::vector<decode::Mapping> &mappings)
{
    m_filling = true;
    m_table->setRowCount(0);
    for (const decode::Mapping &mapping : mappings)
        addRow(mapping);
    m_filling = false;
}

void MappingEditor::addRow(const decode::Mapping &mapping)
{
    const bool filling = m_filling;
    m_filling = true;
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList texts{mapping.topicFilter,
                            mapping.decoder,
                            mapping.device,
                            mapping.signal,
                            mapping.timePointer,
                            mapping.unit,
                            {}};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        if (column == Ignore) {
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(mapping.ignore ? Qt::Checked : Qt::Unchecked);
        }
        m_table->setItem(row, column, item);
    }
    m_filling = filling;
}

std::vector<decode::Mapping> MappingEditor::mappings() const
{
    std::vector<decode::Mapping> out;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto text = [this, row](int column) {
            return m_table->item(row, column)->text().trimmed();
        };
        if (text(Topic).isEmpty())
            continue;
        out.push_back({text(Topic), text(Decoder), text(Device), text(Signal), text(Time),
                       text(Unit), m_table->item(row, Ignore)->checkState() == Qt::Checked});
    }
    return out;
}

void MappingEditor::save()
{
    if (m_filling || m_id.isEmpty())
        return;
    connect::mqtt::Profile profile = m_console.connections->profile(m_id);
    if (profile.id.isEmpty())
        return;
    profile.mappings = mappings();
    const auto saved = m_console.connections->save(profile);
    m_note->setText(saved ? tr("Saved; holds for messages from now on.") : saved.error().text);
    m_note->setRole(saved ? Role::TextSecond : Role::Critical);
}

} // namespace ui
