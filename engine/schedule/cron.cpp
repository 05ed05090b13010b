// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/cron.h"

#include <QByteArrayList>

#include <array>
#include <span>

namespace kule {
namespace {

struct Field
{
    const char *name;
    int least;
    int most;
    std::span<const char *const> words = {}; ///< the first stands for `least`
};

constexpr const char *monthNames[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr const char *weekdayNames[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<Field, 5> fields{{{"minute", 0, 59},
                                       {"hour", 0, 23},
                                       {"day", 1, 31},
                                       {"month", 1, 12, monthNames},
                                       {"weekday", 0, 7, weekdayNames}}};

constexpr std::array<std::pair<const char *, const char *>, 7> macros{{{"@hourly", "0 * * * *"},
                                                                       {"@daily", "0 0 * * *"},
                                                                       {"@midnight", "0 0 * * *"},
                                                                       {"@weekly", "0 0 * * 0"},
                                                                       {"@monthly", "0 0 1 * *"},
                                                                       {"@yearly", "0 0 1 1 *"},
                                                                       {"@annually", "0 0 1 1 *"}}};

std::optional<int> numberOf(const Field &field, QByteArrayView text)
{
    int value = 0;
    for (const char *word : field.words) {
        if (text == QByteArrayView(word))
            return field.least + value;
        ++value;
    }
    // Digits alone: toInt() would take a sign and spaces.
    const bool isDigits = !text.isEmpty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isDigits)
        return std::nullopt;
    value = text.toByteArray().toInt();
    return value >= field.least && value <= field.most ? std::optional(value) : std::nullopt;
}

template <std::size_t N>
bool addPart(const Field &field, const QByteArray &part, std::bitset<N> &set)
{
    const qsizetype slash = part.indexOf('/');
    const QByteArray range = slash < 0 ? part : part.left(slash);
    int step = 1;
    if (slash >= 0) {
        const auto said = numberOf({"", 1, field.most}, part.mid(slash + 1));
        if (!said)
            return false;
        step = *said;
    }
    int from = field.least;
    int to = field.most;
    if (range != "*") {
        const qsizetype dash = range.indexOf('-');
        const auto first = numberOf(field, dash < 0 ? range : range.left(dash));
        const auto last = dash < 0 ? (slash < 0 ? first : std::optional(field.most)) : numberOf(field, range.mid(dash + 1));
        if (!first || !last || *first > *last)
            return false;
        from = *first;
        to = *last;
    }
    for (int value = from; value <= to; value += step)
        set.set(static_cast<std::size_t>(value));
    return true;
}

template <std::size_t N>
bool read(const Field &field, const QByteArray &text, std::bitset<N> &set)
{
    const QByteArrayList parts = text.split(',');
    return std::all_of(parts.begin(), parts.end(), [&](const QByteArray &part) { return addPart(field, part, set); });
}

tl::unexpected<Error> badField(const Field &field, const QByteArray &said)
{
    return fail(ErrorKind::Invalid, "cron.bad_expression",
                text(QT_TRANSLATE_NOOP("Engine", "“%1” cannot stand for the %2 of a schedule: numbers from %3 to %4, *, ranges such as 1-5, steps such as */15 and lists with commas can."),
                     QString::fromUtf8(said.left(100)), QString::fromLatin1(field.name), QString::number(field.least), QString::number(field.most)));
}

} // namespace

Result<CronExpression> CronExpression::parse(const QString &expression)
{
    QByteArray plain = expression.left(1000).simplified().toUtf8().toLower();
    for (const auto &[name, meaning] : macros) {
        if (plain == name)
            plain = meaning;
    }
    const QByteArrayList said = plain.split(' ');
    if (said.size() != static_cast<qsizetype>(fields.size()))
        return fail(ErrorKind::Invalid, "cron.bad_expression",
                    text(QT_TRANSLATE_NOOP("Engine", "“%1” is no schedule. Give five fields: minute, hour, day, month and weekday, such as “0 4 * * *” for four o'clock each day."),
                         expression.left(100)));
    CronExpression cron;
    std::size_t bad = fields.size();
    if (!read(fields[4], said[4], cron.m_weekdays))
        bad = 4;
    if (!read(fields[3], said[3], cron.m_months))
        bad = 3;
    if (!read(fields[2], said[2], cron.m_days))
        bad = 2;
    if (!read(fields[1], said[1], cron.m_hours))
        bad = 1;
    if (!read(fields[0], said[0], cron.m_minutes))
        bad = 0;
    if (bad < fields.size())
        return badField(fields[bad], said[static_cast<qsizetype>(bad)]);
    if (cron.m_weekdays.test(7))
        cron.m_weekdays.set(0);
    cron.m_isEveryHour = said[1].startsWith('*');
    cron.m_isAnyDay = said[2].startsWith('*');
    cron.m_isAnyWeekday = said[4].startsWith('*');
    return cron;
}

bool CronExpression::isOn(QDate day) const
{
    if (!m_months.test(static_cast<std::size_t>(day.month())))
        return false;
    const bool isDay = m_days.test(static_cast<std::size_t>(day.day()));
    const bool isWeekday = m_weekdays.test(static_cast<std::size_t>(day.dayOfWeek() % 7));
    return m_isAnyDay || m_isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
}

} // namespace kule
