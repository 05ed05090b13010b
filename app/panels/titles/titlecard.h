// SPDX-License-Identifier: GPL-3.0-or-later
// A title as a card: picture, year and rating, genres, plot, cast; each field says in its tooltip where it came from, and
// beneath stand the facts of its page. Gui thread.
#pragma once
#include "titles/titleservice.h"

#include <QScrollArea>

class QLabel;

namespace kule {

class BackdropView;
class FactList;

class TitleCard final : public QScrollArea
{
    Q_OBJECT
public:
    explicit TitleCard(TitleService &titles, QWidget *parent = nullptr);
    void show(const TitleDetail &detail, qint64 now);
    void clear();

    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildPage();
    void setField(QLabel *label, const StoredTitle &title, TitleField field, const QString &value, qint64 now);

    BackdropView *m_picture;
    QLabel *m_year;
    QLabel *m_rating;
    QLabel *m_genres;
    QLabel *m_plot;
    QLabel *m_castName;
    QLabel *m_cast;
    QLabel *m_sourcesName;
    FactList *m_sources;
    QLabel *m_pageName;
    FactList *m_page;
};

} // namespace kule
