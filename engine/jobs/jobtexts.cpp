// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtexts.h"

#include "base/folding.h"
#include "logs/logline.h"
#include "logs/logreader.h"

#include <algorithm>

namespace kule::jobtexts {
namespace {

constexpr int mostAttempts = 4;
constexpr qint64 headBytes = 64 * 1024;
constexpr qint64 tailBytes = 192 * 1024;
constexpr qsizetype longestLogWord = 100; // what is longer is data, not words

Done ignoreRows(Result<Cursor> result)
{
    return std::move(result).map([](const Cursor &) {});
}

// FTS5's language: https://www.sqlite.org/fts5.html#full_text_query_syntax
QString matchOf(const FilterTerm &term)
{
    QStringList ways;
    for (const QString &value : term.values)
        ways += u'"' + foldedWords(value).trimmed() + (term.isPhrase ? QStringLiteral("\"") : QStringLiteral("\" *"));
    const QString any = u'(' + ways.join(QStringLiteral(" OR ")) + u')';
    return term.key ? u'{' + QLatin1String(term.key->name) + QStringLiteral("} : ") + any : any;
}

void collect(const Json &value, QString &text)
{
    if (value.is_string()) {
        text += value.get<QString>();
    } else if (value.is_structured()) {
        for (auto item = value.begin(); item != value.end(); ++item) {
            if (value.is_object())
                text += QString::fromStdString(item.key()) + u' ';
            collect(*item, text);
        }
    } else if (!value.is_null()) {
        text += QString::fromUtf8(dumpJson(value));
    }
    text += u'\n';
}

// Without the time that each line begins with, and without ANSI's colours.
QString bareLog(const QByteArray &log)
{
    QString bare;
    for (const QByteArray &line : log.split('\n'))
        bare += parseAnsi(withoutTime(line)).text + u'\n';
    return bare;
}

QString shortWords(const QString &words)
{
    QString kept;
    for (const QStringView word : QStringView(words).split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() <= longestLogWord)
            kept += u' ' + word.toString();
    }
    return kept.isEmpty() ? kept : kept + u' ';
}

} // namespace

Result<Progress> progress(Database &index)
{
    Progress progress;
    for (auto [key, value] : {std::pair("change", &progress.change), std::pair("swept", &progress.swept)}) {
        const auto read = index.number("SELECT value FROM meta WHERE key = ?", key);
        if (!read)
            return fail(read.error());
        *value = *read;
    }
    return progress;
}

Done setProgress(Database &index, const Progress &progress)
{
    if (auto done = index.run("UPDATE meta SET value = ? WHERE key = 'change'", progress.change); !done)
        return fail(done.error());
    return ignoreRows(index.run("UPDATE meta SET value = ? WHERE key = 'swept'", progress.swept));
}

Done put(Database &index, qint64 seq, const JobWords &words)
{
    if (auto removed = remove(index, seq); !removed)
        return removed;
    return ignoreRows(index.run("INSERT INTO job_text (rowid, id, label, file, type, error, args, log) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", seq, words.id, words.label,
                                words.file, words.type, words.error, words.args, words.log));
}

Done remove(Database &index, qint64 seq)
{
    return ignoreRows(index.run("DELETE FROM job_text WHERE rowid = ?", seq));
}

Done clear(Database &index)
{
    return ignoreRows(index.run("DELETE FROM job_text"));
}

Result<Hits> find(Database &index, const JobFilter &filter)
{
    QStringList wanted;
    QStringList unwanted;
    for (const FilterTerm &term : filter.terms) {
        if (!term.key || term.key->kind == FilterKind::Part)
            (term.isNegated ? unwanted : wanted) += matchOf(term);
    }
    Hits hits;
    hits.areExcluded = wanted.isEmpty();
    QString match = u'(' + (hits.areExcluded ? unwanted.join(QStringLiteral(" OR ")) : wanted.join(QStringLiteral(" AND "))) + u')';
    if (!hits.areExcluded && !unwanted.isEmpty())
        match += QStringLiteral(" NOT (") + unwanted.join(QStringLiteral(" OR ")) + u')';
    const auto read = progress(index);
    if (!read)
        return fail(read.error());
    hits.progress = *read;
    auto rows = index.run("SELECT rowid FROM job_text WHERE job_text MATCH ? ORDER BY rowid", match);
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        hits.seqs.push_back(rows->integer(0));
    return hits;
}

QString argumentWords(const QByteArray &json)
{
    QString text;
    collect(parseJson(json, nullptr, 1000).value_or(Json()), text);
    return foldedWords(text);
}

QString logWords(int attempts, const std::function<QString(int)> &base)
{
    QString words;
    for (int number = std::max(1, attempts - mostAttempts + 1); number <= attempts; ++number) {
        const auto head = readLog(base(number), 0, headBytes, true);
        if (!head)
            continue; // what cannot be read is not found
        words += foldedWords(bareLog(head->text));
        if (head->next >= head->size)
            continue;
        const auto tail = head->size - head->next > tailBytes ? readLogTail(base(number), tailBytes, true) : readLog(base(number), head->next, tailBytes, true);
        if (tail)
            words += foldedWords(bareLog(tail->text));
    }
    return shortWords(words);
}

} // namespace kule::jobtexts
