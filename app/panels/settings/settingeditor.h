// SPDX-License-Identifier: GPL-3.0-or-later
// One setting: name and meaning, an editor of its type, where its value comes from, the way back to the default, and what
// was wrong with the last try. Says what is wanted; the panel asks the engine. Gui thread.
#pragma once
#include "settings/settingsservice.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace kule {

class SettingEditor : public QFrame
{
    Q_OBJECT
public:
    explicit SettingEditor(Setting setting, QWidget *parent = nullptr);

    Setting setting() const { return m_row.id; }
    void setInfo(const SettingInfo &info);
    /// Of a secret that may be entered: whether there is one. What was typed is gone then.
    void setKept(bool isKept);
    void setError(std::optional<Error> error);
    /// Whether every word stands in its name, key, meaning or environment variable.
    bool matches(const QStringList &words) const;

Q_SIGNALS:
    void wanted(kule::Setting setting, QString value);
    void resetWanted(kule::Setting setting);
    /// Being typed, not yet wanted.
    void edited(kule::Setting setting, QString text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildEditor(QHBoxLayout *place);
    void commit();
    QString value() const;
    bool takesSecret() const;
    void showValue();
    void browse();
    void retranslate();

    const SettingRow &m_row;
    SettingInfo m_info;
    std::optional<Error> m_problem;
    bool m_isKept = false; ///< a secret is there
    QLabel *m_name;
    QLabel *m_meaning;
    QLabel *m_key;
    QLabel *m_source;
    QLabel *m_error;
    QToolButton *m_reset;
    QWidget *m_editor = nullptr;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_switch = nullptr;
    QToolButton *m_browse = nullptr;
};

} // namespace kule
