// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/title.h"

namespace kule {
namespace {

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(text);
}

Json listOf(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(text);
    return list;
}

// Each reads one member; false when it is there and of another type.
bool read(const Json &value, QString &text)
{
    if (value.is_string())
        text = value.get<QString>();
    return value.is_string() || value.is_null();
}

bool read(const Json &value, std::optional<int> &number)
{
    const bool isYear = value.is_number_integer() && value >= 0 && value <= 9999;
    if (isYear)
        number = value.get<int>();
    return isYear || value.is_null();
}

bool read(const Json &value, QStringList &texts)
{
    if (!value.is_array())
        return false;
    for (const Json &entry : value) {
        if (!entry.is_string())
            return false;
        texts += entry.get<QString>();
    }
    return true;
}

} // namespace

QByteArray nameOf(TitleField field)
{
    switch (field) {
    case TitleField::Title: return "title";
    case TitleField::Year: return "year";
    case TitleField::Plot: return "plot";
    case TitleField::Genres: return "genres";
    case TitleField::Cast: return "cast";
    case TitleField::Backdrop: return "backdrop";
    }
    Q_UNREACHABLE();
}

bool isMissing(const TitleInfo &info, TitleField field)
{
    switch (field) {
    case TitleField::Title: return info.title.isEmpty();
    case TitleField::Year: return !info.year;
    case TitleField::Plot: return info.plot.isEmpty();
    case TitleField::Genres: return info.genres.isEmpty();
    case TitleField::Cast: return info.cast.isEmpty();
    case TitleField::Backdrop: return info.backdrop.isEmpty();
    }
    Q_UNREACHABLE();
}

Json toJson(const TitleInfo &info)
{
    return Json{{"title", textOrNull(info.title)}, {"year", info.year ? Json(*info.year) : Json(nullptr)},
                {"plot", textOrNull(info.plot)},   {"genres", listOf(info.genres)},
                {"cast", listOf(info.cast)},       {"backdrop", textOrNull(info.backdrop)}};
}

Result<TitleInfo> titleInfoOf(const Json &json)
{
    TitleInfo info;
    const auto has = [&json](TitleField field, auto &member) {
        const auto found = json.find(nameOf(field).constData());
        return found != json.end() && read(*found, member);
    };
    const bool isWhole = json.is_object() && has(TitleField::Title, info.title) && has(TitleField::Year, info.year)
        && has(TitleField::Plot, info.plot) && has(TitleField::Genres, info.genres) && has(TitleField::Cast, info.cast)
        && has(TitleField::Backdrop, info.backdrop);
    if (!isWhole)
        return fail(ErrorKind::Broken, "INTERNAL_ERROR",
                    text(QT_TRANSLATE_NOOP("Engine", "What is stored of this title cannot be read. Fetch it again with a forced refresh.")));
    return info;
}

} // namespace kule
