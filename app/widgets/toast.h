// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence at the bottom of the window that goes by itself, with a way back: undone() or expired() comes exactly once,
// also when a second toast replaces it or the window closes. Ctrl+Z is its button. Gui thread.
#pragma once
#include <QFrame>
#include <QTimer>

class QLabel;

namespace kule {

class Toast : public QFrame
{
    Q_OBJECT
public:
    static constexpr int shownMs = 8000;

    /// Over the window of near. undoText empty: no button. Deletes itself after its signal.
    static Toast *show(QWidget *near, const QString &sentence, const QString &undoText = {});
    ~Toast() override;

Q_SIGNALS:
    void undone();
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Toast(QWidget *window, const QString &sentence, const QString &undoText);
    void finish(bool isUndone);
    void place();

    QLabel *m_words;
    QTimer m_timer;
    bool m_isFinished = false;
};

/// Puts the text into the clipboard and says so over the window of near.
void copyText(QWidget *near, const QString &text, const QString &said);

} // namespace kule
