// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// The one seam for dialogs that block a decision: messages and files. Nothing else opens a
/// QMessageBox or QFileDialog, so a test can answer them all. Dialogs are window-modal and never
/// run a nested event loop; answers come by callback on the GUI thread and die with `parent`.
namespace ui::ask {

struct Question
{
    QString title = {};
    QString text = {}; ///< the decision, naming the thing and the number of things; plain text
    QString detail = {}; ///< what will happen; plain text
    QString accept = {}; ///< "Delete connection"; empty: OK
    bool destructive = false; ///< then the safe button is the default one
};

void confirm(QWidget *parent, const Question &question, std::function<void()> accepted,
             std::function<void()> refused = {});
void tell(QWidget *parent, const QString &title, const QString &text);
/// One line of text; not called when refused.
void text(QWidget *parent, const QString &title, const QString &label, const QString &suggestion,
          std::function<void(const QString &)> given);
void openFile(QWidget *parent, const QString &title, const QString &filter,
              std::function<void(const QString &path)> chosen);
/// Asks before overwriting. `suffix` without dot is added when the name has none.
void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
              const QString &filter, const QString &suffix,
              std::function<void(const QString &path)> chosen);

enum class Kind { Confirm, Tell, Text, OpenFile, SaveFile };

/// For tests: the next dialog of this kind gets this answer instead of opening. An empty answer
/// refuses; for Confirm any other text accepts. When nothing asked until the expectation is
/// destroyed, a warning is printed, and QTest::failOnWarning makes it a failure.
class Expect
{
public:
    Expect(Kind kind, const QString &answer);
    ~Expect();
    Expect(const Expect &) = delete;
    Expect &operator=(const Expect &) = delete;

    bool asked() const;
    QString question() const; ///< title, text and detail, one a line

private:
    struct Answer;
    friend bool answered(Kind kind, const QString &question, QString *answer);
    std::shared_ptr<Answer> d;
};

} // namespace ui::ask
