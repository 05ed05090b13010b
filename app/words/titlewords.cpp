// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/titlewords.h"

#include "titles/titlestages.h"
#include "widgets/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kule {
namespace {

QString said(const char *source, int n = -1)
{
    return QCoreApplication::translate("TitleWords", source, nullptr, n);
}

struct Word
{
    const char *key;
    const char *words;
};

constexpr Word sources[] = {
    {"netflix", QT_TRANSLATE_NOOP("TitleWords", "page")},
    {"database", QT_TRANSLATE_NOOP("TitleWords", "database")},
    {"cache", QT_TRANSLATE_NOOP("TitleWords", "cache")},
};
constexpr Word extractors[] = {
    {"json-ld", QT_TRANSLATE_NOOP("TitleWords", "structured data (JSON-LD)")},
    {"markup", QT_TRANSLATE_NOOP("TitleWords", "markup of the old page")},
    {"new-markup", QT_TRANSLATE_NOOP("TitleWords", "markup of the new page")},
    {"meta", QT_TRANSLATE_NOOP("TitleWords", "meta tags")},
};
constexpr Word nextSteps[] = {
    {"VALIDATION_ERROR", QT_TRANSLATE_NOOP("TitleWords", "Correct the line and give it again: https://www.netflix.com/tr/title/ and a number.")},
    {"NOT_FOUND", QT_TRANSLATE_NOOP("TitleWords", "No such title is there any more. Compare the number with the page in a browser.")},
    {"REGION_UNAVAILABLE", QT_TRANSLATE_NOOP("TitleWords", "This region does not show the title. Ask with another locale in the url, or from another network.")},
    {"RATE_LIMITED", QT_TRANSLATE_NOOP("TitleWords", "Too many pages were asked for. Wait some minutes, set a slower pace, then try again.")},
    {"SCRAPE_ERROR", QT_TRANSLATE_NOOP("TitleWords", "The page did not come. Look whether it opens in a browser, then try again.")},
    {"PARSE_ERROR", QT_TRANSLATE_NOOP("TitleWords", "Nothing could be read off the page; it is kept. Its look may have changed: after an update of Kule, read it again.")},
    {"INTERNAL_ERROR", QT_TRANSLATE_NOOP("TitleWords", "Something here failed, mostly the database. The job's log says what; what was fetched is kept.")},
};

template <std::size_t n>
QString wordOf(const Word (&words)[n], const QByteArray &key)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&key](const Word &word) { return key == word.key; });
    return found == std::end(words) ? QString() : said(found->words);
}

QString orItself(QString word, const QByteArray &key)
{
    return word.isEmpty() ? shownText(QString::fromUtf8(key)) : word;
}

} // namespace

QString stageWord(const QString &step)
{
    const auto words = stageText(step);
    return words ? sentenceOf(*words) : shownText(step);
}

QString titleSourceWord(const QByteArray &source)
{
    return orItself(wordOf(sources, source), source);
}

StateLook lookOfItem(const QByteArray &state)
{
    if (state == "running")
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("TitleWords", "running")), true};
    if (state == "succeeded")
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("TitleWords", "succeeded"))};
    if (state == "failed")
        return {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("TitleWords", "failed"))};
    if (state == "cancelled")
        return {Glyph::Ring, Token::Stopped, said(QT_TRANSLATE_NOOP("TitleWords", "cancelled"))};
    return {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("TitleWords", "waiting"))};
}

StateLook lookOf(const TitleBatch &batch)
{
    switch (batch.state) {
    case BatchState::Running:
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("TitleWords", "running")), true};
    case BatchState::Stopped:
        return batch.running > 0 ? StateLook{Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("TitleWords", "stopping…")), true}
                                 : StateLook{Glyph::Ring, Token::Stopped, said(QT_TRANSLATE_NOOP("TitleWords", "stopped"))};
    case BatchState::Finished:
        break;
    }
    if (batch.failed == 0)
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("TitleWords", "succeeded"))};
    return batch.succeeded == 0 ? StateLook{Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("TitleWords", "failed"))}
                                : StateLook{Glyph::Diamond, Token::Waiting, said(QT_TRANSLATE_NOOP("TitleWords", "partly failed"))};
}

QString nameOf(const TitleBatch &batch)
{
    return batch.label.isEmpty() ? said(QT_TRANSLATE_N_NOOP("TitleWords", "%n title(s)"), static_cast<int>(batch.total)) : batch.label;
}

QString nameOf(const StoredTitle &title)
{
    return title.info.title.isEmpty() ? numberText(title.key) : title.info.title;
}

QString numberText(const TitleKey &key)
{
    const QString id = QString::fromLatin1(key.id);
    return key.locale.isEmpty() ? id : QStringLiteral("%1 · %2").arg(id, QString::fromLatin1(key.locale));
}

QString titleSentence(const Text &said)
{
    if (said.source != refusedPage || said.args.size() != 1)
        return sentenceOf(said);
    // To clients of the API it is English word for word, here it is a sentence like others.
    const auto *why = std::get_if<Text>(&said.args.front());
    return kule::said(QT_TRANSLATE_NOOP("TitleWords", "The page could not be fetched: %1")).arg(why ? sentenceOf(*why) : std::get<QString>(said.args.front()));
}

QString nextStepOf(const QByteArray &code)
{
    return wordOf(nextSteps, code);
}

QString fieldWord(TitleField field)
{
    switch (field) {
    case TitleField::Title:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Title"));
    case TitleField::Year:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Year"));
    case TitleField::Plot:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Plot"));
    case TitleField::Genres:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Genres"));
    case TitleField::Cast:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Cast"));
    case TitleField::Backdrop:
        return said(QT_TRANSLATE_NOOP("TitleWords", "Picture"));
    }
    return {};
}

QString extractorWord(const QByteArray &extractor)
{
    return orItself(wordOf(extractors, extractor), extractor);
}

QString provenanceText(const StoredTitle &title, TitleField field, qint64 now)
{
    const auto source = title.provenance.find(field);
    if (source == title.provenance.end())
        return said(QT_TRANSLATE_NOOP("TitleWords", "%1: not on the page")).arg(fieldWord(field));
    return said(QT_TRANSLATE_NOOP("TitleWords", "%1: from the %2, of the page fetched %3 (%4)"))
        .arg(fieldWord(field), extractorWord(source->second.extractor), relativeTime(source->second.pageAt, now), exactTime(source->second.pageAt));
}

} // namespace kule
