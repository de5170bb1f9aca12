// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Label;

/// A quiet line under the top bar for things to know once; closed by its button.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void setNotices(const QStringList &sentences);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_text;
};

} // namespace ui
