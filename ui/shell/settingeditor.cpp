// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingeditor.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using base::Setting;

QString unitOf(Setting setting)
{
    switch (setting) {
    case Setting::UiScalePercent:
        return u"%"_s;
    case Setting::RetentionDays:
        return SettingEditor::tr("days");
    case Setting::RetentionMegabytes:
    case Setting::HotMegabytes:
    case Setting::RawMegabytes:
        return u"MiB"_s;
    case Setting::MaxPayloadBytes:
        return SettingEditor::tr("bytes");
    case Setting::StaleAfterSeconds:
    case Setting::ConfidenceSeconds:
        return u"s"_s;
    case Setting::DisplayRateHz:
        return u"Hz"_s;
    default:
        return {};
    }
}

/// The meaning without the unit that the table's text ends with: the unit has its own place.
QString shownMeaning(Setting setting)
{
    QString text = base::Settings::meaning(setting);
    for (const QString &part : {u", %"_s, u", MiB"_s, u", bytes"_s, u", seconds"_s, u", days"_s})
        text.remove(part);
    return text;
}

} // namespace

QList<QPair<QString, QString>> languages()
{
    QList<QPair<QString, QString>> out{{QString(), SettingEditor::tr("As the desktop")},
                                       {u"en"_s, u"English"_s}};
    for (const QString &file : QDir(u":/i18n"_s).entryList({u"pilothouse_*.qm"_s})) {
        const QString tag = file.mid(11).chopped(3);
        if (tag != "en"_L1)
            out.append({tag, QLocale(tag).nativeLanguageName()});
    }
    return out;
}

SettingEditor::SettingEditor(base::Settings *settings, Setting setting, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_setting(setting)
{
    setObjectName(u"setting/"_s + base::Settings::name(setting));
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, px(2), 0, px(2));
    across->setSpacing(px(8));
    auto *name = new Label(shownMeaning(setting));
    name->setElide(Qt::ElideRight);
    name->setMinimumWidth(px(120));
    name->setMaximumWidth(px(420));
    across->addWidget(name, 1);
    m_editor = newEditor();
    m_editor->setAccessibleName(base::Settings::meaning(setting));
    m_editor->setFixedWidth(px(180));
    across->addWidget(m_editor);
    auto *unit = new Label(unitOf(setting), Type::Base, Role::TextSecond);
    unit->setFixedWidth(px(44));
    across->addWidget(unit);
    m_reset = new QToolButton;
    m_reset->setIcon(icon(u"edit-reset"_s));
    m_reset->setAutoRaise(true);
    m_reset->setAccessibleName(tr("Back to the default: %1").arg(shownMeaning(setting)));
    m_reset->setToolTip(tr("Back to the default"));
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);
    across->addWidget(m_reset);
    across->addStretch(1);
    connect(m_reset, &QToolButton::clicked, this,
            [this] { m_settings->set(m_setting, base::Settings::defaultValue(m_setting)); });
    connect(settings, &base::Settings::changed, this, [this](Setting changed) {
        if (changed == m_setting)
            show();
    });
    show();
}

QWidget *SettingEditor::newEditor()
{
    if (m_setting == Setting::Theme)
        return newChoice({{u"system"_s, tr("As the desktop")},
                          {u"light"_s, tr("Light")},
                          {u"dark"_s, tr("Dark")},
                          {u"contrast"_s, tr("High contrast")}});
    if (m_setting == Setting::Language)
        return newChoice(languages());
    const int type = base::Settings::defaultValue(m_setting).metaType().id();
    if (type == QMetaType::Bool) {
        auto *box = new QCheckBox;
        connect(box, &QCheckBox::toggled, this,
                [this](bool on) { m_settings->set(m_setting, on); });
        m_showValue = [this, box] { box->setChecked(m_settings->boolean(m_setting)); };
        return box;
    }
    return newNumber(type == QMetaType::Int);
}

QWidget *SettingEditor::newChoice(const QList<QPair<QString, QString>> &valuesAndNames)
{
    auto *box = new QComboBox;
    for (const auto &[value, name] : valuesAndNames)
        box->addItem(name, value);
    connect(box, &QComboBox::activated, this,
            [this, box] { m_settings->set(m_setting, box->currentData()); });
    m_showValue = [this, box] {
        box->setCurrentIndex(qMax(0, box->findData(m_settings->value(m_setting))));
    };
    return box;
}

QWidget *SettingEditor::newNumber(bool whole)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(whole ? 0 : 3);
    box->setRange(0, 1e9); // the table clamps
    box->setSingleStep(whole ? 1 : 0.01);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, whole](double value) {
        m_settings->set(m_setting, whole ? QVariant(static_cast<int>(value)) : QVariant(value));
        show(); // the table may have clamped it
    });
    m_showValue = [this, box] { box->setValue(m_settings->real(m_setting)); };
    return box;
}

void SettingEditor::show()
{
    const QSignalBlocker quiet(m_editor);
    m_showValue();
    m_reset->setVisible(isChanged());
}

bool SettingEditor::isChanged() const
{
    return m_settings->value(m_setting) != base::Settings::defaultValue(m_setting);
}

bool SettingEditor::matches(const QStringList &lowerWords) const
{
    const QString text =
        QString(base::Settings::meaning(m_setting) + u' ' + base::Settings::name(m_setting))
            .toLower();
    return std::ranges::all_of(lowerWords,
                               [&text](const QString &word) { return text.contains(word); });
}

void SettingEditor::focusEditor()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
