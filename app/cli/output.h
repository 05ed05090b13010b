// SPDX-License-Identifier: GPL-3.0-or-later
// Data on stdout, talk on stderr. What came from elsewhere is made harmless before it reaches a terminal; into a pipe it
// goes as it is. Main thread. Never colours a pipe, nor anything under NO_COLOR.
#pragma once
#include "base/json.h"

#include <QStringList>

namespace kule::cli {

/// Control characters (also C1 and those that turn text around) as visible signs; newline and tab stay. With Colours
/// also the sequences that only colour (ESC [ … m).
enum class Keep { Nothing, Colours };
QString harmless(const QString &text, Keep keep = Keep::Nothing);

enum class Colour { Plain, Good, Bad, Busy, Dim };

class Output
{
public:
    enum class Form { Text, Json };
    explicit Output(Form form);

    bool isJson() const { return m_isJson; }
    bool showsProgress() const { return m_errorIsTerminal && !m_isJson; }
    /// The reader of stdout has left; writing more is of no use.
    bool isBroken() const { return m_isBroken; }

    /// A line of data.
    void line(const QString &text);
    void json(const Json &value);
    /// The same, on one line: for streams of values.
    void jsonLine(const Json &value);
    /// Text of a job: a terminal gets its colours, a pipe its bytes.
    void remote(const QByteArray &text);
    /// Columns as wide as they need to be; the last is cut to the terminal.
    void table(const QStringList &heads, const std::vector<QStringList> &rows);
    /// To the person: stderr.
    void say(const QString &text);
    /// A line on stderr that the next one replaces; empty text removes it. Terminals only.
    void progress(double percent, const QString &step);
    void endProgress();
    /// Coloured where stdout is a terminal.
    QString painted(Colour colour, const QString &text) const;

private:
    void write(const QByteArray &bytes);

    bool m_isJson;
    bool m_outIsTerminal;
    bool m_errorIsTerminal;
    bool m_hasColour;
    bool m_isBroken = false;
    bool m_hasProgressLine = false;
};

} // namespace kule::cli
