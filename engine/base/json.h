// SPDX-License-Identifier: GPL-3.0-or-later
// nlohmann/json as the engine uses it: QString and QByteArray as values, a parser that never throws and has a depth
// limit of ours (its own has none), and a writer that survives text that is not UTF-8. Any thread.
#pragma once
#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace nlohmann {
template <>
struct adl_serializer<QString>
{
    template <class J>
    static void to_json(J &j, const QString &text)
    {
        j = text.toStdString();
    }
    template <class J>
    static void from_json(const J &j, QString &text)
    {
        text = QString::fromStdString(j.template get<std::string>());
    }
};
template <>
struct adl_serializer<QByteArray>
{
    template <class J>
    static void to_json(J &j, const QByteArray &text)
    {
        j = text.toStdString();
    }
    template <class J>
    static void from_json(const J &j, QByteArray &text)
    {
        text = QByteArray::fromStdString(j.template get<std::string>());
    }
};
} // namespace nlohmann

namespace kule {

using Json = nlohmann::json;
/// Keeps the order in which keys were put; for documents that people read.
using OrderedJson = nlohmann::ordered_json;

inline constexpr int maxJsonDepth = 32;

struct JsonProblem
{
    enum class What { Malformed, TooDeep } what;
    qsizetype offset; ///< bytes into the text
};

/// Parses UTF-8. On failure nothing, and why in *problem.
std::optional<Json> parseJson(QByteArrayView text, JsonProblem *problem = nullptr, int maxDepth = maxJsonDepth);
/// The same, keeping the order of keys.
std::optional<OrderedJson> parseOrderedJson(QByteArrayView text, JsonProblem *problem = nullptr, int maxDepth = maxJsonDepth);

/// Compact UTF-8; a byte that is not UTF-8 becomes U+FFFD. indent < 0: one line.
QByteArray dumpJson(const Json &value, int indent = -1);
QByteArray dumpJson(const OrderedJson &value, int indent = -1);

/// Texts as a JSON array: many values as one argument of a statement.
QString jsonList(const QStringList &texts);

/// The member as text; the fallback when it is absent or not a string.
QString textOf(const Json &object, const char *key, const QString &fallback = {});

} // namespace kule
