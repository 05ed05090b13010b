// SPDX-License-Identifier: GPL-3.0-or-later
// What is under way in a panel: the sentence, how far it is, and a button that stops it. Comes only for what takes longer
// than 400 ms, so that nothing flickers. Gui thread.
#pragma once
#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kule {

class ProgressStrip : public QFrame
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget *parent = nullptr);
    /// total 0: nobody knows.
    void showProgress(const QString &sentence, qint64 done, qint64 total);
    void finish();

Q_SIGNALS:
    void stopAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer m_patience;
};

} // namespace kule
