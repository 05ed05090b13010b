// SPDX-License-Identifier: GPL-3.0-or-later
// An error beside what caused it: the sentence, its code small and copyable, and a button that helps. Speaks the window's
// language anew when that changes. Hidden while there is none. Gui thread.
#pragma once
#include "base/result.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace kule {

class CopyButton;

class ErrorStrip : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorStrip(QWidget *parent = nullptr);
    /// buttonText: asked anew at a change of language; without it there is no button and no signal.
    void showError(Error error, std::function<QString()> buttonText = {});
    void clear();
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void activated();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sentence;
    QLabel *m_code;
    CopyButton *m_copy;
    QPushButton *m_button;
    std::optional<Error> m_error;
    std::function<QString()> m_buttonText;
};

} // namespace kule
