// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/testpanel.h"

#include "models/base/visibletext.h"
#include "ui/connect/certificatetext.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPointer>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString stepName(const QString &what)
{
    if (what == "Name"_L1)
        return TestPanel::tr("Name");
    if (what == "Port"_L1)
        return TestPanel::tr("Port");
    if (what == "Certificate"_L1)
        return TestPanel::tr("Certificate");
    if (what == "Login"_L1)
        return TestPanel::tr("Login");
    if (what == "Subscription"_L1)
        return TestPanel::tr("Subscription");
    return what;
}

} // namespace

TestPanel::TestPanel(connect::Connections *connections, QWidget *parent)
    : Card(tr("Test"), parent)
    , m_connections(connections)
    , m_button(new QPushButton(tr("Test the connection")))
    , m_steps(new QVBoxLayout)
{
    m_button->setObjectName(u"testConnection"_s);
    m_button->setAutoDefault(false);
    head()->addWidget(m_button);
    m_steps->setSpacing(px(8));
    body()->addLayout(m_steps);
    connect(m_button, &QPushButton::clicked, this, &TestPanel::testWanted);
    clear();
}

void TestPanel::clear()
{
    m_handle.reset();
    m_running = false;
    m_failed = false;
    m_button->setEnabled(true);
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *hint = new Label(tr("Tries name, port, encryption, login and subscription one after the "
                              "other and says what works."),
                           Type::Base, Role::TextSecond);
    hint->setWordWrap(true);
    m_steps->addWidget(hint);
}

void TestPanel::run(const connect::mqtt::Profile &profile, const QString &password)
{
    clear();
    const std::unique_ptr<QLayoutItem> hint(m_steps->takeAt(0));
    delete hint->widget();
    m_running = true;
    m_button->setEnabled(false);
    const QPointer<TestPanel> guard(this);
    m_handle =
        m_connections->test(profile, password, [guard](const connect::Connections::TestStep &step) {
            if (guard)
                guard->add(step);
        });
}

void TestPanel::add(const connect::Connections::TestStep &step)
{
    if (!step.sentence.isEmpty()) {
        auto *row = new QWidget;
        auto *across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(px(10));
        auto *badge = new Badge(step.ok ? Mark::Good : Mark::Failed, stepName(step.what));
        badge->setFixedWidth(px(120));
        across->addWidget(badge, 0, Qt::AlignTop);
        auto *sentence = new Label(base::visibleText(step.sentence));
        sentence->setWordWrap(true);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        across->addWidget(sentence, 1);
        m_steps->addWidget(row);
        row->setAccessibleName(stepName(step.what) + u": "_s + step.sentence);
        m_failed = m_failed || !step.ok;
    }
    if (!step.ok && !step.chain.empty())
        offerPin(step.chain);
    if (step.done) {
        m_running = false;
        m_button->setEnabled(true);
        Q_EMIT finished(!m_failed);
    }
}

void TestPanel::offerPin(const std::vector<connect::CertificateInfo> &chain)
{
    const connect::CertificateInfo leaf = chain.front();
    auto *text = new Label(certificateText(leaf), Type::Second, Role::TextSecond);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->addWidget(text);
    auto *pin = new QPushButton(tr("Accept this one certificate…"));
    pin->setObjectName(u"pinCertificate"_s);
    pin->setAutoDefault(false);
    m_steps->addWidget(pin, 0, Qt::AlignLeft);
    connect(pin, &QPushButton::clicked, this, [this, leaf] {
        ask::confirm(
            this,
            {.title = tr("Accept a certificate"),
             .text =
                 tr("Compare this fingerprint with the one that the broker's keeper gives you:\n%1")
                     .arg(fingerprint(leaf.sha256)),
             .detail = tr("Only this certificate is accepted, for this connection only. When the "
                          "server shows another one, the connection is refused."),
             .accept = tr("The fingerprints are the same"),
             .destructive = true},
            [this, leaf] { Q_EMIT pinWanted(leaf.sha256); });
    });
}

} // namespace ui
