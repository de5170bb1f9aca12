// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The architecture, checked: no widget in the engine, link lines obey the floors, includes match.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, int> floors{
    {u"base"_s, 0},      {u"telemetry"_s, 1},   {u"decode"_s, 2},    {u"store"_s, 2},
    {u"policy"_s, 2},    {u"analysis"_s, 2},    {u"recording"_s, 3}, {u"lineage"_s, 3},
    {u"audit"_s, 3},     {u"interchange"_s, 3}, {u"alarms"_s, 4},    {u"devices"_s, 4},
    {u"inference"_s, 4}, {u"connect"_s, 4},     {u"ingest"_s, 5},    {u"monitoring"_s, 5},
    {u"ota"_s, 6},       {u"portfolio"_s, 6},   {u"replay"_s, 6},
};

QString sourceDir()
{
    return QStringLiteral(PILOTHOUSE_SOURCE_DIR);
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sources(const QString &folder)
{
    QStringList out;
    QDirIterator it(sourceDir() + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        out += it.next();
    return out;
}

QStringList included(const QString &text)
{
    static const QRegularExpression line(u"^#include [<\"]([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    QStringList out;
    for (auto it = line.globalMatch(text); it.hasNext();)
        out += it.next().captured(1);
    return out;
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engineIncludesNoWidgets()
    {
        static const QRegularExpression widget(
            u"^(QtWidgets|QtCharts|QChart|QWidget|QApplication|QDialog|QMainWindow|QMessageBox|"
            u"QLabel|QPushButton|"
            "QTableView|QTreeView|QStyle|QAction|QMenu)"_s);
        const QStringList files =
            sources(u"models"_s) + sources(u"app/engine"_s) + sources(u"app/pilothousectl"_s);
        QVERIFY(files.size() > 20);
        for (const QString &file : files) {
            for (const QString &name : included(read(file))) {
                QVERIFY2(!widget.match(name).hasMatch(), qPrintable(file + u" includes "_s + name));
                QVERIFY2(!name.startsWith(u"ui/"_s), qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void modelsIncludeOnlyLowerFloors()
    {
        for (const QString &file : sources(u"models"_s)) {
            const QString own = file.mid(sourceDir().size() + 1).section(u'/', 1, 1);
            QVERIFY2(floors.contains(own), qPrintable(u"No floor is given for models/"_s + own));
            for (const QString &name : included(read(file))) {
                QVERIFY2(!name.startsWith(u"app/"_s), qPrintable(file + u" includes "_s + name));
                const QString other =
                    name.startsWith(u"models/"_s) ? name.section(u'/', 1, 1) : own;
                QVERIFY2(other == own || floors.value(other, 99) < floors.value(own),
                         qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void linkLinesObeyTheFloors()
    {
        static const QRegularExpression target(u"models_([a-z]+)"_s);
        for (const QString &name :
             QDir(sourceDir() + u"/models"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString text = read(sourceDir() + u"/models/"_s + name + u"/CMakeLists.txt"_s);
            QVERIFY2(!text.isEmpty(), qPrintable(name));
            QVERIFY2(!text.contains(u"Qt6::Widgets"_s) && !text.contains(u"Qt6::Charts"_s),
                     qPrintable(name));
            for (auto it = target.globalMatch(text); it.hasNext();) {
                const QString other = it.next().captured(1);
                QVERIFY2(other == name || floors.value(other, 99) < floors.value(name),
                         qPrintable(u"models/%1 links models_%2"_s.arg(name, other)));
            }
        }
    }

    void pagesDoNotKnowEachOther()
    {
        const QStringList shared{u"widgets"_s};
        for (const QString &file : sources(u"ui"_s)) {
            const QString own = file.mid(sourceDir().size() + 1).section(u'/', 1, 1);
            for (const QString &name : included(read(file))) {
                QVERIFY2(!name.startsWith(u"app/"_s), qPrintable(file + u" includes "_s + name));
                if (!name.startsWith(u"ui/"_s) || own == u"shell"_s)
                    continue;
                const QString other = name.section(u'/', 1, 1);
                QVERIFY2(other == own || shared.contains(other),
                         qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void everySourceHasItsLicence()
    {
        for (const QString &folder : {u"app"_s, u"models"_s, u"ui"_s, u"tests"_s}) {
            for (const QString &file : sources(folder))
                QVERIFY2(read(file).startsWith(u"// SPDX-FileCopyrightText: "_s), qPrintable(file));
        }
    }
};

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
