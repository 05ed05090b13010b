// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleedit.h"

#include "base/async.h"
#include "schedule/schedule.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/spinname.h"
#include "widgets/words.h"

#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int pauseMs = 200;
constexpr int leastWidth = 120;
constexpr int shownMoments = 3;
constexpr int mostSpreadMinutes = 24 * 60;
constexpr qint64 minuteMs = 60'000;

struct Preset
{
    const char *cron;
    const char *words;
};
constexpr Preset presets[] = {
    {"", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "Never")},
    {"0 4 * * *", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "Every day at 04:00")},
    {"0 */6 * * *", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "Every 6 hours")},
    {"0 * * * *", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "Every hour")},
    {"0 4 * * 1", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "Mondays at 04:00")},
    {"0 4 1 * *", QT_TRANSLATE_NOOP("kule::ScheduleEdit", "The first of each month at 04:00")},
};
constexpr int ownTimes = static_cast<int>(std::size(presets));

} // namespace

ScheduleEdit::ScheduleEdit(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_preset(new Choice)
    , m_cron(new QLineEdit)
    , m_zone(new Choice)
    , m_zoneName(new QLabel)
    , m_spreadName(new QLabel)
    , m_spread(new QSpinBox)
    , m_details(new QWidget)
    , m_next(new QLabel)
{
    m_pool.setMaxThreadCount(1);
    m_preset->setObjectName(QStringLiteral("restartPreset"));
    for (int i = 0; i <= ownTimes; ++i)
        m_preset->addItem(QString());
    m_cron->setObjectName(QStringLiteral("restartCron"));
    m_cron->setFont(codeFont(font()));
    m_cron->setMaxLength(200);
    m_zone->setObjectName(QStringLiteral("restartZone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->lineEdit()->setMaxLength(100);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_spread->setObjectName(QStringLiteral("restartSpread"));
    m_spread->setRange(0, mostSpreadMinutes);
    for (QWidget *editor : {static_cast<QWidget *>(m_preset), static_cast<QWidget *>(m_zone), static_cast<QWidget *>(m_spread)})
        editor->setMinimumWidth(leastWidth); // what it might say is no measure
    m_next->setObjectName(QStringLiteral("restartNext"));
    m_next->setWordWrap(true);
    m_next->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_cron, 0, 0, 1, 2);
    grid->addWidget(m_zoneName, 1, 0);
    grid->addWidget(m_zone, 1, 1);
    grid->addWidget(m_spreadName, 2, 0);
    grid->addWidget(m_spread, 2, 1, Qt::AlignLeft);
    m_zoneName->setBuddy(m_zone);
    m_spreadName->setBuddy(m_spread);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_preset);
    column->addWidget(m_details);
    column->addWidget(m_next);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ScheduleEdit::ask);
    connect(m_preset, &QComboBox::activated, this, &ScheduleEdit::choosePreset);
    connect(m_cron, &QLineEdit::textEdited, this, &ScheduleEdit::touched);
    connect(m_zone, &QComboBox::editTextChanged, this, [this] { touched(); });
    connect(m_spread, &QSpinBox::valueChanged, this, [this] { touched(); });
    retranslate();
    showFitting();
    loadZones();
}

ScheduleEdit::~ScheduleEdit()
{
    m_pool.waitForDone();
}

void ScheduleEdit::loadZones()
{
    whenDone(onPool(m_pool, []() -> Result<QStringList> {
                 QStringList names;
                 const auto ids = QTimeZone::availableTimeZoneIds();
                 for (const QByteArray &id : ids) {
                     if (id.contains('/') || id == "UTC")
                         names << QString::fromLatin1(id);
                 }
                 return names;
             }),
             this, [this](const Result<QStringList> &names) {
                 const QString typed = m_zone->currentText();
                 const QSignalBlocker quiet(m_zone);
                 m_zone->clear();
                 m_zone->addItems(names.value_or(QStringList()));
                 m_zone->setEditText(typed);
             });
}

void ScheduleEdit::setTimes(const RestartTimes &times)
{
    const QSignalBlocker quietZone(m_zone);
    const QSignalBlocker quietSpread(m_spread);
    m_cron->setText(times.cron);
    m_zone->setEditText(times.timezone);
    m_spread->setValue(static_cast<int>(std::min<qint64>(times.jitterMs / minuteMs, mostSpreadMinutes)));
    const auto known = std::find_if(std::begin(presets), std::end(presets), [&times](const Preset &preset) { return times.cron == QLatin1String(preset.cron); });
    m_preset->setCurrentIndex(static_cast<int>(known - std::begin(presets)));
    showFitting();
    ask();
}

RestartTimes ScheduleEdit::times() const
{
    const QString cron = m_cron->text().trimmed();
    if (cron.isEmpty())
        return {};
    return {cron, m_zone->currentText().trimmed(), m_spread->value() * minuteMs};
}

QWidget *ScheduleEdit::editor() const
{
    return m_preset;
}

void ScheduleEdit::choosePreset()
{
    const int chosen = m_preset->currentIndex();
    if (chosen < ownTimes)
        m_cron->setText(QString::fromLatin1(presets[chosen].cron));
    else if (m_cron->text().isEmpty())
        m_cron->setText(QString::fromLatin1(presets[1].cron));
    showFitting();
    if (chosen == ownTimes)
        m_cron->setFocus(Qt::OtherFocusReason);
    ask();
    Q_EMIT edited();
}

void ScheduleEdit::touched()
{
    m_pause.start();
    Q_EMIT edited();
}

void ScheduleEdit::showFitting()
{
    m_cron->setVisible(m_preset->currentIndex() == ownTimes);
    m_details->setVisible(m_preset->currentIndex() != 0);
}

ScheduleEdit::Preview ScheduleEdit::previewOf(const RestartTimes &times, qint64 now)
{
    Preview preview;
    const auto schedule = Schedule::parse(times.cron, times.timezone, Milliseconds(times.jitterMs));
    if (!schedule) {
        preview.error = schedule.error();
        return preview;
    }
    const QTimeZone zone = times.timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(times.timezone.toUtf8());
    for (qint64 after = now; preview.moments.size() < shownMoments;) {
        const auto next = schedule->next(after);
        if (!next)
            break;
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(*next, Qt::UTC);
        preview.moments.push_back({utc.addSecs(zone.offsetFromUtc(utc)), zone.abbreviation(utc)});
        after = *next;
    }
    return preview;
}

void ScheduleEdit::ask()
{
    m_pause.stop();
    const int asked = ++m_asked;
    const RestartTimes times = this->times();
    if (times.cron.isEmpty()) {
        m_preview = {};
        return say();
    }
    whenDone(onPool(m_pool, [times, now = m_clock.wallMs()]() -> Result<Preview> { return previewOf(times, now); }), this, [this, asked](const Result<Preview> &preview) {
        if (asked != m_asked || !preview)
            return;
        m_preview = *preview;
        say();
    });
}

void ScheduleEdit::say()
{
    const bool wasValid = std::exchange(m_isValid, !m_preview.error);
    if (wasValid != m_isValid)
        Q_EMIT validityChanged();
    QString words;
    if (m_preview.error) {
        words = sentenceOf(*m_preview.error);
    } else if (!times().cron.isEmpty()) {
        QStringList moments;
        for (const Moment &moment : m_preview.moments)
            moments << tr("%1, %2").arg(QLocale().toString(moment.local.date(), QStringLiteral("ddd d MMM")), QLocale().toString(moment.local.time(), QStringLiteral("HH:mm")));
        words = moments.isEmpty() ? tr("There is no such day: it would never be restarted.")
                                  : tr("Next: %1 (%2)").arg(moments.join(QStringLiteral(" · ")), m_preview.moments.front().zone);
    } else if (m_preset->currentIndex() == 0) {
        words = tr("It runs until somebody stops it. Heroku restarted its programs once a day; here nothing needs that.");
    }
    m_next->setText(words);
    m_next->setVisible(!words.isEmpty());
    setLook(m_next, "kind", m_isValid ? QStringLiteral("muted") : QStringLiteral("error"));
    setLook(m_cron, "wrong", !m_isValid);
}

void ScheduleEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScheduleEdit::retranslate()
{
    for (int i = 0; i < ownTimes; ++i)
        m_preset->setItemText(i, tr(presets[i].words));
    m_preset->setItemText(ownTimes, tr("Times of my own (cron)"));
    m_preset->setAccessibleName(tr("Restart on schedule"));
    m_cron->setPlaceholderText(tr("minute hour day month weekday, such as 0 4 * * *"));
    m_cron->setAccessibleName(tr("Cron expression"));
    m_zoneName->setText(tr("Time zone"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->lineEdit()->setAccessibleName(tr("Time zone"));
    m_zone->lineEdit()->setPlaceholderText(tr("this computer's"));
    m_spreadName->setText(tr("Spread"));
    nameSpin(m_spread, tr("Spread"));
    m_spread->setSpecialValueText(tr("exactly then"));
    m_spread->setSuffix(tr(" min at most after it"));
    m_spread->setToolTip(tr("Restarts at a moment within so many minutes, so that many bots do not restart at once"));
    say();
}

} // namespace kule
