// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of ConnectionEditor; what they do stands in connectioneditor.cpp.
#include "ui/connect/connectioneditor.h"

#include "models/connect/secrets.h"
#include "ui/connect/testpanel.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QFormLayout *newForm(Card *card)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(px(16));
    form->setVerticalSpacing(px(8));
    card->body()->addLayout(form);
    return form;
}

QLineEdit *addLine(QFormLayout *form, const char *name, const QString &label,
                   const QString &placeholder = {})
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(name));
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit);
    return edit;
}

} // namespace

ConnectionEditor::ConnectionEditor(const Console &console, QWidget *parent)
    : QScrollArea(parent)
    , m_console(console)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *inside = new QWidget;
    auto *across = new QHBoxLayout(inside);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(px(14));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(px(14));
        across->addLayout(column, 1);
    }
    buildWhere(left);
    buildSecurity(left);
    left->addStretch(1);
    buildWhat(right);
    m_test = new TestPanel(m_console.connections);
    right->addWidget(m_test);
    buildEnd(right);
    right->addStretch(1);
    setWidget(inside);
    connect(m_test, &TestPanel::testWanted, this, &ConnectionEditor::test);
    connect(m_test, &TestPanel::pinWanted, this, [this](const QByteArray &sha256) {
        m_profile.pinnedSha256 = sha256;
        describe();
        test();
    });
    for (QLineEdit *edit : inside->findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textChanged, this, [this] { describe(); });
    connect(m_port, &QSpinBox::valueChanged, this, [this] { describe(); });
    connect(m_subscriptions, &QPlainTextEdit::textChanged, this, [this] { describe(); });
}

void ConnectionEditor::buildWhere(QVBoxLayout *column)
{
    m_first = new Card(tr("Where"));
    QFormLayout *form = newForm(m_first);
    m_host = addLine(form, "host", tr("Host"), tr("name or address of the broker"));
    m_port = new QSpinBox;
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, 65535);
    form->addRow(tr("Port"), m_port);
    m_name = addLine(form, "name", tr("Name"), tr("what people call it; the host when empty"));
    m_version = new QComboBox;
    m_version->addItems({u"MQTT 5.0"_s, u"MQTT 3.1.1"_s});
    form->addRow(tr("Protocol"), m_version);
    m_clientId = addLine(form, "clientId", tr("Client ID"), tr("chosen when empty"));
    column->addWidget(m_first);
    auto *login = new Card(tr("Who"));
    QFormLayout *who = newForm(login);
    m_user = addLine(who, "user", tr("User"), tr("empty: no login"));
    m_password = addLine(who, "password", tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *kept = new Label(m_console.secrets->where(), Type::Second, Role::TextSecond);
    kept->setObjectName(u"secretsWhere"_s);
    kept->setWordWrap(true);
    who->addRow(QString(), kept);
    column->addWidget(login);
}

void ConnectionEditor::buildSecurity(QVBoxLayout *column)
{
    auto *card = new Card(tr("Encryption"));
    m_tls = new QCheckBox(tr("Encrypt with TLS; the server's certificate is always verified"));
    m_tls->setObjectName(u"tls"_s);
    card->body()->addWidget(m_tls);
    m_tlsFields = new QWidget;
    auto *form = new QFormLayout(m_tlsFields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(px(8));
    const QString pem = tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)");
    m_caFile = addFile(form, tr("Own authority"), pem);
    m_caFile->setPlaceholderText(tr("empty: the authorities of this machine"));
    m_certFile = addFile(form, tr("Own certificate"), pem);
    m_keyFile = addFile(form, tr("Its key"), pem);
    auto *pinned = new QHBoxLayout;
    m_pinned = new Label(QString(), Type::Second, Role::TextSecond);
    m_pinned->setElide(Qt::ElideMiddle);
    m_unpin = new QPushButton(tr("Forget it"));
    m_unpin->setAutoDefault(false);
    pinned->addWidget(m_pinned, 1);
    pinned->addWidget(m_unpin);
    form->addRow(tr("Accepted certificate"), pinned);
    card->body()->addWidget(m_tlsFields);
    column->addWidget(card);
    connect(m_tls, &QCheckBox::toggled, this, &ConnectionEditor::tlsToggled);
    connect(m_unpin, &QPushButton::clicked, this, [this] {
        m_profile.pinnedSha256.clear();
        describe();
    });
}

QLineEdit *ConnectionEditor::addFile(QFormLayout *form, const QString &name, const QString &filter)
{
    auto *row = new QHBoxLayout;
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    auto *choose = new QToolButton;
    choose->setIcon(icon(u"document-open"_s));
    choose->setAccessibleName(tr("Choose a file: %1").arg(name));
    choose->setToolTip(choose->accessibleName());
    row->addWidget(edit, 1);
    row->addWidget(choose);
    form->addRow(name, row);
    connect(choose, &QToolButton::clicked, this, [this, edit, name, filter] {
        ask::openFile(this, name, filter, [edit](const QString &path) { edit->setText(path); });
    });
    return edit;
}

void ConnectionEditor::buildWhat(QVBoxLayout *column)
{
    auto *card = new Card(tr("What"));
    card->setNote(tr("one topic filter a line, then its QoS"));
    m_subscriptions = new QPlainTextEdit;
    m_subscriptions->setObjectName(u"subscriptions"_s);
    m_subscriptions->setAccessibleName(tr("Topic filters"));
    m_subscriptions->setTabChangesFocus(true);
    m_subscriptions->setFixedHeight(px(84));
    card->body()->addWidget(m_subscriptions);
    m_watchSys = new QCheckBox(tr("Watch what the broker says about its own losses ($SYS)"));
    m_readOnly = new QCheckBox(tr("Read-only: never publish on this connection"));
    m_readOnly->setObjectName(u"readOnly"_s);
    m_autoConnect = new QCheckBox(tr("Connect when Pilothouse starts"));
    for (QCheckBox *box : {m_watchSys, m_readOnly, m_autoConnect})
        card->body()->addWidget(box);
    using Rebirth = connect::mqtt::Profile::Rebirth;
    m_rebirth = new QComboBox;
    m_rebirth->setObjectName(u"rebirth"_s);
    m_rebirth->setAccessibleName(tr("Ask Sparkplug edge nodes for their births"));
    m_rebirth->setToolTip(
        tr("A Sparkplug node says what its numbers mean in its birth message, which brokers do not "
           "keep. When the birth was missed, the console can ask for it again: a command to the "
           "node, at most one in 5 s, then ever more seldom."));
    m_rebirth->addItem(tr("unless read-only"), static_cast<int>(Rebirth::WhenWritable));
    m_rebirth->addItem(tr("always, also when read-only"), static_cast<int>(Rebirth::Always));
    m_rebirth->addItem(tr("never"), static_cast<int>(Rebirth::Never));
    auto *births = new QHBoxLayout;
    auto *birthsLabel = new Label(tr("Ask Sparkplug nodes for missed births"));
    birthsLabel->setToolTip(m_rebirth->toolTip());
    births->addWidget(birthsLabel);
    births->addWidget(m_rebirth);
    births->addStretch(1);
    card->body()->addLayout(births);
    connect(m_rebirth, &QComboBox::currentIndexChanged, this, &ConnectionEditor::describe);
    column->addWidget(card);
    connect(m_readOnly, &QCheckBox::clicked, this, [this](bool on) {
        if (on) {
            describe();
            return;
        }
        m_readOnly->setChecked(true); // until the person has confirmed
        ask::confirm(
            this,
            {.title = tr("Allow publishing"),
             .text =
                 tr("Allow Pilothouse to publish on the connection \"%1\"?").arg(profile().name),
             .detail = tr("Messages sent to devices can make them act. Each one is still asked "
                          "about before it is sent."),
             .accept = tr("Allow publishing"),
             .destructive = true},
            [this] {
                m_readOnly->setChecked(false);
                describe();
            });
    });
}

void ConnectionEditor::buildEnd(QVBoxLayout *column)
{
    m_sentence = new Label(QString(), Type::Base, Role::TextSecond);
    m_sentence->setObjectName(u"whatWillHappen"_s);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelConnection"_s);
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"saveConnection"_s);
    m_save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &ConnectionEditor::cancelled);
    connect(m_save, &QPushButton::clicked, this, &ConnectionEditor::save);
}

} // namespace ui
