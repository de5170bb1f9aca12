// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/replay/recordingdesk.h"
#include "ui/widgets/console.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace ui {

class Label;

/// What is recorded and how. Deletes itself; window-modal; starts the recording itself.
class RecordingDialog final : public QDialog
{
    Q_OBJECT

public:
    RecordingDialog(const Console &console, bool armed, QWidget *parent);

    replay::RecordingRequest request() const; ///< as it stands in the form

private:
    struct Source
    {
        QString id;
        QCheckBox *wanted;
        QLineEdit *filters;
    };
    void addSources(QFormLayout *form);
    void start();
    void check();
    QSpinBox *newSpin(const char *name, int most, int value, const QString &suffix,
                      const QString &zero);

    const Console m_console;
    const bool m_armed;
    QLineEdit *m_title;
    std::vector<Source> m_sources;
    QSpinBox *m_megabytes;
    QSpinBox *m_hours;
    QSpinBox *m_before = nullptr; ///< armed: minutes kept
    QSpinBox *m_after = nullptr;
    Label *m_says;
    QPushButton *m_accept = nullptr;
};

} // namespace ui
