// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlerows.h"

#include "base/folding.h"

namespace kule::titlerows {
namespace {

constexpr char columns[] = "id, locale, title, year, plot, genres, cast_names, backdrop, provenance, page_at, saved_at, is_partial, changes";
constexpr int historyShown = 100;

QVariantList argsOf(const TitleKey &key)
{
    return {QString::fromLatin1(key.id), QString::fromLatin1(key.locale)};
}

QString jsonText(const Json &json)
{
    return QString::fromUtf8(dumpJson(json));
}

QStringList textsOf(const QVariant &json)
{
    QStringList texts;
    for (const Json &entry : parseJson(json.toString().toUtf8()).value_or(Json::array()))
        texts += entry.is_string() ? entry.get<QString>() : QString();
    return texts;
}

TitleKey keyOf(const QVariantList &row)
{
    return {row[0].toString().toLatin1(), row[1].toString().toLatin1()};
}

StoredTitle titleOf(const QVariantList &row)
{
    StoredTitle stored;
    stored.key = keyOf(row);
    stored.info.title = row[2].toString();
    if (!row[3].isNull())
        stored.info.year = row[3].toInt();
    stored.info.plot = row[4].toString();
    stored.info.genres = textsOf(row[5]);
    stored.info.cast = textsOf(row[6]);
    stored.info.backdrop = row[7].toString();
    const Json provenance = parseJson(row[8].toString().toUtf8()).value_or(Json::object());
    for (const TitleField field : titleFields) {
        if (const auto source = provenance.find(nameOf(field).constData()); source != provenance.end())
            stored.provenance[field] = {textOf(*source, "extractor").toLatin1(), source->value("page_at", qint64(0))};
    }
    stored.pageAt = row[9].toLongLong();
    stored.savedAt = row[10].toLongLong();
    stored.isPartial = row[11].toLongLong() != 0;
    stored.changes = row[12].toLongLong();
    return stored;
}

Json provenanceJson(const StoredTitle &title)
{
    Json json = Json::object();
    for (const auto &[field, source] : title.provenance)
        json[nameOf(field).constData()] = {{"extractor", source.extractor}, {"page_at", source.pageAt}};
    return json;
}

void take(TitleInfo &into, const TitleInfo &from, TitleField field)
{
    switch (field) {
    case TitleField::Title: into.title = from.title; break;
    case TitleField::Year: into.year = from.year; break;
    case TitleField::Plot: into.plot = from.plot; break;
    case TitleField::Genres: into.genres = from.genres; break;
    case TitleField::Cast: into.cast = from.cast; break;
    case TitleField::Backdrop: into.backdrop = from.backdrop; break;
    }
}

Json changesOf(const TitleInfo &before, const TitleInfo &after)
{
    const Json from = toJson(before);
    const Json to = toJson(after);
    Json changes = Json::object();
    for (const TitleField field : titleFields) {
        const QByteArray name = nameOf(field);
        if (from[name.constData()] != to[name.constData()])
            changes[name.constData()] = {{"from", from[name.constData()]}, {"to", to[name.constData()]}};
    }
    return changes;
}

QString foldedOf(const StoredTitle &title)
{
    const TitleInfo &info = title.info;
    return foldedWords(info.title + u' ' + info.plot + u' ' + info.genres.join(u' ') + u' ' + info.cast.join(u' ') + u' ' + QString::fromLatin1(title.key.id));
}

Done ignore(Result<qint64> changed)
{
    return std::move(changed).map([](qint64) {});
}

struct Where
{
    QByteArray sql = "1 = 1";
    QVariantList args;
};

// Letters and digits alone are left of words, so nothing in them means something to LIKE.
QByteArray containsAll(const QByteArray &column, const QString &value, QVariantList &args)
{
    QByteArray sql;
    for (const QString &word : foldedWords(value).split(u' ', Qt::SkipEmptyParts)) {
        sql += (sql.isEmpty() ? "" : " AND ") + column + " LIKE ?";
        args.push_back(QStringLiteral("% ") + word + u'%');
    }
    return sql.isEmpty() ? QByteArray("1 = 0") : sql;
}

Where whereOf(const TitleFilter &filter)
{
    Where where;
    for (const FilterTerm &term : filter.terms) {
        const QByteArray key = term.key ? term.key->name : "";
        QByteArrayList either;
        if (key == "year" || key == "since" || key == "before") {
            either += (key == "year" ? "coalesce(year, 0)" : "page_at") + QByteArray(" BETWEEN ? AND ?");
            where.args += {static_cast<qlonglong>(term.from), static_cast<qlonglong>(term.to)};
        } else {
            for (const QString &value : term.values) {
                if (key == "partial") {
                    either += "is_partial = ?";
                    where.args.push_back(static_cast<qlonglong>(value == QLatin1String("yes")));
                } else if (key == "id" || key == "locale") {
                    either += key + " = ?";
                    where.args.push_back(value);
                } else {
                    either += '(' + containsAll("folded", value, where.args) + ')';
                }
            }
        }
        where.sql += (term.isNegated ? " AND NOT (" : " AND (") + either.join(" OR ") + ')';
    }
    return where;
}

} // namespace

Error notFound(const TitleKey &key)
{
    return {ErrorKind::NotFound, "title.not_found",
            text(QT_TRANSLATE_NOOP("Engine", "There is no title %1 in the database. Ask for its url first."), QString::fromLatin1(nameOf(key))), nullptr, std::nullopt};
}

Result<std::optional<StoredTitle>> find(SqlSession &session, const TitleKey &key)
{
    return session.rows(QByteArray("SELECT ") + columns + " FROM title WHERE id = ? AND locale = ?", argsOf(key))
        .map([](const std::vector<QVariantList> &rows) { return rows.empty() ? std::nullopt : std::optional(titleOf(rows.front())); });
}

Result<TitleDetail> detail(SqlSession &session, const TitleKey &key)
{
    auto title = find(session, key);
    if (!title)
        return fail(title.error());
    if (!*title)
        return fail(notFound(key));
    TitleDetail detail{std::move(**title), {}, {}};
    const auto changes = session.rows("SELECT number, at, cause, changes FROM title_change WHERE id = ? AND locale = ? ORDER BY number DESC LIMIT "
                                          + QByteArray::number(historyShown),
                                      argsOf(key));
    if (!changes)
        return fail(changes.error());
    for (const QVariantList &row : *changes)
        detail.history.push_back({row[0].toLongLong(), row[1].toLongLong(), row[2].toString().toLatin1(), parseJson(row[3].toString().toUtf8()).value_or(Json())});
    const auto pages = session.rows("SELECT url, content_type, fetched_at, size FROM title_page WHERE id = ? AND locale = ?", argsOf(key));
    if (!pages)
        return fail(pages.error());
    if (!pages->empty()) {
        const QVariantList &row = pages->front();
        detail.page = RawPage{row[0].toString(), row[1].toString().toLatin1(), row[2].toLongLong(), row[3].toLongLong(), {}};
    }
    return detail;
}

Result<Page<StoredTitle>> list(SqlSession &session, const TitleFilter &filter, const PageRequest &request)
{
    const Where where = whereOf(filter);
    const auto total = session.rows("SELECT count(*) FROM title WHERE " + where.sql, where.args);
    if (!total)
        return fail(total.error());
    QByteArray sql = QByteArray("SELECT ") + columns + " FROM title WHERE " + where.sql;
    QVariantList args = where.args;
    if (!request.after.isEmpty()) {
        // "1795000000000:81616256:tr": the last row of the page before.
        const QStringList last = request.after.split(u':');
        bool isNumber = false;
        const qlonglong savedAt = last.front().toLongLong(&isNumber);
        if (last.size() != 3 || !isNumber)
            return fail(ErrorKind::Invalid, "page.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is not a cursor of this list. Begin again without it.")));
        sql += " AND (saved_at, id, locale) < (?, ?, ?)";
        args += {savedAt, last[1], last[2]};
    }
    sql += " ORDER BY saved_at DESC, id DESC, locale DESC LIMIT " + QByteArray::number(request.limit + 1) + " OFFSET " + QByteArray::number(request.offset);
    const auto rows = session.rows(sql, args);
    if (!rows)
        return fail(rows.error());
    Page<StoredTitle> page;
    page.total = total->front()[0].toLongLong();
    for (const QVariantList &row : *rows)
        page.items.push_back(titleOf(row));
    if (static_cast<int>(page.items.size()) > request.limit) {
        page.items.pop_back();
        const StoredTitle &last = page.items.back();
        page.next = QStringLiteral("%1:%2:%3").arg(last.savedAt).arg(QString::fromLatin1(last.key.id), QString::fromLatin1(last.key.locale));
    }
    return page;
}

Result<StoredTitle> save(SqlSession &session, const TitleKey &key, const Extracted &read, qint64 pageAt, const char *cause, qint64 now)
{
    const auto before = find(session, key);
    if (!before)
        return fail(before.error());
    StoredTitle title = before->value_or(StoredTitle{});
    title.key = key;
    for (const TitleField field : titleFields) {
        if (isMissing(read.info, field))
            continue;
        take(title.info, read.info, field);
        const auto source = read.provenance.find(field);
        title.provenance[field] = {source == read.provenance.end() ? QByteArray() : source->second, pageAt};
    }
    title.isPartial = std::any_of(titleFields.begin(), titleFields.end(), [&](TitleField field) { return isMissing(title.info, field); });
    title.pageAt = std::max(title.pageAt, pageAt);
    title.savedAt = now;
    const Json changes = *before ? changesOf((*before)->info, title.info) : Json::object();
    if (!changes.empty())
        ++title.changes;

    const TitleInfo &info = title.info;
    const QVariant year = info.year ? QVariant(static_cast<qlonglong>(*info.year)) : QVariant();
    auto written = session.change("INSERT INTO title (id, locale, title, year, plot, genres, cast_names, backdrop, provenance, page_at, saved_at, is_partial, changes,"
                                  " folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                  " ON CONFLICT (id, locale) DO UPDATE SET title = excluded.title, year = excluded.year, plot = excluded.plot,"
                                  " genres = excluded.genres, cast_names = excluded.cast_names, backdrop = excluded.backdrop, provenance = excluded.provenance,"
                                  " page_at = excluded.page_at, saved_at = excluded.saved_at, is_partial = excluded.is_partial, changes = excluded.changes,"
                                  " folded = excluded.folded",
                                  argsOf(key)
                                      + QVariantList{info.title, year, info.plot, jsonText(toJson(info)["genres"]), jsonText(toJson(info)["cast"]), info.backdrop,
                                                     jsonText(provenanceJson(title)), static_cast<qlonglong>(title.pageAt), static_cast<qlonglong>(now),
                                                     static_cast<qlonglong>(title.isPartial), static_cast<qlonglong>(title.changes), foldedOf(title)});
    if (!written)
        return fail(written.error());
    if (!changes.empty()) {
        written = session.change("INSERT INTO title_change (id, locale, number, at, cause, changes) VALUES (?, ?, ?, ?, ?, ?)",
                                 argsOf(key) + QVariantList{static_cast<qlonglong>(title.changes), static_cast<qlonglong>(now), QString::fromLatin1(cause), jsonText(changes)});
        if (!written)
            return fail(written.error());
    }
    return title;
}

Done savePage(SqlSession &session, const TitleKey &key, const RawPage &page)
{
    return ignore(session.change("INSERT INTO title_page (id, locale, url, content_type, fetched_at, size, stored, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                 " ON CONFLICT (id, locale) DO UPDATE SET url = excluded.url, content_type = excluded.content_type,"
                                 " fetched_at = excluded.fetched_at, size = excluded.size, stored = excluded.stored, body = excluded.body",
                                 argsOf(key)
                                     + QVariantList{page.url, QString::fromLatin1(page.contentType), static_cast<qlonglong>(page.fetchedAt),
                                                    static_cast<qlonglong>(page.size), static_cast<qlonglong>(page.packed.size()), page.packed}));
}

Result<RawPage> page(SqlSession &session, const TitleKey &key)
{
    const auto rows = session.rows("SELECT url, content_type, fetched_at, size, body FROM title_page WHERE id = ? AND locale = ?", argsOf(key));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, "title.page_not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "No page of title %1 is kept. Fetch it again with a forced refresh."), QString::fromLatin1(nameOf(key))));
    const QVariantList &row = rows->front();
    return RawPage{row[0].toString(), row[1].toString().toLatin1(), row[2].toLongLong(), row[3].toLongLong(), row[4].toByteArray()};
}

Result<std::vector<TitleKey>> pagesAfter(SqlSession &session, const TitleKey &key, int limit)
{
    return session.rows("SELECT id, locale FROM title_page WHERE (id, locale) > (?, ?) ORDER BY id, locale LIMIT " + QByteArray::number(limit), argsOf(key))
        .map([](const std::vector<QVariantList> &rows) {
            std::vector<TitleKey> keys;
            for (const QVariantList &row : rows)
                keys.push_back(keyOf(row));
            return keys;
        });
}

Done remove(SqlSession &session, const TitleKey &key)
{
    // A page alone, of a title that could not be read, goes too.
    const auto pages = session.change("DELETE FROM title_page WHERE id = ? AND locale = ?", argsOf(key));
    const auto titles = pages ? session.change("DELETE FROM title WHERE id = ? AND locale = ?", argsOf(key)) : pages;
    if (!titles)
        return fail(titles.error());
    return *pages + *titles > 0 ? Done() : Done(fail(notFound(key)));
}

Result<qint64> clear(SqlSession &session)
{
    if (auto pages = session.change("DELETE FROM title_page", {}); !pages)
        return pages;
    return session.change("DELETE FROM title", {});
}

Result<TitleSizes> sizes(SqlSession &session)
{
    const auto titles = session.rows("SELECT count(*), coalesce(sum(is_partial), 0) FROM title", {});
    if (!titles)
        return fail(titles.error());
    const auto pages = session.rows("SELECT count(*), coalesce(sum(stored), 0) FROM title_page", {});
    if (!pages)
        return fail(pages.error());
    return TitleSizes{titles->front()[0].toLongLong(), titles->front()[1].toLongLong(), pages->front()[0].toLongLong(), pages->front()[1].toLongLong()};
}

Result<qint64> trimPages(SqlSession &session, qint64 before, qint64 mostBytes)
{
    auto gone = session.change("DELETE FROM title_page WHERE fetched_at < ?", {static_cast<qlonglong>(before)});
    if (!gone || mostBytes <= 0)
        return gone;
    return session
        .change("DELETE FROM title_page WHERE (id, locale) IN (SELECT id, locale FROM (SELECT id, locale,"
                " sum(stored) OVER (ORDER BY fetched_at DESC, id, locale) AS total FROM title_page) AS kept WHERE total > ?)",
                {static_cast<qlonglong>(mostBytes)})
        .map([&](qint64 more) { return *gone + more; });
}

} // namespace kule::titlerows
