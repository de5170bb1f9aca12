// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "models/base/log.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class BreezeEngine final : public QIconEngine
{
public:
    BreezeEngine(const QString &name, Role role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor ink = inkFor(mode);
        const QString key = u"breeze/%1/%2x%3/%4"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ink.rgba());
        QPixmap out;
        if (QPixmapCache::find(key, &out))
            return out;
        out = QPixmap(size);
        out.fill(Qt::transparent);
        const QString file = iconFile(m_name, qMin(size.width(), size.height()));
        if (!file.isEmpty()) {
            QPainter painter(&out);
            QSvgRenderer(file).render(&painter, QRectF(QPointF(), size));
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(out.rect(), ink);
        }
        QPixmapCache::insert(key, out);
        return out;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        QPixmap out = pixmap(size, mode, state);
        out.setDevicePixelRatio(scale);
        return out;
    }

    QIconEngine *clone() const override { return new BreezeEngine(m_name, m_role); }
    QString key() const override { return u"pilothouse-breeze"_s; }
    bool isNull() override { return false; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {{16, 16}, {22, 22}, {32, 32}};
    }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        QColor ink = colour(m_role);
        if (mode == QIcon::Disabled)
            ink.setAlphaF(0.4f);
        return ink;
    }

    const QString m_name;
    const Role m_role;
};

} // namespace

QString iconFile(const QString &name, int size)
{
    static constexpr std::array folders{"actions", "status",      "devices",  "places",
                                        "apps",    "preferences", "mimetypes"};
    const std::array sizes = size < 20 ? std::array{16, 22, 32} : std::array{22, 16, 32};
    for (const char *folder : folders) {
        for (const int wanted : sizes) {
            const QString file =
                u"/usr/share/icons/breeze/%1/%2/%3.svg"_s.arg(QLatin1StringView(folder))
                    .arg(wanted)
                    .arg(name);
            if (QFile::exists(file))
                return file;
        }
    }
    return {};
}

QIcon icon(const QString &name)
{
    return icon(name, Role::Text);
}

QIcon icon(const QString &name, Role role)
{
    if (name.isEmpty())
        return {};
    if (iconFile(name, 22).isEmpty())
        qCWarning(base::lcUi, "There is no Breeze icon \"%s\" (package breeze-icon-theme).",
                  qUtf8Printable(name));
    return QIcon(new BreezeEngine(name, role));
}

} // namespace ui
