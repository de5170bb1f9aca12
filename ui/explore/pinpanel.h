// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace ui {

class Label;

/// Pins a decoder or a mapping to topics: an operator's word where detection is wrong. Shows what
/// the mapping makes of the message at hand.
class PinPanel final : public QDialog
{
    Q_OBJECT

public:
    PinPanel(const QString &topic, const QByteArray &payload, QWidget *parent = nullptr);

    void setMapping(const decode::Mapping &mapping);
    decode::Mapping mapping() const;

Q_SIGNALS:
    void chosen(const decode::Mapping &mapping);

private:
    void preview();

    QString m_example;
    QByteArray m_payload;
    QLineEdit *m_topic;
    QComboBox *m_decoder;
    QLineEdit *m_device;
    QLineEdit *m_signal;
    QLineEdit *m_time;
    QLineEdit *m_unit;
    QCheckBox *m_ignore;
    Label *m_preview;
};

} // namespace ui
