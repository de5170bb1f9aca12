// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ask.h"

#include "models/base/log.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <deque>

using namespace Qt::StringLiterals;

namespace ui::ask {

struct Expect::Answer
{
    Kind kind = Kind::Confirm;
    QString answer;
    QString question;
    bool asked = false;
};

namespace {

template <class T>
std::deque<std::weak_ptr<T>> &waiting()
{
    static std::deque<std::weak_ptr<T>> answers;
    return answers;
}

QString &lastFolder()
{
    static QString folder;
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder;
}

void remember(const QString &path)
{
    lastFolder() = QFileInfo(path).absolutePath();
}

QFileDialog *newFileDialog(QWidget *parent, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"fileDialog"_s);
    return dialog;
}

} // namespace

bool answered(Kind kind, const QString &question, QString *answer)
{
    auto &answers = waiting<Expect::Answer>();
    while (!answers.empty()) {
        const auto next = answers.front().lock();
        answers.pop_front();
        if (!next)
            continue;
        if (next->kind != kind)
            qCWarning(base::lcUi, "Another kind of dialog was expected; this one asks: %s",
                      qUtf8Printable(question));
        next->asked = true;
        next->question = question;
        *answer = next->answer;
        return true;
    }
    return false;
}

Expect::Expect(Kind kind, const QString &answer)
    : d(std::make_shared<Answer>(Answer{kind, answer, {}, false}))
{
    waiting<Answer>().push_back(d);
}

Expect::~Expect()
{
    if (!d->asked)
        qCWarning(base::lcUi, "A dialog was expected and did not open.");
}

bool Expect::asked() const
{
    return d->asked;
}

QString Expect::question() const
{
    return d->question;
}

void confirm(QWidget *parent, const Question &question, std::function<void()> accepted,
             std::function<void()> refused)
{
    QString answer;
    if (answered(Kind::Confirm, question.title + u'\n' + question.text + u'\n' + question.detail,
                 &answer)) {
        const auto &next = answer.isEmpty() ? refused : accepted;
        if (next)
            next();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text,
                                QMessageBox::Cancel, parent);
    box->setObjectName(u"confirmBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.detail);
    const QString words = question.accept.isEmpty() ? QMessageBox::tr("OK") : question.accept;
    auto *accept = box->addButton(
        words, question.destructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    if (question.destructive)
        box->setDefaultButton(QMessageBox::Cancel);
    else
        box->setDefaultButton(accept);
    QObject::connect(box, &QMessageBox::finished, parent, [box, accept, accepted, refused] {
        const auto &next = box->clickedButton() == accept ? accepted : refused;
        if (next)
            next();
    });
    box->open();
}

void tell(QWidget *parent, const QString &title, const QString &words)
{
    QString answer;
    if (answered(Kind::Tell, title + u'\n' + words, &answer))
        return;
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, words, QMessageBox::Ok, parent);
    box->setObjectName(u"tellBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

void text(QWidget *parent, const QString &title, const QString &label, const QString &suggestion,
          std::function<void(const QString &)> given)
{
    QString answer;
    if (answered(Kind::Text, title + u'\n' + label, &answer)) {
        if (!answer.isEmpty())
            given(answer);
        return;
    }
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(u"textDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(suggestion);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [given](const QString &value) {
                         if (!value.trimmed().isEmpty())
                             given(value.trimmed());
                     });
    dialog->open();
}

void openFile(QWidget *parent, const QString &title, const QString &filter,
              std::function<void(const QString &path)> chosen)
{
    QString answer;
    if (answered(Kind::OpenFile, title, &answer)) {
        if (!answer.isEmpty())
            chosen(answer);
        return;
    }
    QFileDialog *dialog = newFileDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen](const QString &path) {
        remember(path);
        chosen(path);
    });
    dialog->open();
}

void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
              const QString &filter, const QString &suffix,
              std::function<void(const QString &path)> chosen)
{
    QString answer;
    if (answered(Kind::SaveFile, title, &answer)) {
        if (!answer.isEmpty())
            chosen(answer);
        return;
    }
    QFileDialog *dialog = newFileDialog(parent, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen](const QString &path) {
        remember(path);
        chosen(path);
    });
    dialog->open();
}

} // namespace ui::ask
