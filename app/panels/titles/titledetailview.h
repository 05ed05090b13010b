// SPDX-License-Identifier: GPL-3.0-or-later
// All of one stored title: its card, what changed in it, the page it was read from, what clients get. Fetches it again and
// follows that. Gui thread; asks the engine by futures only.
#pragma once
#include "jobs/jobservice.h"
#include "titles/titleservice.h"
#include "widgets/detailview.h"

namespace kule {

class CodeView;
class HistoryView;
class PageView;
class ProgressStrip;
class TitleCard;

class TitleDetailView final : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Card, History, RawHtml, AsJson };

    TitleDetailView(TitleService &titles, JobService &jobs, const Clock &clock, QWidget *parent = nullptr);

    void open(const TitleKey &key);
    void clear();
    const std::optional<TitleKey> &key() const { return m_key; }
    void refresh();
    void setApiUrl(const QString &url) { m_apiUrl = url; }
    /// Asks first; there is no way back.
    void remove();

Q_SIGNALS:
    void jobAsked(QString id);
    /// It is not there any more.
    void gone();

protected:
    void retranslate() override;

private:
    void addActions();
    void load();
    void fill();
    void fillHead();
    void fetchAgain();
    void parseAgain();
    void jobChanged(const Job &job);
    void tellFailure();
    QString url() const;

    TitleService &m_titles;
    JobService &m_jobs;
    const Clock &m_clock;
    std::optional<TitleKey> m_key;
    std::optional<TitleDetail> m_detail;
    QString m_apiUrl = QStringLiteral("http://127.0.0.1:3000");
    JobId m_fetching;           ///< the job of a fetch that goes on
    std::optional<Job> m_failed; ///< the fetch that failed
    int m_asked = 0;
    bool m_isBusy = false;

    ProgressStrip *m_strip;
    TitleCard *m_card;
    HistoryView *m_history;
    PageView *m_page;
    CodeView *m_json;
    QAction *m_fetch;
    QAction *m_parse;
    QAction *m_browse;
    QAction *m_copyUrl;
    QAction *m_copyCurl;
    QAction *m_delete;
};

} // namespace kule
