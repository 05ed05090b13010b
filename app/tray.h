// SPDX-License-Identifier: GPL-3.0-or-later
// The corner of the desktop where programs say something: a seam, since many desktops have none. Gui thread.
#pragma once
#include <QObject>

namespace kule {

class Tray : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// An icon there, or none; where there is no tray nothing happens.
    virtual void setShown(bool isShown) = 0;
    /// False: nobody can see it there.
    virtual bool say(const QString &title, const QString &text) = 0;
    /// Its words anew.
    virtual void retranslate() = 0;

Q_SIGNALS:
    /// What was said last was clicked.
    void noticeClicked();
    void raiseAsked();
    void quitAsked();
};

} // namespace kule
