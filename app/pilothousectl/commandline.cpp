// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/commandline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTimeZone>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

int wrongUsage(const char *subcommand, const QString &sentence)
{
    std::fprintf(stderr, "pilothousectl %s: %s\n", subcommand, qPrintable(sentence));
    return 2;
}

int answerNo(const char *subcommand, const QString &sentence)
{
    std::fprintf(stderr, "pilothousectl %s: %s\n", subcommand, qPrintable(sentence));
    return 1;
}

void quitOnSignals()
{
    if (signalPipe[0] >= 0 || ::pipe2(signalPipe, O_CLOEXEC) != 0)
        return;
    QObject *application = QCoreApplication::instance();
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, application);
    QObject::connect(notifier, &QSocketNotifier::activated, application,
                     [] { QCoreApplication::quit(); });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

void printLine(bool json, const QJsonObject &object, const QString &words)
{
    const QByteArray line =
        json ? QJsonDocument(object).toJson(QJsonDocument::Compact) : words.toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
}

base::Result<base::TimeNs> timeFrom(const QString &text)
{
    bool ok = false;
    const qint64 ns = text.toLongLong(&ok);
    if (ok)
        return ns;
    // Qt reads milliseconds only: the decimals are read here.
    QString whole = text;
    base::TimeNs part = 0;
    if (const qsizetype dot = text.indexOf(u'.'); dot > 0) {
        qsizetype end = dot + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        const QString digits = text.mid(dot + 1, end - dot - 1).leftJustified(9, u'0').left(9);
        part = digits.toLongLong();
        whole = text.left(dot) + text.mid(end);
    }
    whole.replace(u' ', u'T');
    QDateTime time = QDateTime::fromString(whole, Qt::ISODate);
    if (!time.isValid())
        return base::failure(
            u"%1 is not a time; say 2026-11-22T10:00:00Z or nanoseconds since 1970."_s.arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch() * base::nsPerSecond + part;
}

QString timeText(base::TimeNs time)
{
    if (time == base::noTime)
        return u"-"_s;
    base::TimeNs seconds = time / base::nsPerSecond;
    base::TimeNs rest = time % base::nsPerSecond;
    if (rest < 0) {
        --seconds;
        rest += base::nsPerSecond;
    }
    QString text =
        QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (rest != 0) {
        QString digits = QString::number(rest).rightJustified(9, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += u'.' + digits;
    }
    return text + u'Z';
}

base::Result<> parse(QCommandLineParser &parser, const char *subcommand, const QString &summary,
                     const QStringList &arguments, bool &done)
{
    done = false;
    parser.setApplicationDescription(summary);
    parser.addOption({{u"h"_s, u"help"_s}, u"Show this."_s});
    const QString name = u"pilothousectl "_s + QLatin1StringView(subcommand);
    if (!parser.parse(QStringList{name} + arguments))
        return base::failure(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        done = true;
    }
    return {};
}

} // namespace ctl
