// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

namespace kule {
namespace {

// Builds the value with the library's own builder, and stops it at the depth limit.
template <class Value>
class BoundedBuilder
{
public:
    BoundedBuilder(Value &root, int maxDepth)
        : m_builder(root, false)
        , m_left(maxDepth)
    {
    }

    bool null() { return m_builder.null(); }
    bool boolean(bool value) { return m_builder.boolean(value); }
    bool number_integer(typename Value::number_integer_t value) { return m_builder.number_integer(value); }
    bool number_unsigned(typename Value::number_unsigned_t value) { return m_builder.number_unsigned(value); }
    bool number_float(typename Value::number_float_t value, const std::string &text)
    {
        return m_builder.number_float(value, text);
    }
    bool string(std::string &value) { return m_builder.string(value); }
    bool binary(typename Value::binary_t &value) { return m_builder.binary(value); }
    bool key(std::string &value) { return m_builder.key(value); }
    bool start_object(std::size_t size) { return enter() && m_builder.start_object(size); }
    bool end_object()
    {
        ++m_left;
        return m_builder.end_object();
    }
    bool start_array(std::size_t size) { return enter() && m_builder.start_array(size); }
    bool end_array()
    {
        ++m_left;
        return m_builder.end_array();
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &)
    {
        m_offset = static_cast<qsizetype>(position);
        return false;
    }

    bool isTooDeep() const { return m_left < 0; }
    qsizetype offset() const { return m_offset; }

private:
    bool enter() { return --m_left >= 0; }

    nlohmann::detail::json_sax_dom_parser<Value> m_builder;
    int m_left;
    qsizetype m_offset = 0;
};

template <class Value>
std::optional<Value> parse(QByteArrayView text, JsonProblem *problem, int maxDepth)
{
    // The library takes a NUL for the end and would not look at what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0) {
        if (problem)
            *problem = {JsonProblem::What::Malformed, nul};
        return std::nullopt;
    }
    Value root;
    BoundedBuilder<Value> builder(root, maxDepth);
    if (Value::sax_parse(text.begin(), text.end(), &builder))
        return root;
    if (problem)
        *problem = {builder.isTooDeep() ? JsonProblem::What::TooDeep : JsonProblem::What::Malformed, builder.offset()};
    return std::nullopt;
}

} // namespace

std::optional<Json> parseJson(QByteArrayView text, JsonProblem *problem, int maxDepth)
{
    return parse<Json>(text, problem, maxDepth);
}

std::optional<OrderedJson> parseOrderedJson(QByteArrayView text, JsonProblem *problem, int maxDepth)
{
    return parse<OrderedJson>(text, problem, maxDepth);
}

QByteArray dumpJson(const Json &value, int indent)
{
    return QByteArray::fromStdString(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

QByteArray dumpJson(const OrderedJson &value, int indent)
{
    return QByteArray::fromStdString(value.dump(indent, ' ', false, OrderedJson::error_handler_t::replace));
}

QString textOf(const Json &object, const char *key, const QString &fallback)
{
    const auto member = object.is_object() ? object.find(key) : object.end();
    return member != object.end() && member->is_string() ? member->get<QString>() : fallback;
}

QString jsonList(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(text);
    return QString::fromUtf8(dumpJson(list));
}

} // namespace kule
