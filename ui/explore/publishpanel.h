// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/source.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace connect {
class Connections;
}

namespace ui {

class Label;

/// Publishes one message, after asking. Only where the connection's read-only switch is off.
class PublishPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishPanel(connect::Connections *connections, QWidget *parent = nullptr);

    void setTarget(const QString &connection, const QString &topic); ///< profile id
    void setPayload(const QByteArray &payload);
    /// What stands in the form, or one sentence that says what is wrong with it.
    base::Result<connect::PublishRequest> request() const;

private:
    void ask();
    void publish(const connect::PublishRequest &request);
    void remember(const connect::PublishRequest &request);
    void takeFile();
    void updateState();

    connect::Connections *m_connections;
    QString m_connection;
    QByteArray m_file; ///< contents, when the payload is a file
    QList<connect::PublishRequest> m_last; ///< newest first, at most 20

    QLineEdit *m_topic;
    QComboBox *m_form;
    QPlainTextEdit *m_payload;
    QComboBox *m_qos;
    QCheckBox *m_retain;
    QLineEdit *m_contentType;
    QLineEdit *m_responseTopic;
    QPlainTextEdit *m_userProperties;
    QComboBox *m_history;
    QPushButton *m_send;
    Label *m_state;
};

} // namespace ui
