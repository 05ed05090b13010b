// SPDX-License-Identifier: GPL-3.0-or-later
// A Procfile, pasted or from a file, becomes one bot a line; beneath stands what became of each. Gui thread; the file is read on
// a pool.
#pragma once
#include "bots/botservice.h"
#include "widgets/rowsmodel.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kule {

class ErrorStrip;
class TableView;

class ProcfileForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ProcfileForm(BotService &bots, QWidget *parent = nullptr);
    ~ProcfileForm() override;

    void begin();
    /// Its content and its folder.
    void addFile(const QString &file);

public Q_SLOTS:
    void submit();

Q_SIGNALS:
    void imported();
    void botAsked(kule::BotId id);
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void askFile();
    void follow();
    void retranslate();

    BotService &m_bots;
    QThreadPool m_files;
    bool m_isBusy = false;
    RowsModel<ImportedLine> *m_lines;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_textName;
    QPushButton *m_file;
    QPlainTextEdit *m_text;
    QLabel *m_folderName;
    QLineEdit *m_folder;
    ErrorStrip *m_problem;
    TableView *m_table;
    QPushButton *m_cancel;
    QPushButton *m_submit;
};

} // namespace kule
