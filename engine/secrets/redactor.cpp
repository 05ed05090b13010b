// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/redactor.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace kule {
namespace {

constexpr QByteArrayView mask("***");
constexpr std::size_t blocks = 65536;

/// What is put out instead of bytes, up to and with the last match; from: where the rest begins.
QByteArray masked(QByteArrayView text, const Patterns &patterns, Patterns::Match match, qsizetype &from)
{
    QByteArray out;
    out.reserve(text.size());
    from = 0;
    for (; match.start >= 0; match = patterns.find(text, from)) {
        out.append(text.sliced(from, match.start - from));
        out.append(mask);
        from = match.start + match.size;
    }
    return out;
}

template <class J>
J redactedValue(const J &json, const Redactor &redactor)
{
    const auto words = [&redactor](const std::string &text) { return redactor.redacted(QByteArray::fromStdString(text)).toStdString(); };
    if (json.is_string())
        return words(json.template get_ref<const std::string &>());
    if (json.is_number()) {
        const std::string digits = json.dump();
        std::string out = words(digits);
        return out == digits ? json : J(std::move(out));
    }
    if (!json.is_structured())
        return json;
    J out = json.is_array() ? J::array() : J::object();
    for (const auto &[name, value] : json.items()) {
        if (json.is_array())
            out.push_back(redactedValue(value, redactor));
        else
            out[words(name)] = redactedValue(value, redactor);
    }
    return out;
}

/// What stands behind the number in a bot's token, and may stand alone, or where the colon is written otherwise; else nothing.
QByteArrayView keyOf(QByteArrayView secret)
{
    constexpr qsizetype shortestKey = 20; // Telegram's have 35
    const qsizetype colon = secret.indexOf(':');
    const bool isNumber = colon > 0 && std::all_of(secret.begin(), secret.begin() + colon, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber && secret.size() > colon + shortestKey ? secret.sliced(colon + 1) : QByteArrayView();
}

} // namespace

Patterns::Patterns(std::vector<SecretPtr> texts)
    : m_texts(std::move(texts))
{
    if (m_texts.empty())
        return;
    // Longest first, so that of those that begin together the longest is found.
    std::stable_sort(m_texts.begin(), m_texts.end(), [](const SecretPtr &a, const SecretPtr &b) { return a->view().size() > b->view().size(); });
    m_window = m_texts.back()->view().size();
    m_longest = m_texts.front()->view().size();
    m_shift.assign(blocks, static_cast<quint8>(std::min<qsizetype>(m_window - 1, 255)));
    for (const SecretPtr &each : m_texts) {
        const QByteArrayView text = each->view();
        m_begins[static_cast<unsigned char>(text[0])] = true;
        for (const char c : text)
            m_holds[static_cast<unsigned char>(c)] = true;
        for (qsizetype end = 2; end <= m_window; ++end) {
            quint8 &shift = m_shift[blockAt(text, end)];
            shift = std::min(shift, static_cast<quint8>(std::min<qsizetype>(m_window - end, 255)));
        }
    }
    m_byWindow = indexed(m_window);
    m_byBeginning = indexed(2);
}

Patterns::Index Patterns::indexed(qsizetype end) const
{
    Index index;
    index.first.assign(blocks + 1, 0);
    for (const SecretPtr &text : m_texts)
        ++index.first[blockAt(text->view(), end) + 1];
    std::partial_sum(index.first.begin(), index.first.end(), index.first.begin());
    index.texts.resize(m_texts.size());
    std::vector<quint32> place = index.first;
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        index.texts[place[blockAt(m_texts[i]->view(), end)]++] = static_cast<quint32>(i);
    return index;
}

std::size_t Patterns::blockAt(QByteArrayView text, qsizetype end)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(text[end - 2])) << 8 | static_cast<unsigned char>(text[end - 1]);
}

Patterns::Match Patterns::find(QByteArrayView text, qsizetype from) const
{
    if (m_texts.empty())
        return {};
    for (qsizetype end = from + m_window; end <= text.size();) {
        const std::size_t block = blockAt(text, end);
        if (const quint8 shift = m_shift[block]; shift > 0) {
            end += shift;
            continue;
        }
        const QByteArrayView rest = text.sliced(end - m_window);
        for (quint32 i = m_byWindow.first[block]; i < m_byWindow.first[block + 1]; ++i) {
            const QByteArrayView candidate = m_texts[m_byWindow.texts[i]]->view();
            if (candidate.size() <= rest.size() && std::memcmp(candidate.data(), rest.data(), static_cast<std::size_t>(candidate.size())) == 0)
                return {end - m_window, candidate.size()};
        }
        ++end;
    }
    return {};
}

qsizetype Patterns::openEnd(QByteArrayView text) const
{
    // It holds the last byte, and each before it: a line's end, as a rule, closes everything.
    const qsizetype most = std::min(text.size(), m_longest - 1);
    qsizetype size = 0;
    while (size < most && m_holds[static_cast<unsigned char>(text[text.size() - 1 - size])])
        ++size;
    for (; size > 1; --size) {
        const QByteArrayView end = text.last(size);
        const std::size_t block = blockAt(end, 2);
        for (quint32 i = m_byBeginning.first[block]; i < m_byBeginning.first[block + 1]; ++i) {
            const QByteArrayView candidate = m_texts[m_byBeginning.texts[i]]->view();
            if (candidate.size() > size && std::memcmp(candidate.data(), end.data(), static_cast<std::size_t>(size)) == 0)
                return size;
        }
    }
    return size == 1 && m_begins[static_cast<unsigned char>(text.back())] ? 1 : 0;
}

Redactor::Redactor()
    : m_patterns(std::make_shared<const Patterns>(std::vector<SecretPtr>()))
{
}

void Redactor::learn(const Secret &secret)
{
    if (secret.view().size() < shortestRedacted)
        return;
    const std::vector<SecretPtr> forms = formsOf(secret);
    auto known = m_patterns.load();
    std::shared_ptr<const Patterns> more;
    do {
        std::vector<SecretPtr> texts = known->texts();
        for (const SecretPtr &form : forms) {
            const bool isKnown = std::any_of(known->texts().begin(), known->texts().end(), [&](const SecretPtr &text) { return text->matches(form->view()); });
            if (!isKnown)
                texts.push_back(form);
        }
        if (texts.size() == known->texts().size())
            return;
        more = std::make_shared<const Patterns>(std::move(texts));
    } while (!m_patterns.compare_exchange_weak(known, more));
    if (const QByteArrayView key = keyOf(secret.view()); !key.isEmpty())
        learn(Secret(key));
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    const auto patterns = current();
    const auto match = patterns->find(text, 0);
    if (match.start < 0)
        return text;
    qsizetype from = 0;
    const QByteArray out = masked(text, *patterns, match, from);
    return out + QByteArrayView(text).sliced(from).toByteArray();
}

QString Redactor::redacted(const QString &text) const
{
    if (isEmpty())
        return text;
    const QByteArray utf8 = text.toUtf8();
    const QByteArray out = redacted(utf8);
    return out.size() == utf8.size() && out == utf8 ? text : QString::fromUtf8(out);
}

Json Redactor::redacted(const Json &json) const
{
    return redactedValue(json, *this);
}

OrderedJson Redactor::redacted(const OrderedJson &json) const
{
    return redactedValue(json, *this);
}

QByteArray Redactor::redactedJson(const QByteArray &text) const
{
    if (current()->find(text, 0).start < 0)
        return text;
    // Found to be good and not too deep first; its members keep their order.
    if (!parseJson(text, nullptr, 2 * maxJsonDepth))
        return redacted(text);
    return redacted(dumpJson(redacted(OrderedJson::parse(text.begin(), text.end()))));
}

QByteArray RedactingStream::feed(const QByteArray &bytes)
{
    const auto patterns = m_redactor.current();
    if (patterns->isEmpty() && m_held.isEmpty())
        return bytes;
    const QByteArray text = m_held.isEmpty() ? bytes : m_held + bytes;
    qsizetype from = 0;
    const auto match = patterns->find(text, 0);
    QByteArray out = match.start < 0 ? QByteArray() : masked(text, *patterns, match, from);
    const qsizetype open = patterns->openEnd(QByteArrayView(text).sliced(from));
    if (from == 0 && open == 0) {
        m_held.clear();
        return text;
    }
    out += QByteArrayView(text).sliced(from).chopped(open).toByteArray();
    m_held = text.last(open);
    return out;
}

QByteArray RedactingStream::finish()
{
    return std::exchange(m_held, {});
}

} // namespace kule
