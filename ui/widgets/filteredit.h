// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <functional>
#include <vector>

namespace ui {

/// What a person typed into a filter: words and `field:value` terms, all of which must hold; a
/// leading minus negates. Quotes keep spaces: site:"North plant" -state:well pump
struct FilterQuery
{
    struct Term
    {
        QString field; ///< lower case; empty: any field
        QString value; ///< compared without case
        bool negated = false;
    };
    std::vector<Term> terms;

    static FilterQuery parse(const QString &text);
    bool isEmpty() const { return terms.empty(); }
    /// `fieldText` gives the text of a field by its lower-case name, of all fields for an empty
    /// name, and a null string for a field that is not there (the term then fails).
    bool matches(const std::function<QString(const QString &field)> &fieldText) const;
};

/// A filter line: debounced by 120 ms, Esc clears, Down leaves for the list below.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const QString &placeholder = {}, QWidget *parent = nullptr);

    FilterQuery query() const { return FilterQuery::parse(text()); }
    void setTarget(QWidget *list); ///< gets the focus on Down or Enter

Q_SIGNALS:
    void filterChanged(const QString &text); ///< after the person paused, or pressed Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_pause;
    QWidget *m_target = nullptr;
    QString m_told;
};

} // namespace ui
