// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inference/model.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QString modelFolder()
{
    return QStringLiteral(PILOTHOUSE_SOURCE_DIR "/resources/models/");
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsNumpyDid_data();
    void answersAsNumpyDid();
    void readsWhatTheFileSays();
    void refusesWhatIsNoModel_data();
    void refusesWhatIsNoModel();
    void survivesCutsAndFlips();
    void refusesRowsThatDoNotFit();
};

void ModelTest::answersAsNumpyDid_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(modelFolder()).entryList({u"*.onnx"_s});
    QVERIFY(files.size() >= 6);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(5);
}

void ModelTest::answersAsNumpyDid()
{
    QFETCH(const QString, name);
    auto model = inference::Model::load(modelFolder() + name + u".onnx"_s);
    QVERIFY2(model, qPrintable(model ? QString() : model.error().text));
    QFile reference(modelFolder() + name + u".reference.csv"_s);
    QVERIFY(reference.open(QIODevice::ReadOnly));
    reference.readLine();
    std::vector<float> input;
    std::vector<float> wanted;
    std::size_t rows = 0;
    for (; !reference.atEnd(); ++rows) {
        const QList<QByteArray> cells = reference.readLine().trimmed().split(',');
        for (qsizetype i = 0; i < cells.size(); ++i)
            (static_cast<std::size_t>(i) < model->inputSize() ? input : wanted)
                .push_back(cells[i].toFloat());
    }
    QVERIFY(rows >= 6);
    const auto answers = model->run(input, rows, u"probabilities"_s);
    QVERIFY2(answers, qPrintable(answers ? QString() : answers.error().text));
    QCOMPARE(answers->size(), wanted.size());
    float worst = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        worst = std::max(worst, std::abs((*answers)[i] - wanted[i]));
    QVERIFY2(worst <= 1e-5f,
             qPrintable(u"largest difference %1"_s.arg(static_cast<double>(worst))));
    // One by one the rows give the same: nothing is left over from the row before.
    const auto last = model->run(std::span(input).subspan((rows - 1) * model->inputSize()), 1);
    QVERIFY(last);
    QVERIFY(std::equal(last->begin(), last->end(),
                       answers->end() - static_cast<std::ptrdiff_t>(last->size())));
}

void ModelTest::readsWhatTheFileSays()
{
    const auto info = inference::readOnnxInfo(bytesOf(modelFolder() + u"pump-wear-2.1.0.onnx"_s));
    QVERIFY(info);
    QCOMPARE(info->opset, 13);
    QCOMPARE(info->modelVersion, 20100);
    QCOMPARE(info->graphName, u"pump-wear"_s);
    QCOMPARE(info->inputs.size(), 1u);
    QCOMPARE(info->inputs.front().name, u"input"_s);
    QCOMPARE(info->inputs.front().shape, (std::vector<std::int64_t>{-1, 7}));
    QCOMPARE(info->outputs.front().name, u"probabilities"_s);
    QCOMPARE(info->operators.value(u"Gemm"_s), 3);
    QCOMPARE(info->metadata.value(u"classes"_s), uR"(["ok", "worn", "cavitation"])"_s);
    QCOMPARE(info->metadata.value(u"training_data_sha256"_s).size(), 64);
    QCOMPARE(info->sha256.size(), 64);
}

void ModelTest::refusesWhatIsNoModel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no model");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("endless varint") << QByteArray(64, '\xff');
    QTest::newRow("length beyond the end") << QByteArray::fromHex("08073affffffff7f00");
    QTest::newRow("no graph") << QByteArray::fromHex("0807");
    QTest::newRow("graph without inputs") << QByteArray::fromHex("08073a00");
}

void ModelTest::refusesWhatIsNoModel()
{
    QFETCH(const QByteArray, bytes);
    const auto model = inference::Model::fromBytes(bytes, u"test"_s);
    QVERIFY(!model);
    QVERIFY(!model.error().text.isEmpty());
}

void ModelTest::survivesCutsAndFlips()
{
    // Only our own reader: OpenCV itself may crash on damaged files.
    const QByteArray whole = bytesOf(modelFolder() + u"hvac-fault-1.2.0.onnx"_s);
    QVERIFY(!whole.isEmpty());
    int refused = 0;
    for (qsizetype size = 0; size < whole.size(); ++size)
        refused += inference::readOnnxInfo(whole.first(size)) ? 0 : 1;
    QVERIFY(refused > whole.size() / 2);
    for (qsizetype bit = 0; bit < whole.size() * 8; ++bit) {
        QByteArray damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        const auto info = inference::readOnnxInfo(damaged);
        QVERIFY(info || !info.error().text.isEmpty());
    }
}

void ModelTest::refusesRowsThatDoNotFit()
{
    auto model = inference::Model::load(modelFolder() + u"pump-wear-2.1.0.onnx"_s);
    QVERIFY(model);
    const std::vector<float> six(6);
    QVERIFY(!model->run(six, 1));
    QVERIFY(!model->run(six, 0));
    QVERIFY(!model->run(std::vector<float>(7), 1, u"nothing"_s));
    QVERIFY(!inference::Model::load(u"/nowhere/model.onnx"_s));
}

QTEST_GUILESS_MAIN(ModelTest)
#include "tst_model.moc"
