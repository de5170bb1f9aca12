// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/connections.h"
#include "models/connect/secrets.h"
#include "tests/ui/feed.h"
#include "ui/explore/explorepage.h"
#include "ui/explore/historymodel.h"
#include "ui/explore/outline.h"
#include "ui/explore/payloadlines.h"
#include "ui/explore/payloadview.h"
#include "ui/explore/publishpanel.h"
#include "ui/explore/searchmodel.h"
#include "ui/explore/topictree.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

namespace {

void add(ingest::TopicTable &table, const QByteArray &topic, const QByteArray &payload = "1")
{
    ingest::TopicTable::Writer writer(table);
    telemetry::MessageView message;
    message.topic = {topic.constData(), static_cast<std::size_t>(topic.size())};
    message.payload = {payload.constData(), static_cast<std::size_t>(payload.size())};
    message.received = tests::Feed::start;
    writer.add(message, 0, "json", {});
}

QStringList childrenOf(const QAbstractItemModel &model, const QModelIndex &parent)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row)
        out << model.index(row, 0, parent).data().toString();
    return out;
}

QString joined(const ui::Lines &lines)
{
    QStringList out;
    for (qsizetype i = 0; i < lines.count(); ++i)
        out << lines.line(i);
    return out.join(u'\n');
}

ui::PayloadInput input(const QByteArray &payload)
{
    ui::PayloadInput out;
    out.topic = "works/p1/data";
    out.message.payload = payload;
    out.message.number = 1;
    return out;
}

} // namespace

class TestExplore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)."_s));
    }

    void treeGrowsInNaturalOrder()
    {
        ingest::TopicTable table(1000, 1 << 20);
        ui::TopicTree tree(&table);
        Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the test opens rows itself
        for (const char *topic :
             {"works/p10/flow", "works/p2/flow", "works/P1/flow", "depot", "works/p2"})
            add(table, topic);
        QVERIFY(!tree.grow());
        QCOMPARE(tree.topicCount(), 5u);
        const QModelIndex source = tree.index(0, 0);
        tree.fetchMore(source);
        QCOMPARE(childrenOf(tree, source), QStringList({u"depot"_s, u"works"_s}));
        const QModelIndex works = tree.index(1, 0, source);
        tree.fetchMore(works);
        QCOMPARE(childrenOf(tree, works), QStringList({u"P1"_s, u"p2"_s, u"p10"_s}));
        QCOMPARE(tree.topicOf(tree.index(1, 0, works)), 4u);
        QSignalSpy inserted(&tree, &QAbstractItemModel::rowsInserted);
        add(table, "works/p3/flow");
        add(table, "unopened/a");
        tree.grow();
        QCOMPARE(inserted.size(), 2); // p3 and "unopened"; what is below is not told
        QVERIFY(tree.hasChildren(tree.index(2, 0, works)));
        QCOMPARE(childrenOf(tree, works), QStringList({u"P1"_s, u"p2"_s, u"p3"_s, u"p10"_s}));
    }

    void leafThatGetsAChildShowsIt()
    {
        ingest::TopicTable table(1000, 1 << 20);
        ui::TopicTree tree(&table);
        Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the test opens rows itself
        add(table, "a");
        tree.grow();
        tree.fetchMore(tree.index(0, 0));
        const QModelIndex a = tree.index(0, 0, tree.index(0, 0));
        QVERIFY(!tree.hasChildren(a));
        add(table, "a/b");
        tree.grow();
        QCOMPARE(tree.rowCount(a), 1);
    }

    void oneSignalForARunOfRows()
    {
        ingest::TopicTable table(1000, 1 << 20);
        ui::TopicTree tree(&table);
        Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the test opens rows itself
        for (const char *topic : {"a", "b", "c", "d", "e"})
            add(table, topic);
        tree.grow();
        tree.fetchMore(tree.index(0, 0));
        QModelIndexList rows;
        for (int row = 0; row < 5; ++row)
            rows << tree.index(row, 0, tree.index(0, 0));
        tree.sumUp();
        tree.refreshRows(rows);
        QSignalSpy changed(&tree, &QAbstractItemModel::dataChanged);
        tree.sumUp();
        tree.refreshRows(rows);
        QCOMPARE(changed.size(), 0);
        for (const char *topic : {"a", "b", "e"})
            add(table, topic, "2");
        tree.sumUp();
        tree.refreshRows(rows);
        QCOMPARE(changed.size(), 2); // a..b and e
        QCOMPARE(tree.index(0, ui::TopicTree::Messages).data().toString(), u"8"_s);
    }

    void historyTakesOnlyWhatIsNew()
    {
        ingest::TopicTable table(10, 1 << 20);
        ui::HistoryModel history(&table);
        const Tester tester(&history, Tester::FailureReportingMode::QtTest);
        for (int i = 0; i < 20; ++i)
            add(table, "t", QByteArray::number(i));
        history.setTopic(0);
        QCOMPARE(history.rowCount(), 20);
        QSignalSpy inserted(&history, &QAbstractItemModel::rowsInserted);
        add(table, "t", "20");
        add(table, "t", "21");
        history.refresh();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][2].toInt(), 1);
        QCOMPARE(history.message(0)->payload, QByteArray("21"));
        history.refresh();
        QCOMPARE(inserted.size(), 1);
    }

    void largeIntegersStayExact()
    {
        QString why;
        const auto json = ui::outlineJson("{\"a\":18446744073709551615,\"b\":[-9223372036854775808,"
                                          "1.10],\"c\":{\"d\":\"x\\u0041\"}}",
                                          &why);
        QVERIFY(json);
        QCOMPARE(
            json->lines.join('\n'),
            QByteArray("{\n  \"a\": 18446744073709551615\n  \"b\": [\n    -9223372036854775808\n   "
                       " 1.10\n  ]\n  \"c\": {\n    \"d\": \"xA\"\n  }\n}"));
        ui::OutlineModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setOutline(json);
        QCOMPARE(model.index(0, 1).data().toString(), u"18446744073709551615"_s);
        QCOMPARE(model.pointer(model.index(1, 0, model.index(1, 0))), u"/b/1"_s);
    }

    void brokenJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("{\"a\": 1,");
        QTest::newRow("no quotes") << QByteArray("{a:1}");
        QTest::newRow("leading zero") << QByteArray("[01]");
        QTest::newRow("more after the end") << QByteArray("{} x");
        QTest::newRow("lone bracket") << QByteArray("[");
        QTest::newRow("open text") << QByteArray("[\"a");
        QTest::newRow("escape at the end") << QByteArray("[\"a\\");
    }
    void brokenJson()
    {
        QFETCH(QByteArray, text);
        QString why;
        QVERIFY(!ui::outlineJson(text, &why));
        QVERIFY(!why.isEmpty());
    }

    void deepJsonIsCutNotCrashed()
    {
        QString why;
        const auto json = ui::outlineJson(QByteArray(100'000, '['), &why);
        QVERIFY(json && json->cut);
    }

    void cborAsTree()
    {
        QString why;
        // {"a": 1, "b": [-1, 1.5, h'0102', true]} (RFC 8949, appendix A forms)
        const auto cbor = ui::outlineCbor(QByteArray::fromHex("a26161016162"
                                                              "8420f93e00420102f5"),
                                          &why);
        QVERIFY2(cbor, qPrintable(why));
        QCOMPARE(cbor->lines.join('\n'),
                 QByteArray(
                     "{\n  \"a\": 1\n  \"b\": [\n    -1\n    1.5\n    h'0102'\n    true\n  ]\n}"));
        QVERIFY(!ui::outlineCbor(QByteArray::fromHex("a26161"), &why));
    }

    void differenceOfTexts()
    {
        const auto lines = ui::diffTexts({"{", "  \"a\": 1", "  \"b\": 2", "}"},
                                         {"{", "  \"a\": 1", "  \"b\": 3", "  \"c\": 4", "}"});
        QCOMPARE(joined(*lines),
                 u"  {\n    \"a\": 1\n-   \"b\": 2\n+   \"b\": 3\n+   \"c\": 4\n  }"_s);
        QCOMPARE(joined(*ui::diffTexts({"x"}, {"x"})), u"The same as the message before."_s);
    }

    void differenceOfBytes()
    {
        QByteArray before(64, 'a');
        QByteArray after = before;
        after[40] = 'b';
        const auto lines = ui::diffBytes(before, after);
        QCOMPARE(lines->count(), 4);
        QCOMPARE(lines->kind(1), ui::Lines::Kind::Removed);
        QCOMPARE(lines->kind(2), ui::Lines::Kind::Added);
    }

    void longTextIsCutIntoLines()
    {
        const ui::TextLines lines(QByteArray(1 << 20, 'x'));
        QCOMPARE(lines.count(), (1 << 20) / 2000 + 1);
        const ui::TextLines html("<b>bold</b>\n\xE2\x80\xAEtext");
        QCOMPARE(html.line(0), u"<b>bold</b>"_s);
        QVERIFY(html.line(1).contains(u"U+202E"));
    }

    void payloadFromAllSides()
    {
        ui::PayloadView view;
        QSignalSpy shown(&view, &ui::PayloadView::shown);
        ui::PayloadInput json = input("{\"pressure\": 3.3, \"site\": \"north\"}");
        json.previous = "{\"pressure\": 3.1, \"site\": \"north\"}";
        json.hasPrevious = true;
        view.show(json);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(view.tabs()->tabText(ui::PayloadView::Structure), u"JSON"_s);
        QVERIFY(view.report()->decodedText.startsWith(u"Decoded as json"));
        QVERIFY(!view.report()->decoded.empty());
        QVERIFY(joined(*view.report()->diff).contains(u"-   \"pressure\": 3.1"));
    }

    void imagesAreDecodedElsewhere()
    {
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(Qt::gray);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, "PNG"));
        const auto report = ui::inspect(input(png));
        QCOMPARE(report->image.size(), QSize(320, 200));
        QVERIFY(report->imageText.contains(u"320"));
        const auto cut = ui::inspect(input(png.left(60)));
        QVERIFY(!cut->imageText.isEmpty());
        QVERIFY(ui::inspect(input("text"))->image.isNull());
    }

    void chooseTopicSeeMessages()
    {
        tests::Feed feed;
        ui::ExplorePage page(feed.console);
        page.resize(1200, 800);
        page.show();
        for (int i = 0; i < 5; ++i) {
            feed.answer(u"P-1"_s, 0.9);
            feed.send(u"works/<b>evil</b>"_s, QByteArray::number(i));
            feed.clock.advance(base::nsPerSecond);
        }
        feed.drain();
        QTRY_VERIFY((page.refresh(), page.answer().startsWith(u"3 topics")));
        QVERIFY(page.go({.topic = u"works/<b>evil</b>"_s}));
        QCOMPARE(page.findChild<QLabel *>(u"topicLabel"_s)->text(), u"works/<b>evil</b>"_s);
        QCOMPARE(page.findChild<QLabel *>(u"topicLabel"_s)->textFormat(), Qt::PlainText);
        auto *history = page.findChild<ui::TableView *>(u"messageHistory"_s);
        QTRY_COMPARE(history->model()->rowCount(), 5);
        auto *search = page.findChild<ui::FilterEdit *>(u"topicSearch"_s);
        auto *results = page.findChild<ui::TableView *>(u"topicResults"_s);
        const Tester tester(results->model(), Tester::FailureReportingMode::QtTest);
        QTest::keyClicks(search, u"p-1 infer"_s);
        QTRY_COMPARE(results->model()->rowCount(), 1);
        QVERIFY(results->isVisible());
        results->setCurrentIndex(results->model()->index(0, 0));
        QCOMPARE(page.findChild<QLabel *>(u"topicLabel"_s)->text(), u"works/P-1/inference"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(!results->isVisible());
    }

    void megabytePayloadsDoNotQueue()
    {
        ui::PayloadView view;
        view.show(input("{}"));
        QByteArray large = "[" + QByteArray("1.25,").repeated(200'000) + "0]";
        QSignalSpy shown(&view, &ui::PayloadView::shown);
        for (int i = 0; i < 20; ++i)
            view.show(input(large));
        QTRY_VERIFY_WITH_TIMEOUT(!view.busy(), 20'000);
        QVERIFY2(shown.size() <= 2, "only the newest of those that waited is looked into");
    }

    void publishingAsksAndNeedsTheSwitch()
    {
        auto *secrets = connect::newSessionSecrets(this);
        connect::Connections connections({}, secrets, [](const connect::mqtt::Profile &) {
            return connect::Connections::Outlet{1, std::make_shared<telemetry::Inlet>()};
        });
        connect::mqtt::Profile profile;
        profile.id = u"plant"_s;
        profile.name = u"Plant"_s;
        profile.host = u"127.0.0.1"_s;
        profile.autoConnect = false;
        QVERIFY(connections.save(profile));
        ui::PublishPanel panel(&connections);
        panel.setTarget(u"plant"_s, u"works/cmd"_s);
        auto *send = panel.findChild<QPushButton *>(u"publishSend"_s);
        QVERIFY(!send->isEnabled());
        profile.readOnly = false;
        QVERIFY(connections.save(profile));
        panel.setTarget(u"plant"_s, u"works/cmd"_s);
        QVERIFY(send->isEnabled());
        panel.setPayload("{\"on\":true}");
        QCOMPARE(panel.request()->payload, QByteArray("{\"on\":true}"));
        const ui::ask::Expect refused(ui::ask::Kind::Confirm, {});
        send->click();
        QVERIFY(refused.asked());
        QVERIFY(refused.question().contains(u"works/cmd") && refused.question().contains(u"Plant"));
        panel.setTarget(u"plant"_s, u"works/#"_s);
        QVERIFY(!panel.request());
    }
};

QTEST_MAIN(TestExplore)
#include "tst_explore.moc"
