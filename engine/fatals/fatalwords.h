// SPDX-License-Identifier: GPL-3.0-or-later
// A report's texts as the index keeps them and as a filter finds them: one text of folded words, each behind the letter of
// its field. Pure; any thread.
#pragma once
#include "fatals/fatal.h"

namespace kule {

/// " t:valueerror f:report f:py e:no e:such e:row "; place: the own frames.
QByteArray foldedOf(const Fatal &fatal, const QString &place);

/// What to look for in foldedOf(): one of these is there when the value is. term: a word, or of kind Part.
QByteArrayList wordsToFind(const FilterTerm &term, const QString &value);

} // namespace kule
