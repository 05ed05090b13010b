// SPDX-License-Identifier: GPL-3.0-or-later
// The access keys: who may call the API and how far. A new key is shown once; a revoked one stays in the list, so that an
// old log line still tells whose it was. Gui thread.
#pragma once
#include "console.h"
#include "keys/accesskeys.h"
#include "widgets/rowsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kule {

class DetailSplitter;
class ErrorStrip;
class SecretNote;
class TableView;

class KeysTab : public QWidget
{
    Q_OBJECT
public:
    explicit KeysTab(const Console &console, QWidget *parent = nullptr);
    void refresh();
    void openForm();
    bool closeForm();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildForm();
    void create();
    void revoke();
    void retranslate();

    Console m_console;
    RowsModel<AccessKey> *m_model;
    TableView *m_table;
    DetailSplitter *m_splitter;
    ErrorStrip *m_listError;
    SecretNote *m_secret;
    QPushButton *m_revoke;
    QLabel *m_formTitle;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_scopeLabel;
    QComboBox *m_scope;
    QLabel *m_scopeMeaning;
    QPushButton *m_create;
    QPushButton *m_cancel;
    ErrorStrip *m_formError;
};

} // namespace kule
