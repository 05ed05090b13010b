// SPDX-License-Identifier: GPL-3.0-or-later
// Where announcements come from and how they are headed: a page with its selectors, or a channel. Gui thread; a configuration
// comes in and goes out, with what this window does not know left as it was.
#pragma once
#include "base/json.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace kule {

class SourceFields final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceFields(QWidget *parent = nullptr);

    void setConfig(const Json &config);
    Json config() const;
    /// False while the page's address, or the channel's number, is missing.
    bool isWhole() const;
    bool isPage() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QWidget *editor;
    };
    Row addRow(QGridLayout *grid, QWidget *editor);
    void follow();
    void retranslate();

    Json m_rest = Json::object();
    QComboBox *m_type;
    QLineEdit *m_url;
    QLineEdit *m_items;
    QLineEdit *m_link;
    QLineEdit *m_title;
    QLineEdit *m_id;
    QLineEdit *m_detail;
    QLineEdit *m_chat;
    QSpinBox *m_minutes;
    QSpinBox *m_first;
    QLineEdit *m_turkish;
    QLineEdit *m_english;
    QCheckBox *m_adminsOnly;
    QLabel *m_hint;
    Row m_typeRow, m_urlRow, m_itemsRow, m_linkRow, m_titleRow, m_idRow, m_detailRow, m_chatRow, m_minutesRow, m_firstRow, m_turkishRow, m_englishRow;
};

} // namespace kule
