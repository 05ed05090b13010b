// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the API listens and where, each address with a copy button; or what keeps it from listening, with the button
// that helps. Gui thread.
#pragma once
#include "api/apicontrol.h"
#include "console.h"

#include <QFrame>

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

private:
    void take(const ApiStatus &status);
    void useFreePort();
    void retranslate();
    void showUrls();

    Console m_console;
    ApiStatus m_status;
    QStringList m_shownUrls;
    StateLabel *m_state;
    QHBoxLayout *m_urls;
    QLabel *m_counts;
    ErrorStrip *m_problem;
};

} // namespace kule
