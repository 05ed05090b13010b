// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/extractors/jsonld.h"

#include "titles/htmltext.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype longestScript = 1024 * 1024; // bytes; a real one has two thousand

QString textIn(const Json &value, qsizetype longest)
{
    if (!value.is_string())
        return {};
    const auto &text = value.get_ref<const std::string &>();
    return tidy(QString::fromUtf8(withoutEntities(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())))), longest);
}

/// The member, null when it is absent or this is no object.
const Json &memberOf(const Json &object, const char *key)
{
    static const Json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() ? *found : none;
}

/// schema.org allows one of a thing where it allows many.
template <class Visit>
void forEach(const Json &value, Visit visit)
{
    if (!value.is_array())
        return visit(value);
    for (const Json &entry : value)
        visit(entry);
}

bool isOfType(const Json &object, const char *type)
{
    bool isIt = false;
    forEach(memberOf(object, "@type"), [&](const Json &entry) { isIt = isIt || entry == type; });
    return isIt;
}

/// A Person as {"name"} or as a bare text; the same for images with "url".
QString textOrMember(const Json &value, const char *key, qsizetype longest)
{
    return textIn(value.is_object() ? memberOf(value, key) : value, longest);
}

QStringList genresOf(const Json &genre)
{
    QStringList genres;
    forEach(genre, [&](const Json &entry) { addNames(genres, splitNames(textIn(entry, mostNames * longestName))); });
    return genres;
}

QStringList namesOf(const Json &people)
{
    QStringList names;
    forEach(people, [&](const Json &person) { addNames(names, {textOrMember(person, "name", longestName)}); });
    return names;
}

QString imageOf(const Json &image)
{
    QString url;
    forEach(image, [&](const Json &entry) { url = url.isEmpty() ? imageUrl(textOrMember(entry, "url", longestUrl)) : url; });
    return url;
}

/// "2016-7-15", not zero-padded, as three numbers to compare; nothing when it is no date.
std::optional<std::array<int, 3>> dateIn(const Json &value)
{
    const QStringList parts = textIn(value, 10).split(u'-');
    std::array<int, 3> date{};
    for (std::size_t i = 0; i < date.size() && i < static_cast<std::size_t>(parts.size()); ++i)
        date[i] = parts[static_cast<qsizetype>(i)].left(i == 0 ? 4 : 2).toInt();
    return yearIn(parts.first().toUtf8()) ? std::optional(date) : std::nullopt;
}

std::optional<int> firstYearOf(const Json &object)
{
    const auto start = dateIn(memberOf(object, "startDate"));
    const auto created = dateIn(memberOf(object, "dateCreated"));
    const bool isItsOwn = start && (!created || *start < *created);
    return isOfType(object, "TVSeries") && isItsOwn ? std::optional((*start)[0]) : std::nullopt;
}

JsonLdFindings read(const Json &object)
{
    JsonLdFindings found;
    found.info.title = textIn(memberOf(object, "name"), longestTitle);
    found.info.plot = textIn(memberOf(object, "description"), longestPlot);
    found.info.genres = genresOf(memberOf(object, "genre"));
    found.info.cast = namesOf(memberOf(object, memberOf(object, "actors").is_null() ? "actor" : "actors"));
    found.info.backdrop = imageOf(memberOf(object, "image"));
    found.rating = textIn(memberOf(object, "contentRating"), longestName);
    found.firstYear = firstYearOf(object);
    return found;
}

/// Of a script's text, which may stand in a comment, end in a semicolon, hold raw line ends or be escaped as markup.
std::optional<Json> parsed(QByteArrayView script)
{
    const qsizetype first = script.indexOf('{');
    const qsizetype last = script.lastIndexOf('}');
    if (first < 0 || last < first || script.size() > longestScript)
        return std::nullopt;
    // The brackets of a list of objects, but not those of "<![CDATA[".
    const qsizetype open = script.first(first).trimmed().endsWith('[') ? script.first(first).lastIndexOf('[') : -1;
    const qsizetype close = script.sliced(last + 1).trimmed().startsWith(']') ? script.indexOf(']', last) : -1;
    const bool isList = open >= 0 && close >= 0 && !script.first(open).endsWith("<![CDATA");
    const QByteArrayView json = isList ? script.sliced(open, close + 1 - open) : script.sliced(first, last + 1 - first);
    if (auto whole = parseJson(json))
        return whole;
    QByteArray mended = json.toByteArray();
    std::ranges::replace_if(mended, [](char c) { return c >= 0 && c < ' '; }, ' ');
    if (auto whole = parseJson(mended))
        return whole;
    return mended.contains("&quot;") || mended.contains("&#34;") ? parseJson(withoutEntities(mended)) : std::nullopt;
}

void collect(std::vector<Json> &titles, const Json &value)
{
    forEach(value, [&](const Json &entry) {
        if (isOfType(entry, "Movie") || isOfType(entry, "TVSeries"))
            titles.push_back(entry);
        forEach(memberOf(entry, "@graph"), [&](const Json &node) {
            if (isOfType(node, "Movie") || isOfType(node, "TVSeries"))
                titles.push_back(node);
        });
    });
}

bool namesPageOf(const Json &object, const TitleKey &key)
{
    return std::ranges::any_of(std::array{"url", "@id"}, [&](const char *member) {
        const QByteArray url = textIn(memberOf(object, member), longestUrl).toUtf8();
        const qsizetype at = url.indexOf("/title/" + key.id);
        const qsizetype end = at + 7 + key.id.size();
        return at >= 0 && (end == url.size() || url[end] < '0' || url[end] > '9');
    });
}

} // namespace

std::optional<JsonLdFindings> fromJsonLd(const std::vector<QByteArrayView> &scripts, const TitleKey &key)
{
    std::vector<Json> titles;
    for (const QByteArrayView script : scripts) {
        if (const auto json = parsed(script))
            collect(titles, *json);
    }
    if (titles.empty())
        return std::nullopt;
    const auto ours = std::ranges::find_if(titles, [&](const Json &title) { return namesPageOf(title, key); });
    return read(ours != titles.end() ? *ours : titles.front());
}

} // namespace kule
