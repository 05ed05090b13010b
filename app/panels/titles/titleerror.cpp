// SPDX-License-Identifier: GPL-3.0-or-later
#include "titleerror.h"

#include "widgets/words.h"
#include "words/titlewords.h"

namespace kule {

Error titleError(const QByteArray &code, const Text &said)
{
    const QString step = nextStepOf(code);
    const QString sentence = shownText(titleSentence(said)).trimmed();
    const bool isEnded = sentence.isEmpty() || sentence.endsWith(u'.');
    return {ErrorKind::Broken, code, text("%1", (sentence + (isEnded ? QStringLiteral(" ") : QStringLiteral(". ")) + step).trimmed()), nullptr, std::nullopt};
}

} // namespace kule
