// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefields.h"

#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/spinname.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace kule {
namespace {

constexpr int longestText = 2000;
constexpr int leastWidth = 120;
constexpr int mostMinutes = 24 * 60;
constexpr int mostFirst = 20;
constexpr int usualSeconds = 600;

QLineEdit *lineEdit(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setMaxLength(longestText);
    return edit;
}

Json objectAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? *found : Json::object();
}

qint64 numberAt(const Json &object, const char *key, qint64 fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<qint64>() : fallback;
}

void put(Json &object, const char *key, const QString &text)
{
    if (text.isEmpty())
        object.erase(key);
    else
        object[key] = text;
}

} // namespace

SourceFields::SourceFields(QWidget *parent)
    : QWidget(parent)
    , m_type(new Choice)
    , m_url(lineEdit("sourceUrl"))
    , m_items(lineEdit("sourceItems"))
    , m_link(lineEdit("sourceLink"))
    , m_title(lineEdit("sourceTitle"))
    , m_id(lineEdit("sourceId"))
    , m_detail(lineEdit("sourceDetail"))
    , m_chat(lineEdit("sourceChat"))
    , m_minutes(new QSpinBox)
    , m_first(new QSpinBox)
    , m_turkish(lineEdit("headingTurkish"))
    , m_english(lineEdit("headingEnglish"))
    , m_adminsOnly(new QCheckBox)
    , m_hint(new QLabel)
{
    m_type->setObjectName(QStringLiteral("sourceType"));
    m_type->addItem(QString());
    m_type->addItem(QString());
    m_chat->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("-?[0-9]{0,18}")), m_chat));
    m_minutes->setObjectName(QStringLiteral("sourceMinutes"));
    m_minutes->setRange(1, mostMinutes);
    m_first->setObjectName(QStringLiteral("sourceFirst"));
    m_first->setRange(0, mostFirst);
    m_adminsOnly->setObjectName(QStringLiteral("sourceAdminsOnly"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    for (QLineEdit *edit : {m_items, m_link, m_title, m_id, m_detail, m_chat})
        edit->setFont(codeFont(font()));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    m_typeRow = addRow(grid, m_type);
    m_urlRow = addRow(grid, m_url);
    m_itemsRow = addRow(grid, m_items);
    m_linkRow = addRow(grid, m_link);
    m_titleRow = addRow(grid, m_title);
    m_idRow = addRow(grid, m_id);
    m_detailRow = addRow(grid, m_detail);
    m_chatRow = addRow(grid, m_chat);
    grid->addWidget(m_hint, grid->rowCount(), 1);
    m_turkishRow = addRow(grid, m_turkish);
    m_englishRow = addRow(grid, m_english);
    m_minutesRow = addRow(grid, m_minutes);
    m_firstRow = addRow(grid, m_first);
    grid->addWidget(m_adminsOnly, grid->rowCount(), 0, 1, 2); // it cannot break its line
    for (QLineEdit *edit : {m_url, m_items, m_link, m_title, m_id, m_detail, m_chat, m_turkish, m_english})
        connect(edit, &QLineEdit::textEdited, this, &SourceFields::edited);
    for (QSpinBox *spin : {m_minutes, m_first})
        connect(spin, &QSpinBox::valueChanged, this, &SourceFields::edited);
    connect(m_adminsOnly, &QCheckBox::toggled, this, &SourceFields::edited);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT edited();
    });
    setConfig(Json::object());
    retranslate();
}

SourceFields::Row SourceFields::addRow(QGridLayout *grid, QWidget *editor)
{
    Row row{new QLabel, editor};
    editor->setMinimumWidth(leastWidth); // what it says while it is empty is no measure
    row.name->setBuddy(editor);
    row.name->setProperty("kind", QStringLiteral("muted"));
    const int at = grid->rowCount();
    grid->addWidget(row.name, at, 0);
    grid->addWidget(editor, at, 1);
    return row;
}

bool SourceFields::isPage() const
{
    return m_type->currentIndex() == 0;
}

bool SourceFields::isWhole() const
{
    return isPage() ? !m_url->text().trimmed().isEmpty() && !m_items->text().trimmed().isEmpty() : m_chat->text().size() > 1;
}

void SourceFields::setConfig(const Json &config)
{
    const QSignalBlocker quiet(this);
    m_rest = config.is_object() ? config : Json::object();
    const Json source = objectAt(m_rest, "source");
    m_type->setCurrentIndex(textOf(source, "type") == u"channel" ? 1 : 0);
    const std::pair<QLineEdit *, const char *> texts[] = {{m_url, "url"}, {m_items, "items"}, {m_link, "link"}, {m_title, "title"}, {m_id, "id"}, {m_detail, "detail"}};
    for (const auto &[edit, key] : texts)
        edit->setText(textOf(source, key));
    const qint64 chat = numberAt(source, "chat_id", 0);
    m_chat->setText(chat != 0 ? QString::number(chat) : QString());
    const Json heading = objectAt(m_rest, "heading");
    m_turkish->setText(textOf(heading, "tr"));
    m_english->setText(textOf(heading, "en"));
    m_minutes->setValue(static_cast<int>(std::clamp<qint64>(numberAt(m_rest, "interval_s", usualSeconds) / 60, 1, mostMinutes)));
    m_first->setValue(static_cast<int>(std::clamp<qint64>(numberAt(m_rest, "send_first", 0), 0, mostFirst)));
    const auto admins = m_rest.find("admins_only");
    m_adminsOnly->setChecked(admins == m_rest.end() || !admins->is_boolean() || admins->get<bool>());
    follow();
}

Json SourceFields::config() const
{
    Json config = m_rest;
    Json source = objectAt(config, "source");
    const bool wasPage = textOf(source, "type") != u"channel";
    if (wasPage != isPage())
        source = Json::object(); // nothing of a page belongs to a channel
    if (isPage()) {
        source["type"] = "web";
        put(source, "url", m_url->text().trimmed());
        put(source, "items", m_items->text().trimmed());
        put(source, "link", m_link->text().trimmed());
        put(source, "title", m_title->text().trimmed());
        put(source, "id", m_id->text().trimmed());
        put(source, "detail", m_detail->text().trimmed());
    } else {
        source["type"] = "channel";
        source["chat_id"] = m_chat->text().toLongLong();
    }
    config["source"] = std::move(source);
    Json heading = objectAt(config, "heading");
    put(heading, "tr", m_turkish->text().trimmed());
    put(heading, "en", m_english->text().trimmed());
    config["heading"] = std::move(heading);
    // Seconds that are no whole minutes stay as they are until somebody chooses others.
    if (numberAt(config, "interval_s", usualSeconds) / 60 != m_minutes->value() || !config.contains("interval_s"))
        config["interval_s"] = m_minutes->value() * 60;
    if (m_first->value() > 0 || config.contains("send_first"))
        config["send_first"] = m_first->value();
    config["admins_only"] = m_adminsOnly->isChecked();
    return config;
}

void SourceFields::follow()
{
    for (const Row *row : {&m_urlRow, &m_itemsRow, &m_linkRow, &m_titleRow, &m_idRow, &m_detailRow, &m_minutesRow, &m_firstRow}) {
        row->name->setVisible(isPage());
        row->editor->setVisible(isPage());
    }
    m_chatRow.name->setVisible(!isPage());
    m_chat->setVisible(!isPage());
    m_hint->setText(isPage() ? tr("Selectors are XPath or CSS. Try it shows what they find before anything is sent.")
                             : tr("The bot must be an administrator of the channel. Its posts are copied as they come, albums together, edits too."));
}

void SourceFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SourceFields::retranslate()
{
    const std::pair<Row *, QString> names[] = {{&m_typeRow, tr("Source")},
                                               {&m_urlRow, tr("Address of the page")},
                                               {&m_itemsRow, tr("Items")},
                                               {&m_linkRow, tr("Link in an item")},
                                               {&m_titleRow, tr("Title in an item")},
                                               {&m_idRow, tr("Id in the link")},
                                               {&m_detailRow, tr("Text on the item's page")},
                                               {&m_chatRow, tr("Channel's number")},
                                               {&m_minutesRow, tr("Looks every")},
                                               {&m_firstRow, tr("Sent at the first look")},
                                               {&m_turkishRow, tr("Heading, Turkish")},
                                               {&m_englishRow, tr("Heading, English")}};
    for (const auto &[row, words] : names) {
        row->name->setText(words);
        row->editor->setAccessibleName(words);
        if (auto *spin = qobject_cast<QSpinBox *>(row->editor))
            nameSpin(spin, words);
    }
    m_type->setItemText(0, tr("a web page"));
    m_type->setItemText(1, tr("a Telegram channel"));
    m_url->setPlaceholderText(QStringLiteral("https://www.example.org/duyurular"));
    m_items->setPlaceholderText(QStringLiteral("//ul[@class='duyurular']//a"));
    m_link->setPlaceholderText(tr("optional: the item itself, if empty"));
    m_title->setPlaceholderText(tr("optional: the item's own text, if empty"));
    m_id->setPlaceholderText(tr("optional, such as id=(\\d+)"));
    m_detail->setPlaceholderText(tr("optional: only title and link are sent, if empty"));
    m_chat->setPlaceholderText(QStringLiteral("-1001234567890"));
    m_minutes->setSuffix(tr(" min"));
    m_first->setSpecialValueText(tr("nothing, only what comes later"));
    m_first->setSuffix(tr(" newest"));
    m_adminsOnly->setText(tr("Only administrators of a group may subscribe it"));
    m_adminsOnly->setAccessibleName(m_adminsOnly->text());
    follow();
}

} // namespace kule
