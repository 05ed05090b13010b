// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window, switched live: translators of ours and of Qt, and the default locale for numbers and dates.
// Widgets hear of it by QEvent::LanguageChange. Gui thread.
#pragma once
#include "base/text.h"

#include <QObject>
#include <QTranslator>

class QApplication;

namespace kule {

class Languages : public QObject
{
    Q_OBJECT
public:
    explicit Languages(QApplication &application);

    /// "system", "tr" or "en", as the setting says.
    void choose(const QString &word);
    Language current() const { return m_current; }

Q_SIGNALS:
    void changed(kule::Language language);

private:
    QApplication &m_application;
    QTranslator m_turkish;
    QTranslator m_english; ///< only plurals: the source is English
    QTranslator m_qts;
    Language m_current = Language::English;
};

} // namespace kule
