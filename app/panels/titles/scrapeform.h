// SPDX-License-Identifier: GPL-3.0-or-later
// Urls of titles, pasted, typed or out of a file: what is wrong with which line stands beneath before anything is sent, and
// the button says how many it will be. Gui thread; files are read on a pool.
#pragma once
#include "titles/titleservice.h"
#include "urllist.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace kule {

class ErrorStrip;

class ScrapeForm final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 largestFile = 8 << 20; ///< bytes

    explicit ScrapeForm(TitleService &titles, QWidget *parent = nullptr);

    /// As it was left.
    void begin();
    /// Behind what is there already.
    void addLines(const QString &lines);
    /// The file's lines, as addLines() takes them. One that is no text is said beneath.
    void addFile(const QString &file);
    const UrlList &list() const { return m_list; }
    Json saveState() const;
    void restoreState(const Json &state);

public Q_SLOTS:
    void submit();

Q_SIGNALS:
    void begun(kule::TitleBatch batch);
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void check();
    void say();
    void askFile();
    void goToLine(int line);
    void retranslate();

    TitleService &m_titles;
    QThreadPool m_files;
    UrlList m_list;
    QTimer m_pause;
    bool m_isBusy = false;

    QLabel *m_title;
    QLabel *m_urlsName;
    QPlainTextEdit *m_urls;
    QPushButton *m_file;
    QLabel *m_summary;
    QTreeWidget *m_wrong;
    QLabel *m_labelName;
    QLineEdit *m_label;
    QCheckBox *m_isRefresh;
    ErrorStrip *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_submit;
};

} // namespace kule
