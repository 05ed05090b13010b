// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/pagetree.h"

#include "titles/htmltokens.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

#include <algorithm>

namespace kule {
namespace {

constexpr int mostElements = 100'000;
constexpr qsizetype longestValue = 64 * 1024; // bytes of an attribute
constexpr qsizetype longestText = 16 * 1024;
constexpr qsizetype longestProse = 128 * 1024;
constexpr unsigned long mostSteps = 20'000'000; // of one XPath; a real page needs some ten thousand
constexpr std::array<QByteArrayView, 4> keptAttributes{"data-uia", "class", "src", "srcset"};

// The library would take what follows an unclosed one for its content.
bool isScriptOrStyle(QByteArrayView name)
{
    return name == "script" || name == "style";
}

void appendEscaped(QByteArray &out, QByteArrayView text, char special, QByteArrayView escaped)
{
    for (qsizetype found = text.indexOf(special); found >= 0; found = text.indexOf(special)) {
        out.append(text.first(found)).append(escaped);
        text = text.sliced(found + 1);
    }
    out.append(text);
}

void appendAttribute(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    if (value.isNull() || value.size() > longestValue)
        return;
    out.append(' ').append(name).append("=\"");
    appendEscaped(out, value, '"', "&quot;");
    out.append('"');
}

// What else the tokenizer takes for one would end the tag.
bool isAttributeName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
    });
}

void appendStart(QByteArray &out, const HtmlTokens &tokens, Attributes kept)
{
    out.append('<').append(tokens.name());
    if (kept == Attributes::OfTitles) {
        for (const QByteArrayView name : keptAttributes)
            appendAttribute(out, name, tokens.attribute(name));
    } else {
        for (const HtmlTokens::Attribute &attribute : tokens.attributes()) {
            if (isAttributeName(attribute.name))
                appendAttribute(out, attribute.name, attribute.value.isNull() ? QByteArrayView("") : attribute.value);
        }
    }
    out.append(isVoidElement(tokens.name()) ? "/>" : ">");
}

// Once, whichever thread comes first. Never cleaned up: other users of the library would lose it with us.
void initialise()
{
    static const bool isReady = [] {
        xmlInitParser();
        return true;
    }();
    (void)isReady;
}

xmlDocPtr parse(const QByteArray &html)
{
    initialise();
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (!context)
        return nullptr;
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
        | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
    xmlDocPtr document = htmlCtxtReadMemory(context, html.constData(), static_cast<int>(html.size()), nullptr, "UTF-8", options);
    htmlFreeParserCtxt(context);
    return document;
}

// Where a reader sees a gap although none is written.
bool partsWords(const xmlNode *node)
{
    static constexpr std::array<QByteArrayView, 4> names{"br", "p", "div", "li"};
    return node->type == XML_ELEMENT_NODE && std::ranges::find(names, QByteArrayView(reinterpret_cast<const char *>(node->name))) != names.end();
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// How many line ends stand around an element where a browser draws it.
int linesBefore(const xmlNode *node)
{
    static constexpr std::array<QByteArrayView, 10> paragraphs{"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"};
    static constexpr std::array<QByteArrayView, 12> lines{"br", "div", "li", "tr", "section", "article", "header", "footer", "dt", "dd", "blockquote", "pre"};
    if (node->type != XML_ELEMENT_NODE)
        return 0;
    const QByteArrayView name(reinterpret_cast<const char *>(node->name));
    return std::ranges::find(paragraphs, name) != paragraphs.end() ? 2 : std::ranges::find(lines, name) != lines.end() ? 1 : 0;
}

bool isCell(const xmlNode *node)
{
    const QByteArrayView name(reinterpret_cast<const char *>(node->name));
    return node->type == XML_ELEMENT_NODE && (name == "td" || name == "th");
}

const xmlNode *nextInside(const xmlNode *node, const xmlNode *root)
{
    if (node->children && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? nullptr : node->next;
}

} // namespace

QByteArray sieved(QByteArrayView page, Attributes kept)
{
    QByteArray out;
    out.reserve(page.size() / 2);
    int elements = 0;
    HtmlTokens tokens(page);
    for (auto kind = tokens.next(); kind != HtmlTokens::Kind::PageEnd && elements < mostElements; kind = tokens.next()) {
        switch (kind) {
        case HtmlTokens::Kind::StartTag:
            ++elements;
            if (!isScriptOrStyle(tokens.name()))
                appendStart(out, tokens, kept);
            break;
        case HtmlTokens::Kind::EndTag:
            if (!isVoidElement(tokens.name()) && !isScriptOrStyle(tokens.name()))
                out.append("</").append(tokens.name()).append('>');
            break;
        case HtmlTokens::Kind::Text: appendEscaped(out, tokens.text(), '<', "&lt;"); break;
        case HtmlTokens::Kind::RawText: // no selector looks into scripts, and no script's text is a page's
        case HtmlTokens::Kind::PageEnd: break;
        }
    }
    return out;
}

PageTree::PageTree(QByteArrayView page, Attributes kept)
    : m_document(parse(sieved(page, kept)), [](xmlDocPtr document) { xmlFreeDoc(document); })
{
    if (kept == Attributes::All)
        return;
    for (xmlNodePtr node : find("//*[@data-uia]"))
        m_named.push_back({attributeOf(node, "data-uia"), node});
}

PageTree::~PageTree() = default;

std::vector<_xmlNode *> PageTree::find(const char *path, _xmlNode *from) const
{
    if (!m_document)
        return {};
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(xmlXPathNewContext(m_document.get()), xmlXPathFreeContext);
    if (!context)
        return {};
    context->error = [](void *, auto) {}; // else it writes to stderr
    context->opLimit = mostSteps;
    context->node = from ? from : reinterpret_cast<xmlNodePtr>(m_document.get());
    const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> found(xmlXPathEval(reinterpret_cast<const xmlChar *>(path), context.get()),
                                                                            xmlXPathFreeObject);
    if (!found || found->type != XPATH_NODESET || !found->nodesetval)
        return {};
    return {found->nodesetval->nodeTab, found->nodesetval->nodeTab + found->nodesetval->nodeNr};
}

QByteArray PageTree::textOf(const _xmlNode *node)
{
    QByteArray text;
    for (const xmlNode *at = node; at && text.size() < longestText; at = nextInside(at, node)) {
        if (partsWords(at))
            text.append(' ');
        else if (at->type == XML_TEXT_NODE && at->content)
            text.append(QByteArrayView(reinterpret_cast<const char *>(at->content)).first(std::min<qsizetype>(xmlStrlen(at->content), longestText)));
    }
    return text;
}

bool PageTree::isPath(const char *path)
{
    initialise();
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(xmlXPathNewContext(nullptr), xmlXPathFreeContext);
    if (!context)
        return false;
    context->error = [](void *, auto) {};
    const std::unique_ptr<xmlXPathCompExpr, void (*)(xmlXPathCompExprPtr)> compiled(xmlXPathCtxtCompile(context.get(), reinterpret_cast<const xmlChar *>(path)),
                                                                                 xmlXPathFreeCompExpr);
    return compiled != nullptr;
}

QByteArray PageTree::proseOf(const _xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE) {
        xmlChar *content = xmlNodeGetContent(node);
        const QByteArray copy = QByteArray(reinterpret_cast<const char *>(content)).left(longestProse);
        xmlFree(content);
        return copy.simplified();
    }
    QByteArray prose;
    int lines = 0; // line ends that wait for a word behind them
    bool hasGap = false;
    const auto say = [&](QByteArrayView words) {
        for (const char c : words.first(std::min(words.size(), longestProse))) {
            if (isSpace(c)) {
                hasGap = true;
                continue;
            }
            if (!prose.isEmpty() && lines > 0)
                prose.append(lines, '\n');
            else if (!prose.isEmpty() && hasGap)
                prose.append(' ');
            lines = 0;
            hasGap = false;
            prose.append(c);
        }
    };
    for (const xmlNode *at = node; at && prose.size() < longestProse; at = nextInside(at, node)) {
        lines = std::max(lines, linesBefore(at));
        if (at->type == XML_TEXT_NODE && at->content)
            say(QByteArrayView(reinterpret_cast<const char *>(at->content)));
        else if (isCell(at))
            hasGap = true;
        if (at->children)
            continue;
        for (const xmlNode *over = at; over != node; over = over->parent) {
            lines = std::max(lines, linesBefore(over));
            if (over->next)
                break;
        }
    }
    return prose;
}

QByteArray PageTree::attributeOf(const _xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar *>(name));
    const QByteArray copy(reinterpret_cast<const char *>(value));
    xmlFree(value);
    return copy;
}

QByteArray PageTree::nameOf(const _xmlNode *node)
{
    return QByteArray(reinterpret_cast<const char *>(node->name)).toLower();
}

} // namespace kule
