// SPDX-License-Identifier: GPL-3.0-or-later
// Where secrets live, whether that works, their names, and what a person does about it: unlock, change the passphrase, move
// them elsewhere. Shows no value; what is typed here is gone from the fields once it was sent. Gui thread.
#pragma once
#include "console.h"
#include "secrets/secretservice.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kule {

class ErrorStrip;
class StateLabel;

class SecretsCard : public QFrame
{
    Q_OBJECT
public:
    explicit SecretsCard(const Console &console, QWidget *parent = nullptr);
    void refresh();
    /// Chooses it as the place to move to; the person presses the button.
    void offer(SecretPlace place);

Q_SIGNALS:
    void changed(const kule::SecretState &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildActions(QGridLayout *grid);
    void take(const SecretState &state);
    void answer(const Future<Result<SecretState>> &future);
    void unlock();
    void changePassphrase();
    void move();
    SecretPlace target() const;
    void retranslate();
    void showFitting();

    Console m_console;
    std::optional<SecretState> m_state;
    bool m_isBusy = false;
    StateLabel *m_health;
    QLabel *m_place;
    QLabel *m_names;
    ErrorStrip *m_problem;
    ErrorStrip *m_refusal;
    QLabel *m_unlockLabel;
    QLineEdit *m_unlockPassphrase;
    QPushButton *m_unlock;
    QLabel *m_changeLabel;
    QLineEdit *m_former;
    QLineEdit *m_new;
    QPushButton *m_change;
    QCheckBox *m_isForgotten;
    QLabel *m_moveLabel;
    QComboBox *m_target;
    QLineEdit *m_movePassphrase;
    QPushButton *m_move;
    QCheckBox *m_leavesBehind;
};

} // namespace kule
