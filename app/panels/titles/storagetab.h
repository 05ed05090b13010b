// SPDX-License-Identifier: GPL-3.0-or-later
// Where titles are kept: cache and database with their state and size, what empties them, and how long pages are kept. Asks
// anew every few seconds while it is seen. Gui thread.
#pragma once
#include "console.h"
#include "titles/titleservice.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kule {

class ErrorStrip;
class FactList;
class StateLabel;

class StorageTab final : public QWidget
{
    Q_OBJECT
public:
    explicit StorageTab(const Console &console, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void linkAsked(QString panel, QString what);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Card
    {
        QLabel *name;
        StateLabel *state;
        QLabel *problem;
        FactList *facts;
        QPushButton *button;
    };
    Card addCard(const char *name);
    void fill();
    void fillKeeping();
    void clearCache();
    void clearDatabase();
    void parseAll();
    void retranslate();

    Console m_console;
    std::optional<TitleState> m_now;
    QTimer m_again;
    bool m_isAsking = false;

    ErrorStrip *m_error;
    Card m_cache;
    Card m_database;
    Card m_keeping;
    QPushButton *m_parse;
    QLabel *m_parsed;
};

} // namespace kule
