// SPDX-License-Identifier: GPL-3.0-or-later
#include "languages.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace kule {

Languages::Languages(QApplication &application)
    : QObject(&application)
    , m_application(application)
{
    (void)m_turkish.load(QStringLiteral(":/i18n/kule_tr.qm"));
    (void)m_english.load(QStringLiteral(":/i18n/kule_en.qm"));
    (void)m_qts.load(QStringLiteral("qtbase_tr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_application.installTranslator(&m_english);
}

void Languages::choose(const QString &word)
{
    const QLocale system = QLocale::system();
    const QByteArray tag = word == QLatin1String("tr") || word == QLatin1String("en") ? word.toLatin1() : system.name().toLatin1();
    const Language wanted = languageOf(tag);
    if (wanted == m_current)
        return;
    m_current = wanted;
    // The locale first: widgets ask it for numbers while they hear of the new language.
    if (wanted == Language::Turkish) {
        QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
        m_application.removeTranslator(&m_english);
        m_application.installTranslator(&m_qts);
        m_application.installTranslator(&m_turkish);
    } else {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_application.removeTranslator(&m_turkish);
        m_application.removeTranslator(&m_qts);
        m_application.installTranslator(&m_english);
    }
    Q_EMIT changed(wanted);
}

} // namespace kule
