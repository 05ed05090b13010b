// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/settingspanel.h"

#include "panels/settings/healthcard.h"
#include "panels/settings/keeppreview.h"
#include "panels/settings/secretscard.h"
#include "panels/settings/settingeditor.h"
#include "words/settingwords.h"
#include "theme/theme.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/panelheader.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {
namespace {

/// General first, although its rows stand first and last in the table; the others in the table's order.
QList<Setting> inGroupOrder()
{
    QList<QString> groups;
    QList<Setting> ordered;
    for (const SettingRow &row : settingRows) {
        if (!groups.contains(groupOf(row)))
            groups << groupOf(row);
    }
    for (const QString &group : groups) {
        for (const SettingRow &row : settingRows) {
            if (groupOf(row) == group)
                ordered << row.id;
        }
    }
    return ordered;
}

} // namespace

SettingsPanel::SettingsPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_console(console)
    , m_header(new PanelHeader)
    , m_filter(new FilterBar)
    , m_error(new ErrorStrip)
    , m_health(new HealthCard(console))
    , m_keep(new KeepPreview(console.services.retention))
    , m_secrets(new SecretsCard(console))
    , m_scroll(new QScrollArea)
    , m_nothing(new QLabel)
{
    m_error->setObjectName(QStringLiteral("settingsError"));
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setObjectName(QStringLiteral("settingsNothing"));
    m_nothing->hide();
    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    build(page);
    m_scroll->setObjectName(QStringLiteral("settingsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, 0);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_error);
    column->addWidget(m_scroll, 1);

    connect(m_filter, &FilterBar::changed, this, &SettingsPanel::filter);
    connect(m_filter, &FilterBar::changed, this, &Panel::stateChanged);
    connect(&m_console.services.settings, &SettingsService::changed, this, &SettingsPanel::load);
    connect(m_secrets, &SecretsCard::changed, this, [this](const SecretState &state) {
        for (const auto &[setting, name] : secretname::ofSettings)
            editorOf(setting)->setKept(std::ranges::any_of(state.secrets, [&name](const SecretInfo &secret) { return secret.name == name; }));
    });
    connect(m_error, &ErrorStrip::activated, this, &SettingsPanel::load);
    retranslate();
    load();
}

void SettingsPanel::build(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, space::m, 0);
    column->setSpacing(space::s);
    column->addWidget(m_health);
    column->addWidget(m_nothing);
    QString current;
    QVBoxLayout *inner = nullptr;
    const auto ordered = inGroupOrder();
    for (const Setting setting : ordered) {
        const QString group = groupOf(rowOf(setting));
        if (group != current) {
            current = group;
            auto *title = new QLabel;
            title->setFont(strongFont(font()));
            auto *card = new QFrame;
            card->setProperty("kind", QStringLiteral("card"));
            inner = new QVBoxLayout(card);
            inner->setContentsMargins(0, 0, 0, 0);
            inner->setSpacing(0);
            title->setContentsMargins(0, space::s, 0, 0); // goes with it when a filter hides the group
            column->addWidget(title);
            column->addWidget(card);
            m_groups << Group{title, card, {}};
            if (KeepPolicy().valueOf(setting))
                inner->addWidget(m_keep);
            if (setting == Setting::SecretsPlace)
                inner->addWidget(m_secrets);
        }
        auto *editor = new SettingEditor(setting);
        inner->addWidget(editor);
        connect(editor, &SettingEditor::edited, m_keep, &KeepPreview::setValue);
        m_groups.last().editors << editor;
        connect(editor, &SettingEditor::wanted, this, &SettingsPanel::want);
        connect(editor, &SettingEditor::resetWanted, this, [this](Setting which) { put(which, m_console.services.settings.reset(which, Actor::console())); });
    }
    column->addStretch();
}

void SettingsPanel::load()
{
    whenDone(m_console.services.settings.list(), this, [this](const Result<std::vector<SettingInfo>> &all) {
        if (!all) {
            m_error->showError(all.error(), [] { return tr("Try again"); });
            return;
        }
        m_error->clear();
        for (const SettingInfo &info : *all) {
            if (SettingEditor *editor = editorOf(info.id))
                editor->setInfo(info);
            m_keep->setValue(info.id, info.value);
        }
    });
}

void SettingsPanel::want(Setting setting, const QString &value)
{
    const auto kept = std::ranges::find(secretname::ofSettings, setting, [](const auto &each) { return each.first; });
    if (kept != secretname::ofSettings.end()) {
        QByteArray typed = value.toUtf8();
        const auto secret = std::make_shared<const Secret>(typed);
        scrub(typed.data(), static_cast<std::size_t>(typed.size()));
        whenDone(m_console.services.secrets.write(kept->second, secret, Actor::console()), this, [this, setting](const Done &done) {
            if (done)
                editorOf(setting)->setKept(true);
            else
                editorOf(setting)->setError(done.error());
        });
    } else if (const auto place = setting == Setting::SecretsPlace ? placeOf(value.toLatin1()) : std::nullopt) {
        m_secrets->offer(*place); // they come along, and for that the card has all it takes
        load();
    } else {
        put(setting, m_console.services.settings.set(setting, value, Actor::console()));
    }
}

void SettingsPanel::put(Setting setting, const Future<Result<SettingInfo>> &answer)
{
    whenDone(answer, this, [this, setting](const Result<SettingInfo> &info) {
        SettingEditor *editor = editorOf(setting);
        if (info)
            editor->setInfo(*info);
        else
            editor->setError(info.error());
    });
}

SettingEditor *SettingsPanel::editorOf(Setting setting) const
{
    for (const Group &group : m_groups) {
        const auto found = std::find_if(group.editors.begin(), group.editors.end(), [setting](const SettingEditor *editor) { return editor->setting() == setting; });
        if (found != group.editors.end())
            return *found;
    }
    return nullptr;
}

void SettingsPanel::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    bool isAny = false;
    for (const Group &group : m_groups) {
        bool isGroupShown = false;
        for (SettingEditor *editor : group.editors) {
            const bool isShown = editor->matches(words);
            editor->setVisible(isShown);
            isGroupShown = isGroupShown || isShown;
        }
        group.title->setVisible(isGroupShown);
        group.card->setVisible(isGroupShown);
        isAny = isAny || isGroupShown;
    }
    m_health->setVisible(words.isEmpty());
    m_nothing->setVisible(!isAny);
}

void SettingsPanel::refresh()
{
    m_health->refresh();
    load();
}

void SettingsPanel::focusFilter()
{
    m_filter->focus();
}

void SettingsPanel::show(const QString &what)
{
    m_filter->setText(what);
}

bool SettingsPanel::goBack()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->setText({});
    return true;
}

Json SettingsPanel::saveState() const
{
    return {{"filter", m_filter->text()}};
}

void SettingsPanel::restoreState(const Json &state)
{
    m_filter->setText(textOf(state, "filter"));
}

void SettingsPanel::retranslate()
{
    m_header->setName(tr("Settings"));
    m_filter->setPlaceholder(tr("Search the settings"));
    m_nothing->setText(tr("No setting has these words."));
    for (const Group &group : m_groups)
        group.title->setText(groupOf(rowOf(group.editors.first()->setting())));
}

} // namespace kule
