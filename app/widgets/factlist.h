// SPDX-License-Identifier: GPL-3.0-or-later
// Names and values, one pair a line: what a detail page says of its object. Values can be selected and copied; an absent one
// is left out. Changing values in place keeps a selection that is not touched. Gui thread.
#pragma once
#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace kule {

struct Fact
{
    enum class Kind { Words, Code };
    QString name;
    QString value; ///< empty: left out
    Kind kind = Kind::Words;
    QString tip;
};

class FactList : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    void setFacts(const std::vector<Fact> &facts);
    /// The value beside that name; empty when there is none.
    QString valueOf(const QString &name) const;

private:
    struct Line
    {
        QLabel *name;
        QLabel *value;
    };
    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};

} // namespace kule
