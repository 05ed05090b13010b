// SPDX-License-Identifier: GPL-3.0-or-later
// How one secret is written in URLs, JSON and Base64 by the programs that may write it.
#include "secrets/redactor.h"

#include <QStringConverter>

#include <set>
#include <string_view>

namespace kule {
namespace {

using Bytes = SecretBytes;
using Text16 = std::vector<QChar, ScrubbingAllocator<QChar>>;

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
            out.push_back('+');
        else if (isUnreserved(c) || kept.find(c) != std::string_view::npos)
            out.push_back(c);
        else
            out.insert(out.end(), {'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

/// Without the characters that depend on what stands before or after it.
Bytes base64Within(const Bytes &plain, std::size_t offset, const char *alphabet)
{
    Bytes shifted(offset, '\0');
    shifted.insert(shifted.end(), plain.begin(), plain.end());
    Bytes out;
    unsigned bits = 0;
    int have = 0;
    for (const char c : shifted) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (have += 8; have >= 6; have -= 6)
            out.push_back(alphabet[(bits >> (have - 6)) & 63]);
    }
    const std::size_t shared = (offset * 8 + 5) / 6;
    return Bytes(out.begin() + static_cast<std::ptrdiff_t>(shared), out.end());
}

enum class Ascii { Alone, AndMore }; ///< Alone: as Python's json and others that escape all else

/// As it stands between the quotes.
Bytes jsonEscaped(const Bytes &plain, Ascii ascii)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    Text16 text(static_cast<std::size_t>(decoder.requiredSpace(static_cast<qsizetype>(plain.size()))));
    const QChar *end = decoder.appendToBuffer(text.data(), QByteArrayView(plain.data(), static_cast<qsizetype>(plain.size())));

    constexpr std::u16string_view named = u"\b\t\n\f\r\"\\", names = u"btnfr\"\\";
    constexpr auto digits = u"0123456789abcdef";
    Text16 out;
    for (const QChar *c = text.data(); c != end; ++c) {
        const char16_t unit = c->unicode();
        if (const auto at = named.find(unit); at != std::u16string_view::npos)
            out.insert(out.end(), {u'\\', names[at]});
        else if (unit < 0x20 || (ascii == Ascii::Alone && unit >= 0x7f))
            out.insert(out.end(), {u'\\', u'u', digits[unit >> 12], digits[(unit >> 8) & 15], digits[(unit >> 4) & 15], digits[unit & 15]});
        else
            out.push_back(*c);
    }
    QStringEncoder encoder(QStringConverter::Utf8, Flag::Stateless);
    Bytes bytes(static_cast<std::size_t>(encoder.requiredSpace(static_cast<qsizetype>(out.size()))));
    const char *written = encoder.appendToBuffer(bytes.data(), QStringView(out.data(), static_cast<qsizetype>(out.size())));
    bytes.resize(static_cast<std::size_t>(written - bytes.data()));
    return bytes;
}

Bytes withSlashesEscaped(const Bytes &text)
{
    Bytes out;
    for (const char c : text) {
        if (c == '/')
            out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

} // namespace

std::vector<SecretPtr> formsOf(const Secret &secret)
{
    const QByteArrayView view = secret.view();
    const Bytes plain(view.begin(), view.end()), json = jsonEscaped(plain, Ascii::AndMore), asciiJson = jsonEscaped(plain, Ascii::Alone);
    std::set<Bytes> forms{plain, json, asciiJson, withSlashesEscaped(json), withSlashesEscaped(asciiJson)};
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
    for (const Bytes &form : forms)
        all.push_back(std::make_shared<const Secret>(QByteArrayView(form.data(), static_cast<qsizetype>(form.size()))));
    return all;
}

} // namespace kule
