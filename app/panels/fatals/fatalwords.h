// SPDX-License-Identifier: GPL-3.0-or-later
// A fatal report in words: its look, its traceback line by line, itself as Markdown. Pure; any thread.
#pragma once
#include "fatals/fatal.h"
#include "theme/statelook.h"

#include <QSet>

namespace kule {

StateLook lookOf(const Fatal &fatal);
QString processIdText(const Fatal &fatal);
QString unreadableSentence(const Fatal &fatal);

enum class TracebackPart {
    Heading, ///< "Traceback (most recent call last):" and what joins two of them
    OwnFrame, ///< of the script roots and the job's own file
    OtherFrame, ///< of Python's library and of site-packages
    Error, ///< "ValueError: …"
};

struct TracebackLine
{
    TracebackPart part = TracebackPart::Heading;
    QString text;
    bool operator==(const TracebackLine &) const = default;
};

/// A frame's source line and its ^^^^ belong to the frame above them. ownFiles: as the report's frames say; empty: guessed by path.
std::vector<TracebackLine> linesOf(const QString &traceback, const QSet<QString> &ownFiles = {});
/// Files of the frames that the report marks as the script's own.
QSet<QString> ownFilesOf(const Json &report);

/// One exception of the chain with its depth in the tree: what it was raised from, or the members of its group.
struct ChainLink
{
    int parent = -1; ///< index into the list; -1: the top
    QString relation; ///< for people: "caused by"
    QString type;
    QString error;
    QStringList frames;
};
std::vector<ChainLink> chainOf(const Json &report);

/// To be pasted into an issue. Fences are longer than any run of ` in what they hold.
QString asMarkdown(const Json &report, const QString &filename);

} // namespace kule
