// SPDX-License-Identifier: GPL-3.0-or-later
// An access key, the one time that it is seen: with a copy button, and gone (from memory too) when dismissed. Gui thread.
#pragma once
#include "base/secret.h"

#include <QFrame>

#include <functional>
#include <memory>

class QLabel;
class QPushButton;

namespace kule {

class CopyButton;

class SecretNote : public QFrame
{
    Q_OBJECT
public:
    explicit SecretNote(QWidget *parent = nullptr);
    /// sentence: asked anew at a change of language.
    void reveal(std::shared_ptr<const Secret> secret, std::function<QString()> sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dismiss();
    void retranslate();

    QLabel *m_sentence;
    QLabel *m_key;
    CopyButton *m_copy;
    QPushButton *m_done;
    std::shared_ptr<const Secret> m_secret;
    std::function<QString()> m_words;
};

} // namespace kule
