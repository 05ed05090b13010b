// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the API listens and where, each address with a copy button, and who is there now; or what keeps it from listening,
// with the button that helps. Asks for the numbers once a second while it is seen. Gui thread.
#pragma once
#include "api/apicontrol.h"
#include "console.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;

namespace kule {

class ErrorStrip;
class StateLabel;

class ServerCard : public QFrame
{
    Q_OBJECT
public:
    explicit ServerCard(const Console &console, QWidget *parent = nullptr);
    void refresh();
    /// The first one, empty while it does not listen.
    QString address() const { return m_status.urls.value(0); }

Q_SIGNALS:
    void listens(bool isListening);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take(const ApiStatus &status);
    void count();
    void sayCounts();
    void useFreePort();
    void retranslate();
    void showUrls();

    Console m_console;
    ApiStatus m_status;
    QStringList m_shownUrls;
    StateLabel *m_state;
    QHBoxLayout *m_urls;
    QLabel *m_clients;
    QLabel *m_counts;
    QTimer m_watch;
    ErrorStrip *m_problem;
};

} // namespace kule
