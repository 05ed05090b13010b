// SPDX-License-Identifier: GPL-3.0-or-later
// The page that a title was read from, as text: its first part, with long lines broken, for reading; whole into a file.
// Asked for when it is first looked at; unpacked and written on a pool. Gui thread; no I/O.
#pragma once
#include "titles/titleservice.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kule {

class CodeView;
class ErrorStrip;

class PageView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype mostShown = 200'000; ///< bytes

    explicit PageView(TitleService &titles, QWidget *parent = nullptr);
    /// page: what find() said of it; nothing: there is none.
    void setPage(const TitleKey &key, const std::optional<RawPage> &page);
    void clear();
    /// As the dialog does once a place was chosen.
    void saveTo(const QString &file);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void load();
    void askWhere();
    void retranslate();

    TitleService &m_titles;
    QThreadPool m_pool;
    QLabel *m_note;
    QPushButton *m_save;
    CodeView *m_text;
    ErrorStrip *m_problem;
    std::optional<TitleKey> m_key;
    std::optional<RawPage> m_page; ///< without its body
    int m_asked = 0;
    bool m_isLoaded = false;
    bool m_isCut = false;
};

/// The beginning of a page with breaks where its lines are too long to be read (or laid out).
QString readable(const QByteArray &page, qsizetype most);

} // namespace kule
