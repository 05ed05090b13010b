// SPDX-License-Identifier: GPL-3.0-or-later
// All settings by group, searchable, each changed in place and at once; above them what they lead to. Gui thread.
#pragma once
#include "console.h"
#include "panels/panel.h"
#include "settings/settingsservice.h"

class QLabel;
class QScrollArea;

namespace kule {

class ErrorStrip;
class FilterBar;
class HealthCard;
class KeepPreview;
class PanelHeader;
class SecretsCard;
class SettingEditor;

class SettingsPanel : public Panel
{
    Q_OBJECT
public:
    explicit SettingsPanel(const Console &console, QWidget *parent = nullptr);

    void refresh() override;
    void focusFilter() override;
    /// what: a setting's key.
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;
    using Panel::show;

protected:
    void retranslate() override;

private:
    struct Group
    {
        QLabel *title;
        QWidget *card;
        QList<SettingEditor *> editors;
    };
    void build(QWidget *page);
    void load();
    void want(Setting setting, const QString &value);
    void put(Setting setting, const Future<Result<SettingInfo>> &answer);
    void filter(const QString &text);
    SettingEditor *editorOf(Setting setting) const;

    Console m_console;
    PanelHeader *m_header;
    FilterBar *m_filter;
    ErrorStrip *m_error;
    HealthCard *m_health;
    KeepPreview *m_keep;
    SecretsCard *m_secrets;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    QList<Group> m_groups;
};

} // namespace kule
