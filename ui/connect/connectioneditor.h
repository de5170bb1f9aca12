// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/connections.h"
#include "ui/widgets/console.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Card;
class Label;
class TestPanel;

/// Makes or changes a connection: where, how secured, who, what; defaults that work; a test that
/// says in words what fails; what will happen before the last button.
class ConnectionEditor final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConnectionEditor(const Console &console, QWidget *parent = nullptr);

    void startNew();
    void edit(const QString &id);
    /// What stands in the fields now.
    connect::mqtt::Profile profile() const;

Q_SIGNALS:
    void saved(const QString &id);
    void cancelled();

private:
    void buildWhere(QVBoxLayout *column);
    void buildSecurity(QVBoxLayout *column);
    void buildWhat(QVBoxLayout *column);
    void buildEnd(QVBoxLayout *column);
    QLineEdit *addFile(QFormLayout *form, const QString &name, const QString &filter);
    void show(const connect::mqtt::Profile &profile);
    void describe();
    void tlsToggled(bool on);
    void test();
    void save();

    const Console m_console;
    connect::mqtt::Profile m_profile; ///< as it was, with what has no field
    bool m_isNew = true;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_version = nullptr;
    QComboBox *m_rebirth = nullptr; ///< data: Profile::Rebirth
    QCheckBox *m_tls = nullptr;
    QWidget *m_tlsFields = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_certFile = nullptr;
    QLineEdit *m_keyFile = nullptr;
    Label *m_pinned = nullptr;
    QPushButton *m_unpin = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QPlainTextEdit *m_subscriptions = nullptr;
    QCheckBox *m_watchSys = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QCheckBox *m_autoConnect = nullptr;
    QLineEdit *m_clientId = nullptr;
    Card *m_first = nullptr;
    TestPanel *m_test = nullptr;
    Label *m_sentence = nullptr;
    QPushButton *m_save = nullptr;
};

/// "# 1" lines to subscriptions and back; a line is a filter and, at its end, a QoS of 0 to 2.
std::vector<connect::mqtt::Subscription> readSubscriptions(const QString &text);
QString writeSubscriptions(const std::vector<connect::mqtt::Subscription> &subscriptions);

} // namespace ui
