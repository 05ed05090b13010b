// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titleurl.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype longestUrl = 8192;
constexpr qsizetype longestId = 20;
constexpr QLatin1String site("https://www.netflix.com/");

// By ASCII alone: QChar's own questions are also answered yes by digits and letters of other scripts.
constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isLocale(QStringView part)
{
    const qsizetype dash = part.indexOf(u'-');
    const QStringView country = dash < 0 ? part : part.first(dash);
    const QStringView language = dash < 0 ? QStringView() : part.sliced(dash + 1);
    return country.size() == 2 && std::ranges::all_of(country, isLetter)
        && (dash < 0
            || (language.size() >= 2 && language.size() <= 4
                && std::ranges::all_of(language, [](QChar c) { return isLetter(c) || isDigit(c); })));
}

bool isId(QStringView part)
{
    return !part.isEmpty() && part.size() <= longestId && std::ranges::all_of(part, isDigit);
}

bool startsWithSite(QStringView url)
{
    if (url.size() < site.size())
        return false;
    for (qsizetype i = 0; i < site.size(); ++i) {
        const QChar c = url[i] >= u'A' && url[i] <= u'Z' ? QChar(url[i].unicode() + 32) : url[i];
        if (c != site[i])
            return false;
    }
    return true;
}

tl::unexpected<Error> refused(Text why)
{
    const Json entry{{"field", "url"}, {"message", why.english()}};
    return fail({ErrorKind::Invalid, "VALIDATION_ERROR", std::move(why), Json{{"errors", Json::array({entry})}}, std::nullopt});
}

tl::unexpected<Error> notATitle()
{
    return refused(text(QT_TRANSLATE_NOOP("Engine", "This is not the address of a title. Give one such as https://www.netflix.com/tr/title/81616256.")));
}

} // namespace

Result<TitleKey> titleKeyOf(const QString &url)
{
    const QStringView whole = QStringView(url).trimmed();
    if (whole.isEmpty())
        return refused(text(QT_TRANSLATE_NOOP("Engine", "The url is missing. Give one such as https://www.netflix.com/tr/title/81616256.")));
    if (whole.size() > longestUrl)
        return refused(text(QT_TRANSLATE_NOOP("Engine", "The url is longer than %1 characters. Leave away what follows the number of the title."), QString::number(longestUrl)));
    if (std::ranges::any_of(whole, [](QChar c) { return c <= u' ' || c == u'\x7f'; }) || !startsWithSite(whole))
        return notATitle();
    const QStringView behind = whole.sliced(site.size());
    const auto end = std::ranges::find_if(behind, [](QChar c) { return c == u'?' || c == u'#'; });
    QList<QStringView> parts = behind.first(end - behind.begin()).split(u'/');
    if (parts.size() > 1 && parts.last().isEmpty())
        parts.removeLast();
    const bool hasLocale = parts.size() == 3 && isLocale(parts.first());
    if (!hasLocale && parts.size() != 2)
        return notATitle();
    if (parts[parts.size() - 2] != u"title" || !isId(parts.last()))
        return notATitle();
    return TitleKey{parts.last().toLatin1(), hasLocale ? parts.first().toLatin1().toLower() : QByteArray()};
}

QByteArray pathOf(const TitleKey &key)
{
    return (key.locale.isEmpty() ? QByteArray() : '/' + key.locale) + "/title/" + key.id;
}

} // namespace kule
