// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/router.h"

#include <QStringDecoder>

namespace kule {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Error badTarget()
{
    return {ErrorKind::Invalid, "api.bad_target",
            text(QT_TRANSLATE_NOOP("Engine", "The address holds a broken escape or bytes that are not UTF-8. Percent-encode it as UTF-8.")), nullptr, std::nullopt};
}

Error notFound(QByteArrayView path)
{
    return {ErrorKind::NotFound, "api.not_found",
            text(QT_TRANSLATE_NOOP("Engine", "There is nothing at %1. See /docs for what there is."), QString::fromUtf8(path.first(std::min<qsizetype>(path.size(), 200)))),
            nullptr, std::nullopt};
}

std::vector<QByteArrayView> segmentsOf(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    for (qsizetype at = 1; at <= path.size();) {
        const qsizetype slash = path.indexOf('/', at);
        const qsizetype end = slash < 0 ? path.size() : slash;
        segments.push_back(path.sliced(at, end - at));
        at = end + 1;
        if (slash < 0)
            break;
    }
    return segments;
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView piece)
{
    QByteArray bytes;
    bytes.reserve(piece.size());
    for (qsizetype i = 0; i < piece.size(); ++i) {
        char c = piece[i];
        if (c == '%') {
            const int high = i + 2 < piece.size() ? hexDigit(piece[i + 1]) : -1;
            const int low = i + 2 < piece.size() ? hexDigit(piece[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c == '\0')
            return std::nullopt;
        bytes += c;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

std::optional<Query> parseQuery(QByteArrayView query)
{
    Query pairs;
    for (const QByteArray &pair : query.toByteArray().split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        value.replace('+', ' ');
        const auto name = percentDecoded(equals < 0 ? pair : pair.left(equals));
        const auto decoded = percentDecoded(value);
        if (!name || !decoded)
            return std::nullopt;
        pairs.emplace_back(name->toUtf8(), *decoded);
    }
    return pairs;
}

struct Router::Node
{
    QHash<QString, Node *> fixed;
    Node *any = nullptr;
    std::vector<const Operation *> operations;
    std::vector<std::unique_ptr<Node>> owned;

    Node *add()
    {
        owned.push_back(std::make_unique<Node>());
        return owned.back().get();
    }

    // A fixed segment wins over a parameter; where it leads nowhere the parameter is tried.
    const Node *walk(std::span<const QString> segments, QStringList &values) const
    {
        if (segments.empty())
            return operations.empty() ? nullptr : this;
        if (const Node *next = fixed.value(segments.front())) {
            if (const Node *end = next->walk(segments.subspan(1), values))
                return end;
        }
        if (!any || segments.front().isEmpty())
            return nullptr;
        values.push_back(segments.front());
        if (const Node *end = any->walk(segments.subspan(1), values))
            return end;
        values.pop_back();
        return nullptr;
    }
};

Router::Router(std::span<const Operation> operations)
    : m_root(std::make_unique<Node>())
{
    for (const Operation &operation : operations) {
        Node *node = m_root.get();
        for (const QByteArrayView segment : segmentsOf(operation.path)) {
            Node *&next = segment.startsWith('{') ? node->any : node->fixed[QString::fromUtf8(segment)];
            if (!next)
                next = node->add();
            node = next;
        }
        node->operations.push_back(&operation);
    }
}

Router::~Router() = default;

Result<Route> Router::find(QByteArrayView method, QByteArrayView path) const
{
    if (!path.startsWith('/'))
        return fail(badTarget());
    std::vector<QString> segments;
    for (const QByteArrayView segment : segmentsOf(path)) {
        auto decoded = percentDecoded(segment);
        if (!decoded)
            return fail(badTarget());
        segments.push_back(std::move(*decoded));
    }
    Route route;
    const Node *node = m_root->walk(segments, route.values);
    if (!node)
        return fail(notFound(path));
    const QByteArrayView wanted = method == "HEAD" ? QByteArrayView("GET") : method;
    for (const Operation *operation : node->operations) {
        const char *verb = wordOf(operation->verb);
        if (wanted == verb)
            route.operation = operation;
        route.allow += QByteArray(verb) + (operation->verb == Verb::Get ? ", HEAD, " : ", ");
    }
    route.allow += "OPTIONS";
    return route;
}

} // namespace kule
