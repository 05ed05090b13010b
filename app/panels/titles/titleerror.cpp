// SPDX-License-Identifier: GPL-3.0-or-later
#include "titleerror.h"

#include "widgets/words.h"
#include "words/titlewords.h"

namespace kule {

Error titleError(const QByteArray &code, const Text &said)
{
    const QString sentence = shownText(titleSentence(said)).trimmed();
    // Other sentences of the engine say themselves what to do.
    const QString step = sentence.isEmpty() || said.source == refusedPage ? nextStepOf(code) : QString();
    const bool isEnded = sentence.isEmpty() || sentence.endsWith(u'.') || step.isEmpty();
    return {ErrorKind::Broken, code, text("%1", (sentence + (isEnded ? QStringLiteral(" ") : QStringLiteral(". ")) + step).trimmed()), nullptr, std::nullopt};
}

} // namespace kule
