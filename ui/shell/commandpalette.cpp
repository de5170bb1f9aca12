// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/palettemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Icon, text, quiet detail; kind and keys at the far side.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, px(30)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            painter->fillRect(option.rect, colour(Role::Raised));
        const auto visual = [&option](const QRect &r) {
            return QStyle::visualRect(option.direction, option.rect, r);
        };
        const QRect all = option.rect.adjusted(px(14), 0, -px(14), 0);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, visual(QRect(all.left(), all.center().y() - px(8), px(16), px(16))));
        const int lead = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)
                                          | Qt::AlignVCenter);
        const int trail = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight)
                                           | Qt::AlignVCenter);
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        const QString side = keys.isEmpty() ? index.data(PaletteModel::KindRole).toString() : keys;
        painter->setFont(typeFont(Type::Second));
        painter->setPen(colour(Role::TextSecond));
        painter->drawText(visual(all), trail, side);
        const int sideWidth = painter->fontMetrics().horizontalAdvance(side) + px(12);
        QRect room = all.adjusted(px(28), 0, -sideWidth, 0);
        painter->setFont(typeFont(Type::Base, selected));
        painter->setPen(colour(Role::Text));
        const QString text = painter->fontMetrics().elidedText(index.data().toString(),
                                                               Qt::ElideMiddle, room.width());
        painter->drawText(visual(room), lead, text);
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(text) + px(10));
        painter->setFont(typeFont(Type::Base));
        painter->setPen(colour(Role::TextSecond));
        painter->drawText(visual(room), lead, index.data(PaletteModel::DetailRole).toString());
    }
};

} // namespace

CommandPalette::CommandPalette(MainWindow *window)
    : QFrame(window)
    , m_window(window)
    , m_edit(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new Label(tr("Nothing has these words."), Type::Base, Role::TextSecond))
    , m_model(new PaletteModel(window, this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Search or do"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(px(10), px(10), px(10), px(10));
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setPlaceholderText(tr("Page, device, signal, topic, setting or action"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->addAction(icon(u"edit-find"_s, Role::TextSecond), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    all->addWidget(m_edit);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Found"));
    all->addWidget(m_list, 1);
    m_nothing->setContentsMargins(px(14), px(4), px(14), px(4));
    all->addWidget(m_nothing);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->search(text);
        m_list->setCurrentIndex(m_model->index(0));
        place();
    });
    connect(m_list, &QListView::clicked, this, [this] { accept(); });
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QString &text)
{
    m_edit->setText(text);
    m_model->search(text);
    m_list->setCurrentIndex(m_model->index(0));
    place();
    show();
    raise();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const int width = qMin(px(680), m_window->width() - px(40));
    const int rows = m_model->rowCount();
    m_nothing->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    const int wanted = m_edit->sizeHint().height() + px(36) + qMax(1, rows) * px(30);
    const int height = qMin(qMin(px(460), wanted), m_window->height() - px(80));
    setGeometry((m_window->width() - width) / 2, px(44), width, height);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    const bool press = event->type() == QEvent::KeyPress;
    const int row = m_list->currentIndex().row();
    const auto select = [this](int to) {
        m_list->setCurrentIndex(m_model->index(qBound(0, to, qMax(0, m_model->rowCount() - 1))));
    };
    switch (key->key()) {
    case Qt::Key_Escape:
        key->accept();
        if (press)
            m_window->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (press)
            accept();
        return press;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (press)
            select(row + (key->key() == Qt::Key_Down ? 1 : -1));
        return press;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (press)
            select(row + (key->key() == Qt::Key_PageDown ? 10 : -10));
        return press;
    default:
        return false;
    }
}

void CommandPalette::accept()
{
    const QPersistentModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    m_model->run(chosen);
    dismiss();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (Page *page = m_window->page(); page && !m_window->focusWidget())
        page->setFocus();
}

void CommandPalette::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    dismiss();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    painter.setPen(QPen(colour(Role::Line), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
