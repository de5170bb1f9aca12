// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/payloadview.h"

#include "models/base/visibletext.h"
#include "ui/explore/lineview.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QWidget *stacked(QWidget *note, QWidget *view)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, px(6), 0, 0);
    column->setSpacing(px(4));
    column->addWidget(note);
    column->addWidget(view, 1);
    return page;
}

} // namespace

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_tree(new QTreeView)
    , m_outline(new OutlineModel(this))
    , m_treeNote(new Label(QString(), Type::Second, Role::TextSecond))
    , m_decoded(new KeyedTable(
          {tr("Device"), tr("Signal"), tr("Value"), tr("Unit"), tr("Time"), tr("Note")}, this))
    , m_decodedView(new TableView)
    , m_decodedNote(new Label(QString(), Type::Second, Role::TextSecond))
    , m_text(new LineView)
    , m_hex(new LineView)
    , m_changes(new LineView)
    , m_image(new Label)
    , m_imageNote(new Label(QString(), Type::Second, Role::TextSecond))
    , m_properties(new KeyedTable({tr("Property"), tr("Value")}, this))
    , m_propertiesView(new TableView)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(u"payloadTabs"_s);
    m_tree->setModel(m_outline);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    m_tree->header()->setFont(typeFont(Type::Second));
    m_tree->setFrameShape(QFrame::NoFrame);
    auto *columns = new Columns(m_tree, m_tree->header());
    columns->watch(m_outline);
    columns->setWidths({220, 200, 100}, 1);
    m_tree->setAccessibleName(tr("Structure of the payload"));
    m_decodedNote->setElide(Qt::ElideRight);
    m_decoded->setNumberColumns({2});
    m_decodedView->setModel(m_decoded);
    m_decodedView->setColumnWidths({130, 170, 130, 60, 160, 90}, 1);
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setMinimumSize(1, 1);
    m_propertiesView->setModel(m_properties);
    m_propertiesView->setColumnWidths({180, 200}, 1);
    m_text->setAccessibleName(tr("Payload as text"));
    m_hex->setAccessibleName(tr("Payload in hex"));
    m_changes->setAccessibleName(tr("Changes since the message before"));
    m_tabs->addTab(stacked(m_treeNote, m_tree), tr("Structure"));
    m_tabs->addTab(stacked(m_decodedNote, m_decodedView), tr("Decoded"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->addTab(m_hex, tr("Hex"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->addTab(stacked(m_imageNote, m_image), tr("Image"));
    m_tabs->addTab(m_propertiesView, tr("Properties"));
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PayloadView::take);
}

PayloadView::~PayloadView()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void PayloadView::show(const PayloadInput &input)
{
    m_next = input;
    m_waiting = true;
    if (!m_running)
        start();
}

void PayloadView::clear()
{
    m_waiting = false;
    m_void = m_running;
    m_report.reset();
    m_outline->setOutline({});
    m_decoded->setRows({});
    m_properties->setRows({});
    for (LineView *view : {m_text, m_hex, m_changes})
        view->setLines({});
    m_image->setPixmap({});
    for (Label *note : {m_treeNote, m_decodedNote, m_imageNote})
        note->setText({});
}

void PayloadView::start()
{
    m_input = std::move(m_next);
    m_waiting = false;
    m_running = true;
    m_void = false;
    m_watcher.setFuture(QtConcurrent::run([input = m_input] { return inspect(input); }));
}

void PayloadView::take()
{
    m_running = false;
    if (!m_void) {
        m_report = m_watcher.result();
        showReport();
        Q_EMIT shown();
    }
    if (m_waiting)
        start();
}

void PayloadView::showReport()
{
    const std::shared_ptr<const Outline> outline = m_report->outline;
    m_outline->setOutline(outline);
    if (outline && outline->nodes.size() <= 500)
        m_tree->expandAll();
    m_tabs->setTabText(Structure, outline ? outline->format : tr("Structure"));
    m_treeNote->setVisible(!outline || outline->cut || outline->nodes.size() == 1);
    if (!outline)
        m_treeNote->setText(m_input.message.payload.isEmpty() ? tr("The payload is empty.")
                                                              : m_report->whyNoOutline);
    else if (outline->nodes.size() == 1)
        m_treeNote->setText(base::visibleText(QString::fromUtf8(outline->nodes[0].value)));
    else
        m_treeNote->setText(tr("A limit of the viewer was hit: the rest is in Text and Hex."));
    m_text->setLines(m_report->text);
    m_hex->setLines(m_report->hex);
    auto none = std::make_shared<FixedLines>();
    none->add(tr("There is no message before this one in memory."), Lines::Kind::Note);
    m_changes->setLines(m_report->diff ? m_report->diff : none);
    m_decodedNote->setText(m_report->decodedText);
    QList<KeyedRow> rows;
    for (const DecodedRow &row : m_report->decoded) {
        rows.append({QString::number(rows.size()),
                     {{.text = row.device},
                      {.text = row.signal},
                      {.text = row.value, .number = true},
                      {.text = row.unit, .role = Role::TextSecond},
                      {.text = row.time, .role = Role::TextSecond},
                      {.text = row.note, .role = Role::High}}});
    }
    m_decoded->setRows(rows);
    showImage();
    showProperties();
}

void PayloadView::showImage()
{
    m_imageNote->setText(m_report->imageText);
    const QImage &image = m_report->image;
    const QSize room = m_image->size().isEmpty() ? QSize(px(400), px(300)) : m_image->size();
    const bool larger = image.width() > room.width() || image.height() > room.height();
    m_image->setPixmap(image.isNull()
                           ? QPixmap()
                           : QPixmap::fromImage(larger ? image.scaled(room, Qt::KeepAspectRatio,
                                                                      Qt::SmoothTransformation)
                                                       : image));
}

void PayloadView::showProperties()
{
    const ingest::KeptMessage &message = m_input.message;
    QList<KeyedRow> rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        rows.append({QString::number(rows.size()),
                     {{.text = name, .role = Role::TextSecond}, {.text = value}}});
    };
    const auto text = [](const std::string &value) {
        return base::visibleText(std::string_view(value));
    };
    add(tr("Received"), format::dateTime(message.received));
    add(tr("Number in this session"), format::count(message.number));
    add(tr("Size"), format::bytes(message.fullSize));
    add(tr("QoS"), QString::number(message.qos));
    add(tr("Retained"), message.retain ? tr("yes") : tr("no"));
    if (message.properties) {
        const telemetry::MessageProperties &more = *message.properties;
        if (!more.contentType.empty())
            add(tr("Content type"), text(more.contentType));
        if (!more.responseTopic.empty())
            add(tr("Response topic"), text(more.responseTopic));
        if (!more.correlationData.empty())
            add(tr("Correlation data"),
                QString::fromLatin1(
                    QByteArray::fromStdString(more.correlationData).left(256).toHex(' ')));
        if (more.expirySeconds >= 0)
            add(tr("Expires after"), format::duration(more.expirySeconds * base::nsPerSecond));
        if (more.payloadFormat >= 0)
            add(tr("Payload format"), more.payloadFormat == 1 ? tr("UTF-8 text") : tr("bytes"));
        for (const auto &[name, value] : more.userProperties)
            add(text(name), text(value));
    }
    m_properties->setRows(rows);
}

} // namespace ui
