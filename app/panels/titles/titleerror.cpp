// SPDX-License-Identifier: GPL-3.0-or-later
#include "titleerror.h"

#include "widgets/words.h"
#include "words/titlewords.h"

namespace kule {

Error titleError(const QByteArray &code, const QString &said)
{
    const QString step = nextStepOf(code);
    // Kept in English with the job; a sentence of ours without arguments is known in both languages.
    const QString sentence = shownText(sentenceOf(Text{said.toUtf8(), {}})).trimmed();
    const bool isEnded = sentence.isEmpty() || sentence.endsWith(u'.');
    return {ErrorKind::Broken, code, text("%1", (sentence + (isEnded ? QStringLiteral(" ") : QStringLiteral(". ")) + step).trimmed()), nullptr, std::nullopt};
}

} // namespace kule
