// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/publishpanel.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Form { TextForm, HexForm, FileForm };
constexpr qint64 largestFile = 16 << 20;

} // namespace

PublishPanel::PublishPanel(connect::Connections *connections, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_topic(new QLineEdit)
    , m_form(new QComboBox)
    , m_payload(new QPlainTextEdit)
    , m_qos(new QComboBox)
    , m_retain(new QCheckBox(tr("Retain")))
    , m_contentType(new QLineEdit)
    , m_responseTopic(new QLineEdit)
    , m_userProperties(new QPlainTextEdit)
    , m_history(new QComboBox)
    , m_send(new QPushButton(tr("Publish…")))
    , m_state(new Label(QString(), Type::Second, Role::TextSecond))
{
    m_topic->setObjectName(u"publishTopic"_s);
    m_payload->setObjectName(u"publishPayload"_s);
    m_send->setObjectName(u"publishSend"_s);
    m_form->addItems({tr("Text"), tr("Hex"), tr("File…")});
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_payload->setTabChangesFocus(true);
    m_payload->setMaximumHeight(px(90));
    m_userProperties->setTabChangesFocus(true);
    m_userProperties->setMaximumHeight(px(44));
    m_userProperties->setPlaceholderText(tr("name: value, one a line"));
    m_state->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, px(6), 0, 0);
    form->setVerticalSpacing(px(6));
    form->addRow(tr("Topic"), m_topic);
    auto *options = new QHBoxLayout;
    options->addWidget(m_form);
    options->addWidget(m_qos);
    options->addWidget(m_retain);
    options->addStretch(1);
    form->addRow(tr("Payload"), options);
    form->addRow(QString(), m_payload);
    form->addRow(tr("Content type"), m_contentType);
    form->addRow(tr("Response topic"), m_responseTopic);
    form->addRow(tr("User properties"), m_userProperties);
    form->addRow(tr("Published before"), m_history);
    auto *send = new QHBoxLayout;
    send->addWidget(m_state, 1);
    send->addWidget(m_send);
    form->addRow(send);
    m_history->addItem(tr("Nothing in this session"));
    m_history->setEnabled(false);
    connect(m_send, &QPushButton::clicked, this, &PublishPanel::ask);
    connect(m_form, &QComboBox::activated, this, [this](int index) {
        if (index == FileForm)
            takeFile();
        m_payload->setReadOnly(index == FileForm);
    });
    connect(m_history, &QComboBox::activated, this, [this](int index) {
        if (index >= m_last.size())
            return;
        m_topic->setText(m_last[index].topic);
        setPayload(m_last[index].payload);
    });
    updateState();
}

void PublishPanel::setTarget(const QString &connection, const QString &topic)
{
    m_connection = connection;
    m_topic->setText(topic);
    updateState();
}

void PublishPanel::setPayload(const QByteArray &payload)
{
    const bool text = QString::fromUtf8(payload).toUtf8() == payload && !payload.contains('\0');
    m_form->setCurrentIndex(text ? TextForm : HexForm);
    m_payload->setReadOnly(false);
    m_payload->setPlainText(text ? QString::fromUtf8(payload)
                                 : QString::fromLatin1(payload.toHex(' ')));
}

void PublishPanel::updateState()
{
    const connect::mqtt::Profile profile =
        m_connections ? m_connections->profile(m_connection) : connect::mqtt::Profile();
    const bool known = !profile.id.isEmpty();
    m_send->setEnabled(known && !profile.readOnly);
    if (!known)
        m_state->setText(tr("Choose a topic of a live connection first."));
    else if (profile.readOnly)
        m_state->setText(tr("%1 is read-only. The switch is on the Connections page.")
                             .arg(base::visibleText(profile.name)));
    else
        m_state->setText({});
}

base::Result<connect::PublishRequest> PublishPanel::request() const
{
    connect::PublishRequest out;
    out.topic = m_topic->text();
    if (out.topic.isEmpty() || out.topic.contains(u'+') || out.topic.contains(u'#')
        || out.topic.contains(QChar(0)))
        return base::failure(tr("A message needs a topic without + and #."));
    if (m_form->currentIndex() == HexForm) {
        QByteArray hex = m_payload->toPlainText().toLatin1();
        hex.replace(' ', "").replace('\n', "");
        out.payload = QByteArray::fromHex(hex);
        if (out.payload.toHex() != hex.toLower())
            return base::failure(tr("The payload is not hex: pairs of 0-9 and a-f are expected."));
    } else {
        out.payload =
            m_form->currentIndex() == FileForm ? m_file : m_payload->toPlainText().toUtf8();
    }
    out.qos = m_qos->currentData().toInt();
    out.retain = m_retain->isChecked();
    out.properties.contentType = m_contentType->text().toStdString();
    out.properties.responseTopic = m_responseTopic->text().toStdString();
    for (const QString &line : m_userProperties->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return base::failure(tr("\"%1\" is no user property: write name: value.").arg(line));
        out.properties.userProperties.emplace_back(line.left(colon).trimmed().toStdString(),
                                                   line.mid(colon + 1).trimmed().toStdString());
    }
    return out;
}

void PublishPanel::ask()
{
    updateState();
    if (!m_send->isEnabled())
        return;
    const base::Result<connect::PublishRequest> made = request();
    if (!made) {
        m_state->setText(made.error().text);
        return;
    }
    const connect::mqtt::Profile profile = m_connections->profile(m_connection);
    ask::Question question;
    question.title = tr("Publish to a live broker");
    question.text = tr("Publish %1 to \"%2\" on %3 (%4)?")
                        .arg(format::bytes(static_cast<quint64>(made->payload.size())),
                             base::visibleText(made->topic), base::visibleText(profile.name),
                             base::visibleText(profile.host));
    question.detail = made->retain ? tr("The broker keeps it and gives it to everyone who "
                                        "subscribes later. Devices may act on it.")
                                   : tr("Devices that listen to this topic may act on it.");
    question.accept = tr("Publish");
    question.destructive = true;
    ui::ask::confirm(this, question, [this, request = *made] { publish(request); });
}

void PublishPanel::publish(const connect::PublishRequest &request)
{
    const base::Result<> done = m_connections->publish(m_connection, request);
    m_state->setText(done ? tr("Published %1 at %2.")
                                .arg(format::bytes(static_cast<quint64>(request.payload.size())),
                                     format::clock(format::now()))
                          : done.error().text);
    if (done)
        remember(request);
}

void PublishPanel::remember(const connect::PublishRequest &request)
{
    m_last.prepend(request);
    while (m_last.size() > 20)
        m_last.removeLast();
    m_history->clear();
    for (const connect::PublishRequest &one : std::as_const(m_last))
        m_history->addItem(tr("%1 (%2)").arg(
            base::visibleText(one.topic), format::bytes(static_cast<quint64>(one.payload.size()))));
    m_history->setEnabled(true);
}

void PublishPanel::takeFile()
{
    ui::ask::openFile(
        this, tr("Payload from a file"), tr("All files (*)"), [this](const QString &path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
                m_state->setText(tr("%1 cannot be read or is larger than 16 MiB.").arg(path));
                return;
            }
            m_file = file.readAll();
            m_payload->setPlainText(
                tr("%1, %2").arg(path, format::bytes(static_cast<quint64>(m_file.size()))));
        });
}

} // namespace ui
