// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sources/pagereader.h"

#include "bots/split.h"
#include "net/httpclient.h"
#include "titles/htmltext.h"
#include "titles/pagetext.h"
#include "titles/pagetree.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUrl>

namespace kule {
namespace {

constexpr std::size_t mostItems = 1000;
constexpr qsizetype longestId = 500;
constexpr qsizetype longestItemTitle = 1000;
// The attribute that was selected, the element's own, or the first inside.
constexpr char itsAddress[] = "(self::node()[not(self::*)] | @href | .//@href)[1]";
constexpr qsizetype longestDetail = 20'000; // some five messages

Done checkPage(const LoadedPage &page)
{
    const QByteArray type = page.contentType.split(';').front().trimmed().toLower();
    const bool isText = type.isEmpty() || type.startsWith("text/") || type.contains("html") || type.contains("xml");
    if (isText && !page.body.trimmed().isEmpty())
        return {};
    return fail(ErrorKind::Unavailable, "source.not_a_page",
                text(QT_TRANSLATE_NOOP("Engine", "%1 brought no page to read, but %2. Check the address in a browser."), page.url.left(200),
                     page.body.trimmed().isEmpty() ? QStringLiteral("0 B") : QString::fromLatin1(type.left(100))));
}

QString proseOf(const _xmlNode *node)
{
    return QString::fromUtf8(PageTree::proseOf(node));
}

QUrl baseOf(const PageTree &tree, const QString &url)
{
    const QUrl page(url);
    const auto bases = tree.find("//base/@href");
    return bases.empty() ? page : page.resolved(QUrl(proseOf(bases.front()).trimmed()));
}

QString openable(const QUrl &base, const QString &raw)
{
    const QUrl url = base.resolved(QUrl(raw));
    const QString plain = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    return raw.isEmpty() || raw.startsWith(u'#') || plain.size() > longestUrl || !checkUrl(plain) ? QString() : plain;
}

QString bounded(const QString &id)
{
    // Two long ones may begin alike.
    return id.size() <= longestId ? id : QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString idOf(const WebSource &source, const QString &raw, const SourceItem &item)
{
    if (source.id.pattern().isEmpty())
        return bounded(!item.link.isEmpty() ? item.link : !raw.isEmpty() ? raw : item.title);
    for (const QString &where : {item.link, raw}) {
        if (const auto match = source.id.match(where.left(longestUrl)); match.hasMatch() && !match.captured(1).isEmpty())
            return bounded(match.captured(1));
    }
    return {};
}

} // namespace

Result<std::vector<SourceItem>> itemsOf(const LoadedPage &page, const WebSource &source)
{
    if (auto checked = checkPage(page); !checked)
        return fail(checked.error());
    const QByteArray html = pageText(page.body, page.contentType);
    const PageTree tree(html, Attributes::All);
    const QUrl base = baseOf(tree, page.url);
    const auto nodes = tree.find(source.items.constData());
    std::vector<SourceItem> items;
    QSet<QString> known;
    for (_xmlNode *node : nodes) {
        if (items.size() == mostItems)
            break;
        const auto links = tree.find(source.link.constData(), node);
        const auto addresses = links.empty() ? links : tree.find(itsAddress, links.front());
        const QString raw = addresses.empty() ? QString() : proseOf(addresses.front()).trimmed().left(longestUrl);
        // The words of a link that was selected by its address stand around it.
        const auto titles = tree.find(source.title.isEmpty() ? "self::* | self::node()[not(self::*)]/.." : source.title.constData(), node);
        SourceItem item{{}, openable(base, raw), titles.empty() ? QString() : tidy(proseOf(titles.front()), longestItemTitle)};
        item.id = idOf(source, raw, item);
        if (item.id.isEmpty() || known.contains(item.id))
            continue;
        known.insert(item.id);
        items.push_back(std::move(item));
    }
    if (items.empty() && !nodes.empty())
        return fail(ErrorKind::Unavailable, "source.no_ids",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 has entries, but the id of none can be told. Check link and id of the source."), page.url.left(200)));
    return items;
}

Result<QString> detailOf(const LoadedPage &page, const WebSource &source)
{
    if (auto checked = checkPage(page); !checked)
        return fail(checked.error());
    const QByteArray html = pageText(page.body, page.contentType);
    const PageTree tree(html, Attributes::All);
    QString text;
    for (const _xmlNode *node : tree.find(source.detail.constData())) {
        const QString prose = proseOf(node);
        if (prose.isEmpty())
            continue;
        text += (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + prose;
        if (text.size() > longestDetail)
            break;
    }
    if (text.size() <= longestDetail)
        return text;
    const QStringList pieces = split(text, longestDetail - 2);
    return pieces.first() + QStringLiteral(" …");
}

QStringList messagesOf(const QString &heading, const SourceItem &item, const QString &detail)
{
    QString text = heading;
    for (const auto &[part, gap] : {std::pair{item.title, QStringLiteral("\n")}, std::pair{detail, QStringLiteral("\n\n")}, std::pair{item.link, QStringLiteral("\n\n")}}) {
        if (!part.isEmpty())
            text += (text.isEmpty() ? QString() : gap) + part;
    }
    return split(text);
}

} // namespace kule
