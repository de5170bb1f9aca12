// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectioneditor.h"

#include "models/connect/secrets.h"
#include "ui/connect/certificatetext.h"
#include "ui/connect/connectionmodel.h"
#include "ui/connect/testpanel.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr quint16 plainPort = 1883; // IANA: mqtt
constexpr quint16 tlsPort = 8883; // IANA: secure-mqtt

} // namespace

std::vector<connect::mqtt::Subscription> readSubscriptions(const QString &text)
{
    std::vector<connect::mqtt::Subscription> out;
    for (const QString &line : text.split(u'\n')) {
        QString filter = line.trimmed();
        int qos = 0;
        const qsizetype space = filter.lastIndexOf(u' ');
        if (space > 0) {
            const QString tail = filter.mid(space + 1);
            if (tail.size() == 1 && tail >= "0"_L1 && tail <= "2"_L1) {
                qos = tail.toInt();
                filter = filter.left(space).trimmed();
            }
        }
        if (!filter.isEmpty())
            out.push_back({filter, qos});
    }
    return out;
}

QString writeSubscriptions(const std::vector<connect::mqtt::Subscription> &subscriptions)
{
    QStringList lines;
    for (const auto &one : subscriptions)
        lines.append(u"%1 %2"_s.arg(one.filter).arg(one.qos));
    return lines.join(u'\n');
}

void ConnectionEditor::startNew()
{
    connect::mqtt::Profile fresh;
    fresh.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    fresh.host = u"localhost"_s;
    fresh.subscriptions = connect::mqtt::Profile::defaultSubscriptions();
    m_isNew = true;
    show(fresh);
    m_host->setFocus(Qt::OtherFocusReason);
    m_host->selectAll();
}

void ConnectionEditor::edit(const QString &id)
{
    m_isNew = false;
    show(m_console.connections->profile(id));
    m_name->setFocus(Qt::OtherFocusReason);
}

void ConnectionEditor::show(const connect::mqtt::Profile &profile)
{
    m_profile = profile;
    m_name->setText(profile.name);
    m_host->setText(profile.host);
    m_tls->setChecked(profile.tls);
    m_tlsFields->setVisible(profile.tls);
    m_port->setValue(profile.port);
    m_version->setCurrentIndex(profile.version == 4 ? 1 : 0);
    m_caFile->setText(profile.caFile);
    m_certFile->setText(profile.clientCertFile);
    m_keyFile->setText(profile.clientKeyFile);
    m_user->setText(profile.user);
    m_password->clear();
    m_password->setPlaceholderText(
        m_isNew || profile.user.isEmpty() ? QString() : tr("leave empty to keep the one there is"));
    const auto &subscriptions = profile.subscriptions.empty()
        ? connect::mqtt::Profile::defaultSubscriptions()
        : profile.subscriptions;
    m_subscriptions->setPlainText(writeSubscriptions(subscriptions));
    m_watchSys->setChecked(profile.watchSys);
    m_readOnly->setChecked(profile.readOnly);
    m_rebirth->setCurrentIndex(m_rebirth->findData(static_cast<int>(profile.rebirth)));
    m_autoConnect->setChecked(profile.autoConnect);
    m_clientId->setText(profile.clientId);
    m_save->setText(m_isNew ? tr("Save and connect") : tr("Save"));
    m_test->clear();
    describe();
    ensureVisible(0, 0);
}

connect::mqtt::Profile ConnectionEditor::profile() const
{
    connect::mqtt::Profile out = m_profile;
    out.host = m_host->text().trimmed();
    out.name = m_name->text().trimmed().isEmpty() ? out.host : m_name->text().trimmed();
    out.port = static_cast<quint16>(m_port->value());
    out.version = m_version->currentIndex() == 1 ? 4 : 5;
    out.tls = m_tls->isChecked();
    out.caFile = m_caFile->text().trimmed();
    out.clientCertFile = m_certFile->text().trimmed();
    out.clientKeyFile = m_keyFile->text().trimmed();
    out.user = m_user->text().trimmed();
    out.subscriptions = readSubscriptions(m_subscriptions->toPlainText());
    out.watchSys = m_watchSys->isChecked();
    out.readOnly = m_readOnly->isChecked();
    out.rebirth = static_cast<connect::mqtt::Profile::Rebirth>(m_rebirth->currentData().toInt());
    out.autoConnect = m_autoConnect->isChecked();
    out.clientId = m_clientId->text().trimmed();
    return out;
}

void ConnectionEditor::describe()
{
    const connect::mqtt::Profile now = profile();
    const QString problem = now.problem();
    m_save->setEnabled(problem.isEmpty());
    m_pinned->setText(now.pinnedSha256.isEmpty() ? tr("none: the authorities decide")
                                                 : fingerprint(now.pinnedSha256));
    m_unpin->setVisible(!now.pinnedSha256.isEmpty());
    if (!problem.isEmpty()) {
        m_sentence->setText(problem);
        m_sentence->setRole(Role::High);
        return;
    }
    const int count = static_cast<int>(now.subscriptions.size());
    const QString listens =
        tr("Pilothouse will connect to %1 and listen on %n topic filter(s).", nullptr, count)
            .arg(addressOf(now));
    const QString births = now.readOnly
        ? tr("It will publish nothing but requests for Sparkplug births.")
        : tr("It may publish when somebody confirms, and asks for Sparkplug births.");
    const QString silent =
        now.readOnly ? tr("It will never publish.") : tr("It may publish when somebody confirms.");
    const QString acts = now.mayAskRebirth() ? births : silent;
    m_sentence->setText(listens + u' ' + acts);
    m_sentence->setRole(Role::TextSecond);
}

void ConnectionEditor::tlsToggled(bool on)
{
    m_tlsFields->setVisible(on);
    if (on && m_port->value() == plainPort)
        m_port->setValue(tlsPort);
    else if (!on && m_port->value() == tlsPort)
        m_port->setValue(plainPort);
    describe();
}

void ConnectionEditor::test()
{
    const connect::mqtt::Profile now = profile();
    if (!now.problem().isEmpty()) {
        describe();
        return;
    }
    if (m_isNew || !m_password->text().isEmpty() || now.user.isEmpty()) {
        m_test->run(now, m_password->text());
        return;
    }
    const QPointer<ConnectionEditor> guard(this);
    m_console.secrets->read(now.id, [guard, now](const base::Result<QString> &password) {
        if (guard)
            guard->m_test->run(now, password.value_or(QString()));
    });
}

void ConnectionEditor::save()
{
    const connect::mqtt::Profile now = profile();
    const bool password = !m_password->text().isEmpty();
    const auto finish = [this, now] {
        if (const auto done = m_console.connections->save(now); !done) {
            m_sentence->setText(done.error().text);
            m_sentence->setRole(Role::Critical);
            return;
        }
        if (m_isNew)
            m_console.connections->start(now.id);
        m_isNew = false;
        Q_EMIT saved(now.id);
    };
    if (!password) {
        finish();
        return;
    }
    // The password goes first: the connection starts with it.
    const QPointer<ConnectionEditor> guard(this);
    m_console.secrets->write(
        now.id, m_password->text(), [guard, finish](const base::Result<QString> &written) {
            if (!guard)
                return;
            if (written)
                finish();
            else
                ask::tell(guard, tr("The password is not kept"), written.error().text);
        });
}

} // namespace ui
