// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace ui {

/// A structured payload as a tree of names and values. Values are the very text of the payload, so
/// 64-bit integers and long fractions stay exact. Made on any thread, immutable afterwards.
class Outline
{
public:
    enum class Kind : quint8 { Object, Array, Text, Number, Word };
    struct Node
    {
        QByteArray name; ///< UTF-8; empty for the root
        QByteArray value; ///< UTF-8 of a scalar
        Kind kind = Kind::Word;
        std::uint32_t parent = 0;
        std::uint32_t row = 0;
        std::vector<std::uint32_t> children;
    };
    static constexpr std::size_t maxNodes = 400'000;
    static constexpr int maxDepth = 256;

    std::vector<Node> nodes; ///< [0] is the root
    QString format; ///< "JSON", "CBOR"
    bool cut = false; ///< a limit was hit: the rest is not shown
    QList<QByteArray> lines; ///< pretty text, for the difference

    std::uint32_t add(std::uint32_t parent, Kind kind, QByteArray name, QByteArray value);
    void writeLines(); ///< fills `lines` from the nodes
};

/// RFC 8259. Null when it is not JSON; `why` then says where it breaks.
std::shared_ptr<Outline> outlineJson(const QByteArray &text, QString *why);
/// RFC 8949, one item, in diagnostic notation; null when it is not CBOR.
std::shared_ptr<Outline> outlineCbor(const QByteArray &bytes, QString *why);

/// Shows an Outline. Two columns: name and value.
class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;
    void setOutline(std::shared_ptr<const Outline> outline); ///< resets the model
    const Outline *outline() const { return m_outline.get(); }
    /// RFC 6901 pointer of a row, for mappings.
    QString pointer(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Outline> m_outline;
};

} // namespace ui
