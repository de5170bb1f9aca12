// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/outline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace ui {

namespace {

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Explore)
};

/// Cuts the text into nodes without converting numbers; a stack of its own instead of recursion.
class JsonReader
{
public:
    JsonReader(const QByteArray &text, Outline &out)
        : m_text(text)
        , m_out(out)
    {
    }

    bool read()
    {
        if (!value(0, {}))
            return false;
        while (!m_stack.empty() && !m_out.cut) {
            if (!step())
                return false;
        }
        skipSpace();
        return m_out.cut || m_at == m_text.size();
    }
    qsizetype position() const { return m_at; }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size()
               && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpace();
        if (peek() != c || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    bool step()
    {
        const std::uint32_t open = m_stack.back();
        const bool object = m_out.nodes[open].kind == Outline::Kind::Object;
        const std::size_t count = m_out.nodes[open].children.size();
        if (take(object ? '}' : ']')) {
            m_stack.pop_back();
            return true;
        }
        if (count > 0 && !take(','))
            return false;
        if (!object)
            return value(open, QByteArray::number(static_cast<qulonglong>(count)));
        skipSpace();
        QByteArray name;
        return string(name) && take(':') && value(open, name);
    }

    bool value(std::uint32_t parent, const QByteArray &name)
    {
        if (m_out.nodes.size() >= Outline::maxNodes || m_stack.size() >= Outline::maxDepth) {
            m_out.cut = true;
            return true;
        }
        skipSpace();
        const char c = peek();
        if (c == '{' || c == '[') {
            ++m_at;
            m_stack.push_back(m_out.add(
                parent, c == '{' ? Outline::Kind::Object : Outline::Kind::Array, name, {}));
            return true;
        }
        QByteArray text;
        if (c == '"')
            return string(text) && (m_out.add(parent, Outline::Kind::Text, name, text), true);
        const qsizetype start = m_at;
        while (m_at < m_text.size()
               && (isalnum(static_cast<uchar>(peek())) || peek() == '-' || peek() == '+'
                   || peek() == '.'))
            ++m_at;
        text = m_text.mid(start, m_at - start);
        const bool word = text == "true" || text == "false" || text == "null";
        if (!word && !isNumber(text))
            return false;
        m_out.add(parent, word ? Outline::Kind::Word : Outline::Kind::Number, name, text);
        return true;
    }

    /// RFC 8259, 6: -? int frac? exp?
    static bool isNumber(const QByteArray &text)
    {
        qsizetype i = text.startsWith('-') ? 1 : 0;
        const auto digits = [&] {
            const qsizetype from = i;
            while (i < text.size() && text[i] >= '0' && text[i] <= '9')
                ++i;
            return i > from;
        };
        const qsizetype first = i;
        if (!digits() || (text[first] == '0' && i - first > 1))
            return false;
        if (i < text.size() && text[i] == '.' && (++i, !digits()))
            return false;
        if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
            ++i;
            if (i < text.size() && (text[i] == '+' || text[i] == '-'))
                ++i;
            if (!digits())
                return false;
        }
        return i == text.size();
    }

    bool string(QByteArray &out)
    {
        if (peek() != '"')
            return false;
        const qsizetype start = ++m_at;
        bool escaped = false;
        while (m_at < m_text.size() && peek() != '"') {
            escaped |= peek() == '\\';
            m_at += peek() == '\\' ? 2 : 1;
        }
        if (m_at >= m_text.size())
            return false;
        out = m_text.mid(start, m_at++ - start);
        if (escaped) {
            const QJsonDocument parsed = QJsonDocument::fromJson("[\"" + out + "\"]");
            if (!parsed.isArray())
                return false;
            out = parsed.array().first().toString().toUtf8();
        }
        return true;
    }

    const QByteArray &m_text;
    Outline &m_out;
    qsizetype m_at = 0;
    std::vector<std::uint32_t> m_stack;
};

} // namespace

std::shared_ptr<Outline> outlineJson(const QByteArray &text, QString *why)
{
    auto out = std::make_shared<Outline>();
    out->format = QStringLiteral("JSON");
    JsonReader reader(text, *out);
    if (!reader.read()) {
        if (why)
            *why = Words::tr("Not JSON: it breaks at byte %1.").arg(reader.position());
        return {};
    }
    if (out->nodes.empty())
        return {};
    out->writeLines();
    return out;
}

} // namespace ui
