// SPDX-License-Identifier: GPL-3.0-or-later
// The one modal question there is: before what cannot be undone. Its button names the effect ("Delete 3 reports"), never
// "OK"; Cancel has the focus. Opens and returns at once, so there is no nested event loop. Gui thread.
#pragma once
#include <QDialog>

#include <functional>

namespace kule {

class Confirm : public QDialog
{
    Q_OBJECT
public:
    enum class Effect { Destructive, Plain };
    struct Words
    {
        QString question; ///< "Revoke the key ci?"
        QString detail;   ///< what will be different
        QString effect;   ///< on the button
        Effect effectIs = Effect::Destructive;
    };
    /// Calls yes on parent's behalf, unless parent is gone by then.
    static Confirm *ask(QWidget *parent, Words words, std::function<void()> yes);

private:
    Confirm(QWidget *parent, const Words &words);
};

} // namespace kule
