// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalwords.h"

#include "base/folding.h"

namespace kule {
namespace {

struct WordField
{
    const char *key; ///< of the filter; null: found by words alone
    QChar letter;
};
constexpr WordField wordFields[] = {{nullptr, u'n'}, {"type", u't'}, {"file", u'f'}, {"error", u'e'}, {"frame", u'p'}};

QString marked(QString words, QChar letter)
{
    words.chop(1);
    return words.replace(u' ', QStringLiteral(" ") + letter + u':') + u' ';
}

} // namespace

QByteArray foldedOf(const Fatal &fatal, const QString &place)
{
    const QString id = fatal.processId.is_string() ? fatal.processId.get<QString>() : QString::fromUtf8(dumpJson(fatal.processId));
    const QString fields[] = {fatal.filename + u' ' + id, fatal.type, fatal.file, fatal.error.english(), place};
    QString all;
    for (std::size_t i = 0; i < std::size(fields); ++i)
        all += marked(foldedWords(fields[i]), wordFields[i].letter);
    return all.toUtf8();
}

QByteArrayList wordsToFind(const FilterTerm &term, const QString &value)
{
    QByteArrayList ways;
    for (const WordField &field : wordFields) {
        if (term.key && qstrcmp(term.key->name, field.key) != 0)
            continue;
        const QString words = marked(foldedWords(value), field.letter);
        ways += (term.isPhrase ? words : words.chopped(1)).toUtf8();
    }
    return ways;
}

} // namespace kule
