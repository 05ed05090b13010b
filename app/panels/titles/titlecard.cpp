// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlecard.h"

#include "backdropview.h"
#include "theme/theme.h"
#include "titles/rating.h"
#include "widgets/factlist.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace kule {
namespace {

QLabel *words(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText); // what a page says is never markup here
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TitleCard::TitleCard(TitleService &titles, QWidget *parent)
    : QScrollArea(parent)
    , m_picture(new BackdropView(titles))
    , m_year(words("titleYear"))
    , m_rating(words("titleRating"))
    , m_genres(words("titleGenres"))
    , m_plot(words("titlePlot"))
    , m_castName(new QLabel)
    , m_cast(words("titleCast"))
    , m_sourcesName(new QLabel)
    , m_sources(new FactList)
    , m_pageName(new QLabel)
    , m_page(new FactList)
{
    m_picture->setObjectName(QStringLiteral("titlePicture"));
    m_sources->setObjectName(QStringLiteral("titleSources"));
    m_page->setObjectName(QStringLiteral("titlePageFacts"));
    m_rating->setProperty("kind", QStringLiteral("badge"));
    m_rating->setWordWrap(false);
    m_year->setWordWrap(false);
    m_year->setFont(strongFont(font()));
    m_genres->setProperty("kind", QStringLiteral("muted"));
    for (QLabel *name : {m_castName, m_sourcesName, m_pageName})
        name->setFont(strongFont(font()));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(buildPage());
}

QWidget *TitleCard::buildPage()
{
    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_year, 0, Qt::AlignTop);
    line->addWidget(m_rating, 0, Qt::AlignTop);
    line->addWidget(m_genres, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, space::s, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_picture);
    column->addLayout(line);
    column->addWidget(m_plot);
    const auto part = [column](QLabel *name, QWidget *body) {
        column->addSpacing(space::s);
        column->addWidget(name);
        column->addWidget(body);
    };
    part(m_castName, m_cast);
    part(m_sourcesName, m_sources);
    part(m_pageName, m_page);
    column->addStretch();
    return page;
}

void TitleCard::setField(QLabel *label, const StoredTitle &title, TitleField field, const QString &value, qint64 now)
{
    label->setText(value);
    label->setToolTip(provenanceText(title, field, now));
    label->setAccessibleName(fieldWord(field));
    label->setVisible(!value.isEmpty());
}

void TitleCard::show(const TitleDetail &detail, qint64 now)
{
    const StoredTitle &title = detail.title;
    const TitleInfo &info = title.info;
    m_picture->show(title.key, info.backdrop);
    m_picture->setName(tr("Picture of %1").arg(nameOf(title)));
    setField(m_year, title, TitleField::Year, info.year ? QString::number(*info.year) : QString(), now);
    setField(m_rating, title, TitleField::Genres, shownText(ratingOf(info)), now);
    m_rating->setAccessibleName(tr("Maturity rating"));
    setField(m_genres, title, TitleField::Genres, shownText(genresOf(info).join(QStringLiteral(" · "))), now);
    setField(m_plot, title, TitleField::Plot, shownText(info.plot), now);
    setField(m_cast, title, TitleField::Cast, shownText(info.cast.join(QStringLiteral(", "))), now);
    m_castName->setText(tr("Cast"));
    m_castName->setVisible(!info.cast.isEmpty());
    m_sourcesName->setText(tr("Where each field came from"));
    std::vector<Fact> sources;
    for (const TitleField field : titleFields) {
        const auto source = title.provenance.find(field);
        const bool isKnown = source != title.provenance.end();
        sources.push_back({fieldWord(field),
                           isKnown ? tr("%1, page of %2").arg(extractorWord(source->second.extractor), relativeTime(source->second.pageAt, now)) : tr("not on the page"),
                           Fact::Kind::Words, isKnown ? provenanceText(title, field, now) : QString()});
    }
    m_sources->setFacts(sources);
    m_pageName->setText(tr("Stored"));
    std::vector<Fact> facts{{tr("Number"), numberText(title.key), Fact::Kind::Code, {}},
                            {tr("Saved"), relativeTime(title.savedAt, now), Fact::Kind::Words, exactTime(title.savedAt)},
                            {tr("Page fetched"), relativeTime(title.pageAt, now), Fact::Kind::Words, exactTime(title.pageAt)}};
    if (detail.page) {
        facts.push_back({tr("Page"), shownText(detail.page->url), Fact::Kind::Code, {}});
        facts.push_back({tr("Size of the page"), sizeText(detail.page->size), Fact::Kind::Words, {}});
    }
    facts.push_back({tr("Picture"), shownText(info.backdrop), Fact::Kind::Code, {}});
    m_page->setFacts(facts);
}

void TitleCard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_picture->setTallest(viewport()->height() / 2); // the words beneath are what one came for
}

void TitleCard::clear()
{
    m_picture->clear();
    for (QLabel *label : {m_year, m_rating, m_genres, m_plot, m_cast})
        label->clear();
}

} // namespace kule
