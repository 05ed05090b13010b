// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedmodel.h"

#include "titles/rating.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace kule {
namespace {

constexpr int settleMs = 300;
constexpr std::size_t mostOneByOne = 20;

QString said(const char *source)
{
    return QCoreApplication::translate("StoredModel", source);
}

} // namespace

StateLook lookOf(const StoredTitle &title)
{
    return title.isPartial ? StateLook{Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("StoredModel", "partial"))}
                           : StateLook{Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("StoredModel", "complete"))};
}

std::optional<TitleKey> titleKeyNamed(const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 1 || !std::all_of(name.begin(), name.begin() + slash, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return TitleKey{name.first(slash).toLatin1(), name.sliced(slash + 1).toLatin1()};
}

StoredModel::StoredModel(TitleService &titles, const Clock &clock, QObject *parent)
    : PagedModel(parent)
    , m_titles(titles)
    , m_clock(clock)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &StoredModel::lookAgain);
    connect(&titles, &TitleService::changed, this, [this](const TitleKey &key) {
        m_changed.insert(key);
        if (!m_settle.isActive())
            m_settle.start();
    });
    connect(&titles, &TitleService::cleared, this, [this] { load(); });
}

std::optional<Error> StoredModel::setFilter(const QString &query)
{
    auto filter = TitleFilter::parse(query, m_clock.wallMs());
    if (!filter)
        return std::move(filter.error());
    m_filter = std::move(*filter);
    load();
    return std::nullopt;
}

bool StoredModel::isFresh(const StoredTitle &title) const
{
    return !isFiltered() && (!firstItem() || title.savedAt >= firstItem()->savedAt);
}

// What is saved is told by its key alone, and a batch saves many a second: some are asked for one by one, of more the newest
// page alone.
void StoredModel::lookAgain()
{
    if (m_isReading || m_changed.empty())
        return;
    if (m_changed.size() > mostOneByOne)
        return lookAtNewest();
    m_isReading = true;
    const TitleKey key = *m_changed.begin();
    m_changed.erase(m_changed.begin());
    whenDone(m_titles.find(key), this, [this, key](const Result<TitleDetail> &found) {
        m_isReading = false;
        if (found)
            upsert(found->title);
        else if (found.error().kind == ErrorKind::NotFound)
            remove(keyTextOf(key));
        lookAgain();
    });
}

void StoredModel::lookAtNewest()
{
    m_isReading = true;
    m_changed.clear();
    whenDone(m_titles.list(m_filter, {{}, pageSize, 0}), this, [this](const Result<Page<StoredTitle>> &page) {
        m_isReading = false;
        if (page && !isLoading()) {
            for (const StoredTitle &title : page->items)
                upsert(title);
        }
        if (!m_changed.empty() && !m_settle.isActive())
            m_settle.start();
    });
}

QString StoredModel::headOf(int column) const
{
    switch (column) {
    case Name:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Title"));
    case Year:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Year"));
    case Rating:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Rating"));
    case Number:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Number"));
    case Whole:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Fields"));
    case Age:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Page fetched"));
    case Changes:
        return said(QT_TRANSLATE_NOOP("StoredModel", "Changes"));
    default:
        return {};
    }
}

QString StoredModel::textOf(const StoredTitle &title, int column) const
{
    switch (column) {
    case Name:
        return shownText(kule::nameOf(title));
    case Year:
        return title.info.year ? QString::number(*title.info.year) : QString();
    case Rating:
        return shownText(ratingOf(title.info));
    case Number:
        return numberText(title.key);
    case Whole:
        return lookOf(title).word;
    case Age:
        return relativeTime(title.pageAt, m_clock.wallMs());
    case Changes:
        return title.changes > 0 ? QLocale().toString(title.changes) : QString();
    default:
        return {};
    }
}

QString StoredModel::tipOf(const StoredTitle &title, int column) const
{
    const qint64 now = m_clock.wallMs();
    switch (column) {
    case Name:
        return provenanceText(title, TitleField::Title, now);
    case Year:
        return provenanceText(title, TitleField::Year, now);
    case Rating:
        return provenanceText(title, TitleField::Genres, now);
    case Age:
        return exactTime(title.pageAt);
    case Whole: {
        QStringList missing;
        for (const TitleField field : titleFields) {
            if (isMissing(title.info, field))
                missing << fieldWord(field);
        }
        return missing.isEmpty() ? QString() : said(QT_TRANSLATE_NOOP("StoredModel", "Missing: %1")).arg(missing.join(QStringLiteral(", ")));
    }
    default:
        return {};
    }
}

QVariant StoredModel::cell(const StoredTitle &title, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(title, column);
    case Qt::ToolTipRole:
        return tipOf(title, column);
    case StateRole:
        return column == Whole ? QVariant::fromValue(lookOf(title)) : QVariant();
    default:
        return {};
    }
}

} // namespace kule
