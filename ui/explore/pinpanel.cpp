// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/pinpanel.h"

#include "ui/explore/payloadreport.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

PinPanel::PinPanel(const QString &topic, const QByteArray &payload, QWidget *parent)
    : QDialog(parent)
    , m_example(topic)
    , m_payload(payload)
    , m_topic(new QLineEdit(topic))
    , m_decoder(new QComboBox)
    , m_device(new QLineEdit)
    , m_signal(new QLineEdit)
    , m_time(new QLineEdit)
    , m_unit(new QLineEdit)
    , m_ignore(new QCheckBox(tr("Keep and show, do not decode")))
    , m_preview(new Label(QString(), Type::Second, Role::TextSecond))
{
    setWindowTitle(tr("Pin decoder"));
    setObjectName(u"pinPanel"_s);
    m_decoder->addItem(tr("Detect"), QString());
    for (const std::string_view name : decode::Chain::decoderNames()) {
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        m_decoder->addItem(text, text);
    }
    m_device->setPlaceholderText(
        tr("{2} is topic level 2, {/id} the member id, other text itself"));
    m_signal->setPlaceholderText(tr("as found"));
    m_time->setPlaceholderText(u"/timestamp"_s);
    m_unit->setPlaceholderText(tr("as found"));
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(px(48));
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Pin"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("Topics (+ and # allowed)"), m_topic);
    form->addRow(tr("Decoder"), m_decoder);
    form->addRow(tr("Device"), m_device);
    form->addRow(tr("Signal"), m_signal);
    form->addRow(tr("Time, JSON pointer"), m_time);
    form->addRow(tr("Unit"), m_unit);
    form->addRow(QString(), m_ignore);
    form->addRow(tr("The message shown gives"), m_preview);
    form->addRow(buttons);
    for (QLineEdit *edit : {m_topic, m_device, m_signal, m_time, m_unit}) {
        edit->setMinimumWidth(px(360));
        connect(edit, &QLineEdit::textChanged, this, &PinPanel::preview);
    }
    connect(m_decoder, &QComboBox::currentIndexChanged, this, &PinPanel::preview);
    connect(m_ignore, &QCheckBox::toggled, this, &PinPanel::preview);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_topic->text().isEmpty())
            return;
        Q_EMIT chosen(mapping());
        accept();
    });
    preview();
}

void PinPanel::setMapping(const decode::Mapping &mapping)
{
    m_topic->setText(mapping.topicFilter);
    m_decoder->setCurrentIndex(std::max(0, m_decoder->findData(mapping.decoder)));
    m_device->setText(mapping.device);
    m_signal->setText(mapping.signal);
    m_time->setText(mapping.timePointer);
    m_unit->setText(mapping.unit);
    m_ignore->setChecked(mapping.ignore);
}

decode::Mapping PinPanel::mapping() const
{
    decode::Mapping out;
    out.topicFilter = m_topic->text();
    out.decoder = m_decoder->currentData().toString();
    out.device = m_device->text();
    out.signal = m_signal->text();
    out.timePointer = m_time->text();
    out.unit = m_unit->text();
    out.ignore = m_ignore->isChecked();
    return out;
}

void PinPanel::preview()
{
    PayloadInput input;
    input.topic = m_example.toUtf8();
    input.message.payload = m_payload.left(64 << 10); // typed at: stays quick
    input.mappings = {mapping()};
    const auto report = inspect(input);
    QString text = report->decodedText;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, report->decoded.size()); ++i) {
        const DecodedRow &row = report->decoded[i];
        text += u"\n%1 / %2 = %3 %4"_s.arg(row.device, row.signal, row.value, row.unit);
    }
    m_preview->setText(text);
}

} // namespace ui
