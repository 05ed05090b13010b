// SPDX-License-Identifier: GPL-3.0-or-later
// How one secret is written in URLs, JSON and Base64 by the programs that may write it.
#include "secrets/redactor.h"

#include <set>

namespace kule {
namespace {

using Bytes = std::string; // scrubbed by formsOf

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

/// kept: what this program leaves as it is, besides letters and digits.
Bytes percentEncoded(const Bytes &plain, std::string_view kept, const char *digits, bool isForm)
{
    Bytes out;
    out.reserve(plain.size() * 3);
    for (const char c : plain) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ' ' && isForm)
            out += '+';
        else if (isUnreserved(c) || kept.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%', out += digits[byte >> 4], out += digits[byte & 15]);
    }
    return out;
}

/// Without the characters that depend on what stands before or after it.
Bytes base64Within(const Bytes &plain, std::size_t offset, const char *alphabet)
{
    const Bytes shifted = Bytes(offset, '\0') + plain;
    Bytes out;
    out.reserve(shifted.size() * 2);
    unsigned bits = 0;
    int have = 0;
    for (const char c : shifted) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (have += 8; have >= 6; have -= 6)
            out += alphabet[(bits >> (have - 6)) & 63];
    }
    const std::size_t shared = (offset * 8 + 5) / 6;
    return out.substr(shared);
}

Bytes jsonEscaped(const Bytes &plain)
{
    const QByteArray quoted = dumpJson(Json(plain));
    return quoted.mid(1, quoted.size() - 2).toStdString();
}

/// As Python's json and others that write ASCII alone.
Bytes asciiEscaped(const Bytes &plain)
{
    const QByteArray quoted = QByteArray::fromStdString(Json(plain).dump(-1, ' ', true, Json::error_handler_t::replace));
    return quoted.mid(1, quoted.size() - 2).toStdString();
}

Bytes withSlashesEscaped(Bytes text)
{
    for (std::size_t at = 0; (at = text.find('/', at)) != Bytes::npos; at += 2)
        text.insert(at, 1, '\\');
    return text;
}

} // namespace

std::vector<SecretPtr> formsOf(const Secret &secret)
{
    const QByteArrayView view = secret.view();
    const Bytes plain(view.data(), static_cast<std::size_t>(view.size()));
    std::set<Bytes> forms{plain, jsonEscaped(plain), asciiEscaped(plain), withSlashesEscaped(jsonEscaped(plain)), withSlashesEscaped(asciiEscaped(plain))};
    for (const char *digits : {"0123456789ABCDEF", "0123456789abcdef"}) {
        for (const std::string_view kept : {"", "/", "!'()*", "!$&'()*+,;=:@", "!$&'()*+,;=:@/?"}) {
            forms.insert(percentEncoded(plain, kept, digits, false));
            forms.insert(percentEncoded(plain, kept, digits, true));
        }
    }
    constexpr auto standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr auto forUrls = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (const char *alphabet : {standard, forUrls}) {
        for (std::size_t offset = 0; offset < 3; ++offset)
            forms.insert(base64Within(plain, offset, alphabet));
    }
    // In a URL or in JSON, Base64 is escaped once more.
    for (std::size_t offset = 0; offset < 3; ++offset) {
        const Bytes base64 = base64Within(plain, offset, standard);
        forms.insert(percentEncoded(base64, "", "0123456789ABCDEF", false));
        forms.insert(percentEncoded(base64, "", "0123456789abcdef", false));
        forms.insert(withSlashesEscaped(base64));
    }
    std::vector<SecretPtr> all;
    while (!forms.empty()) {
        auto form = forms.extract(forms.begin());
        all.push_back(std::make_shared<const Secret>(QByteArrayView(form.value().data(), static_cast<qsizetype>(form.value().size()))));
        scrub(form.value().data(), form.value().size());
    }
    return all;
}

} // namespace kule
