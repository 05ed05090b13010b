// SPDX-License-Identifier: GPL-3.0-or-later
// Titles in the window's words: stages, sources, states, what to do about an error. Pure; any thread.
#pragma once
#include "theme/statelook.h"
#include "titles/storedtitle.h"
#include "titles/titlebatch.h"

namespace kule {

/// "fetching the page" for "scraping_netflix"; the word itself for what this window does not know.
QString stageWord(const QString &step);
/// "page", "database", "cache"; empty for none.
QString titleSourceWord(const QByteArray &source);
/// Of an item of a batch: "waiting", "running" …
StateLook lookOfItem(const QByteArray &state);
StateLook lookOf(const TitleBatch &batch);
/// The label, or how many titles it is.
QString nameOf(const TitleBatch &batch);
/// Its name, or its number while it has none.
QString nameOf(const StoredTitle &title);
/// "81616256 · tr"
QString numberText(const TitleKey &key);
/// What the engine said of a title.
QString titleSentence(const Text &said);
/// What a person can do about an error of that class; empty for classes of others.
QString nextStepOf(const QByteArray &code);

QString fieldWord(TitleField field);
/// "structured data (JSON-LD)" for "json-ld"
QString extractorWord(const QByteArray &extractor);
/// "the page, by structured data (JSON-LD), fetched 3 d ago": what stands in a tooltip of a field.
QString provenanceText(const StoredTitle &title, TitleField field, qint64 now);

} // namespace kule
