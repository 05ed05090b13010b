// SPDX-License-Identifier: GPL-3.0-or-later
// What people read, in both languages: every sentence translated, its place markers kept, and none that the code no longer says.
// A stale file is cured by the target kule_strings and a translator.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Entry
{
    QString context;
    QString source;
    QString comment;
    QString type; ///< of its translation: empty when finished, else "unfinished", "vanished" or "obsolete"
    QStringList forms; ///< one, or as many as the language has plurals

    QString name() const { return QStringLiteral("%1: %2").arg(context, source); }
};

std::vector<Entry> entriesOf(const QString &path)
{
    std::vector<Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QString context;
    bool isPlural = false;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            entries.push_back({context, {}, {}, {}, {}});
            isPlural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            entries.back().source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            entries.back().comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entries.back().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!isPlural)
                entries.back().forms += xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            entries.back().forms += xml.readElementText();
        }
    }
    return entries;
}

QSet<QString> markersOf(const QString &sentence)
{
    static const QRegularExpression marker(QStringLiteral("%L?[1-9n]"));
    QSet<QString> markers;
    for (auto found = marker.globalMatch(sentence); found.hasNext();)
        markers += found.next().captured();
    return markers;
}

/// The spaces before and after the words.
std::pair<QString, QString> edgesOf(const QString &sentence)
{
    static const QRegularExpression edges(QStringLiteral("^(\\s*).*?(\\s*)$"), QRegularExpression::DotMatchesEverythingOption);
    const auto found = edges.match(sentence);
    return {found.captured(1), found.captured(2)};
}

QSet<QString> sourcesOf(const std::vector<Entry> &entries)
{
    QSet<QString> sources;
    for (const Entry &entry : entries)
        sources += entry.comment.isEmpty() ? entry.name() : QStringLiteral("%1 (%2)").arg(entry.name(), entry.comment);
    return sources;
}

QString listed(QStringList sentences)
{
    sentences.sort();
    return sentences.join(u'\n');
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT
private:
    static QString pathOf(const QString &language) { return QStringLiteral(KULE_SOURCE_DIR "/translations/kule_%1.ts").arg(language); }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("plurals");
        QTest::newRow("Turkish") << QStringLiteral("tr") << 1;
        QTest::newRow("English") << QStringLiteral("en") << 2;
    }

private Q_SLOTS:
    void everySentenceIsTranslated_data() { languages(); }
    void everySentenceIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(int, plurals);
        const auto entries = entriesOf(pathOf(language));
        QVERIFY(!entries.empty());
        QStringList broken;
        for (const Entry &entry : entries) {
            const bool isPlural = entry.source.contains(u"%n") || entry.source.contains(u"%Ln");
            const bool isEmpty = entry.forms.isEmpty() || entry.forms.contains(QString());
            if (!entry.type.isEmpty() || isEmpty || entry.forms.size() != (isPlural ? plurals : 1))
                broken += QStringLiteral("%1 [%2]").arg(entry.name(), entry.type.isEmpty() ? QStringLiteral("a form is missing") : entry.type);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(listed(broken)));
    }

    void markersAndEdgesAreKept_data() { languages(); }
    void markersAndEdgesAreKept()
    {
        QFETCH(QString, language);
        QStringList broken;
        for (const Entry &entry : entriesOf(pathOf(language))) {
            for (const QString &form : entry.forms) {
                if (markersOf(form) != markersOf(entry.source) || edgesOf(form) != edgesOf(entry.source))
                    broken += QStringLiteral("%1 → %2").arg(entry.name(), form);
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(listed(broken)));
    }

    void theFilesSayWhatTheCodeSays_data() { languages(); }
    void theFilesSayWhatTheCodeSays()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString gathered = folder.filePath(QStringLiteral("gathered.ts"));
        QVERIFY(QFile::copy(pathOf(language), gathered));
        QVERIFY(QFile::setPermissions(gathered, QFile::ReadOwner | QFile::WriteOwner));
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete"),
                              QStringLiteral(KULE_SOURCE_DIR "/engine"), QStringLiteral(KULE_SOURCE_DIR "/app"), QStringLiteral("-source-language"),
                              QStringLiteral("en"), QStringLiteral("-target-language"), language};
        if (language == u"en")
            arguments += QStringLiteral("-pluralonly");
        QProcess lupdate;
        lupdate.start(QStringLiteral(KULE_LUPDATE), arguments + QStringList{QStringLiteral("-ts"), gathered});
        QVERIFY2(lupdate.waitForFinished(100'000) && lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());

        const QSet<QString> ours = sourcesOf(entriesOf(pathOf(language)));
        const QSet<QString> said = sourcesOf(entriesOf(gathered));
        QVERIFY2(said == ours, qPrintable(QStringLiteral("Not gathered yet:\n%1\nNo longer said:\n%2").arg(listed((said - ours).values()), listed((ours - said).values()))));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
