// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords in a real Secret Service (gnome-keyring) on a message bus of this test's own.
#include "models/connect/secrets.h"
#include "tests/support/broker.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

void stop(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(3'000)) {
        process.kill();
        process.waitForFinished(3'000);
    }
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void survivesTheProgram();
    void removedIsGone();
    void nothingInPlainText();
    void lostKeychainKeepsTheSession();

private:
    void startKeyring();
    static std::optional<QString> read(connect::Secrets &secrets, const QString &key);
    static bool write(connect::Secrets &secrets, const QString &key, const QString &secret);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

void TestKeychain::initTestCase()
{
    const QString bus = support::findProgram(u"dbus-daemon"_s);
    if (bus.isEmpty() || support::findProgram(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("dbus-daemon or gnome-keyring-daemon is not installed (installer/packages-test.txt)");
    QVERIFY(m_home.isValid());
    QDir(m_home.path()).mkpath(u"run"_s);
    QFile::setPermissions(m_home.filePath(u"run"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_CACHE_HOME", m_home.filePath(u"cache"_s).toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_home.filePath(u"run"_s).toLocal8Bit());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    m_bus.start(bus,
                {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                 u"--address=unix:path="_s + m_home.filePath(u"run/bus"_s)});
    QVERIFY(m_bus.waitForStarted());
    QVERIFY(m_bus.waitForReadyRead(10'000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    startKeyring();
}

void TestKeychain::startKeyring()
{
    m_keyring.start(support::findProgram(u"gnome-keyring-daemon"_s),
                    {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s});
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.write("the pass phrase of the login keyring");
    m_keyring.closeWriteChannel(); // it reads the pass phrase up to the end
    const bool serves = QTest::qWaitFor(
        [] {
            const QDBusConnection bus = QDBusConnection::sessionBus();
            return bus.isConnected()
                && bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s);
        },
        10'000);
    QVERIFY2(serves, m_keyring.readAllStandardError().constData());
}

void TestKeychain::cleanupTestCase()
{
    stop(m_keyring);
    stop(m_bus);
}

std::optional<QString> TestKeychain::read(connect::Secrets &secrets, const QString &key)
{
    std::optional<QString> out;
    bool answered = false;
    secrets.read(key, [&](const base::Result<QString> &got) {
        answered = true;
        if (got)
            out = *got;
    });
    (void)QTest::qWaitFor([&] { return answered; }, 10'000);
    return out;
}

bool TestKeychain::write(connect::Secrets &secrets, const QString &key, const QString &secret)
{
    bool answered = false;
    bool good = false;
    secrets.write(key, secret, [&](const base::Result<QString> &done) {
        answered = true;
        good = done.has_value();
    });
    return QTest::qWaitFor([&] { return answered; }, 10'000) && good;
}

void TestKeychain::survivesTheProgram()
{
    const QString secret = u"p\u00e4ss \u65e5\u672c 'word\" \\"_s;
    {
        const std::unique_ptr<connect::Secrets> before(connect::newKeychainSecrets(nullptr));
        QVERIFY(write(*before, u"profile-1"_s, secret));
        QVERIFY2(before->where().contains("desktop's keychain"_L1), qPrintable(before->where()));
    }
    const std::unique_ptr<connect::Secrets> after(connect::newKeychainSecrets(nullptr));
    QCOMPARE(read(*after, u"profile-1"_s), secret);
    QCOMPARE(read(*after, u"profile-2"_s), QString());
    QVERIFY2(after->where().contains("desktop's keychain"_L1), qPrintable(after->where()));
}

void TestKeychain::removedIsGone()
{
    const std::unique_ptr<connect::Secrets> secrets(connect::newKeychainSecrets(nullptr));
    QVERIFY(write(*secrets, u"old"_s, u"secret"_s));
    bool answered = false;
    secrets->remove(u"old"_s, [&](const base::Result<QString> &) { answered = true; });
    QVERIFY(QTest::qWaitFor([&] { return answered; }, 10'000));
    const std::unique_ptr<connect::Secrets> after(connect::newKeychainSecrets(nullptr));
    QCOMPARE(read(*after, u"old"_s), QString());
}

void TestKeychain::nothingInPlainText()
{
    const std::unique_ptr<connect::Secrets> secrets(connect::newKeychainSecrets(nullptr));
    QVERIFY(write(*secrets, u"plain"_s, u"unmistakable-4711"_s));
    int files = 0;
    QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("unmistakable-4711"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0); // the keyring's own file at least
}

void TestKeychain::lostKeychainKeepsTheSession()
{
    const std::unique_ptr<connect::Secrets> secrets(connect::newKeychainSecrets(nullptr));
    stop(m_keyring);
    stop(m_bus);
    QVERIFY(write(*secrets, u"later"_s, u"kept in memory"_s));
    QCOMPARE(read(*secrets, u"later"_s), u"kept in memory"_s);
    QVERIFY2(secrets->where().contains("memory"_L1), qPrintable(secrets->where()));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
