// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/recordingdialog.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/connect/mqtt/topics.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int defaultBeforeMinutes = 5;
constexpr int defaultAfterMinutes = 10;

QStringList filtersIn(const QString &text)
{
    static const QRegularExpression gap(u"[,;\\s]+"_s);
    return text.split(gap, Qt::SkipEmptyParts);
}

} // namespace

RecordingDialog::RecordingDialog(const Console &console, bool armed, QWidget *parent)
    : QDialog(parent)
    , m_console(console)
    , m_armed(armed)
    , m_title(new QLineEdit)
    , m_says(new Label(QString(), Type::Base, Role::TextSecond))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"recordingDialog"_s);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(armed ? tr("Armed recording") : tr("Start recording"));
    setMinimumWidth(px(520));
    auto *all = new QVBoxLayout(this);
    all->setSpacing(px(12));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(px(8));
    m_title->setObjectName(u"recordingTitle"_s);
    m_title->setPlaceholderText(tr("Date and time of the start"));
    form->addRow(tr("Title"), m_title);
    addSources(form);
    m_megabytes = newSpin("recordingMegabytes", 1'000'000, 0, tr(" MiB"), tr("one file"));
    m_megabytes->setSingleStep(256);
    m_hours = newSpin("recordingHours", 24 * 365, 0, tr(" h"), tr("one file"));
    form->addRow(tr("New file after"), m_megabytes);
    form->addRow(tr("and after"), m_hours);
    if (armed) {
        m_before = newSpin("recordingBefore", 24 * 60, defaultBeforeMinutes, tr(" min"), QString());
        m_before->setMinimum(1);
        m_after = newSpin("recordingAfter", 24 * 60, defaultAfterMinutes, tr(" min"),
                          tr("until stopped"));
        form->addRow(tr("Keep before the trigger"), m_before);
        form->addRow(tr("Run on after it"), m_after);
    }
    all->addLayout(form);
    m_says->setWordWrap(true);
    m_says->setObjectName(u"recordingSays"_s);
    all->addWidget(m_says);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept =
        buttons->addButton(armed ? tr("Arm") : tr("Start recording"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"recordingAccept"_s);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RecordingDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    all->addWidget(buttons);
    check();
}

QSpinBox *RecordingDialog::newSpin(const char *name, int most, int value, const QString &suffix,
                                   const QString &zero)
{
    auto *spin = new QSpinBox;
    spin->setObjectName(QLatin1StringView(name));
    spin->setRange(0, most);
    spin->setValue(value);
    spin->setSuffix(suffix);
    spin->setSpecialValueText(zero);
    spin->setMaximumWidth(px(180));
    connect(spin, &QSpinBox::valueChanged, this, &RecordingDialog::check);
    return spin;
}

void RecordingDialog::addSources(QFormLayout *form)
{
    const auto profiles = m_console.connections
        ? m_console.connections->profiles()
        : std::decay_t<decltype(m_console.connections->profiles())>();
    for (const auto &profile : profiles) {
        Source source{profile.id, new QCheckBox(base::visibleText(profile.name)), new QLineEdit};
        source.wanted->setChecked(true);
        source.wanted->setObjectName(u"recordingSource/"_s + profile.id);
        source.filters->setObjectName(u"recordingFilters/"_s + profile.id);
        source.filters->setPlaceholderText(tr("all topics, or filters such as plant/+/state"));
        source.filters->setAccessibleName(tr("Topic filters of %1").arg(profile.name));
        connect(source.wanted, &QCheckBox::toggled, source.filters, &QWidget::setEnabled);
        connect(source.wanted, &QCheckBox::toggled, this, &RecordingDialog::check);
        connect(source.filters, &QLineEdit::textChanged, this, &RecordingDialog::check);
        form->addRow(source.wanted, source.filters);
        m_sources.push_back(source);
    }
}

replay::RecordingRequest RecordingDialog::request() const
{
    replay::RecordingRequest request;
    request.title = m_title->text().trimmed();
    request.author = RecordingControls::person();
    request.partBytes = static_cast<std::int64_t>(m_megabytes->value()) << 20;
    request.partTime = m_hours->value() * base::nsPerHour;
    if (m_armed) {
        request.preTrigger = m_before->value() * base::nsPerMinute;
        request.postTrigger = m_after->value() * base::nsPerMinute;
    }
    const bool everything = std::ranges::all_of(m_sources, [](const Source &source) {
        return source.wanted->isChecked() && filtersIn(source.filters->text()).isEmpty();
    });
    if (everything)
        return request; // connections that are added later, too
    for (const Source &source : m_sources) {
        if (source.wanted->isChecked())
            request.filters.emplace(source.id, filtersIn(source.filters->text()));
    }
    return request;
}

/// Says what will happen, or what keeps it from happening.
void RecordingDialog::check()
{
    if (!m_accept)
        return;
    QString problem;
    bool any = m_sources.empty();
    for (const Source &source : m_sources) {
        if (!source.wanted->isChecked())
            continue;
        any = true;
        for (const QString &filter : filtersIn(source.filters->text())) {
            if (problem.isEmpty())
                problem = connect::mqtt::filterProblem(filter);
        }
    }
    if (!any)
        problem = tr("Choose at least one connection.");
    m_accept->setEnabled(problem.isEmpty());
    m_says->setRole(problem.isEmpty() ? Role::TextSecond : Role::High);
    if (!problem.isEmpty())
        m_says->setText(problem);
    else if (m_armed)
        m_says->setText(tr("Nothing is kept until you or an alarm trigger it; then the last %n "
                           "minute(s) are kept, too.",
                           nullptr, m_before->value()));
    else
        m_says->setText(tr("Goes into %1.").arg(m_console.recordings->folder()));
}

void RecordingDialog::start()
{
    const auto started = m_console.recordings->start(request());
    if (started)
        return accept();
    m_says->setRole(Role::High);
    m_says->setText(started.error().text);
}

} // namespace ui
