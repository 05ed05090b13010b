// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/keeppreview.h"

#include "theme/tokens.h"
#include "widgets/words.h"

#include <QEvent>

namespace kule {

KeepPreview::KeepPreview(RetentionService &retention, QWidget *parent)
    : QLabel(parent)
    , m_retention(retention)
{
    setObjectName(QStringLiteral("keepPreview"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setContentsMargins(space::l, space::m, space::l, space::m);
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &KeepPreview::ask);
    connect(&m_retention, &RetentionService::applied, this, &KeepPreview::ask);
    retranslate();
}

void KeepPreview::setValue(Setting setting, const QString &value)
{
    qint64 *held = m_policy.valueOf(setting);
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!held || !isNumber || number < 0)
        return;
    *held = number;
    m_pause.start();
}

void KeepPreview::ask()
{
    const int asked = ++m_asked;
    whenDone(m_retention.preview(m_policy), this, [this, asked](const Result<std::vector<Going>> &answer) {
        if (asked != m_asked)
            return;
        m_answer = answer;
        retranslate();
    });
}

void KeepPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLabel::changeEvent(event);
}

void KeepPreview::retranslate()
{
    if (!m_answer) {
        setText(tr("Counting what would go…"));
        return;
    }
    if (!*m_answer) {
        setText(sentenceOf(m_answer->error()));
        return;
    }
    QStringList lines;
    for (const Going &going : **m_answer) {
        const int count = static_cast<int>(going.count);
        if (count == 0)
            continue;
        QString what;
        switch (going.kind) {
        case KeptKind::Jobs:
            what = tr("%Ln job(s) that went well", nullptr, count);
            break;
        case KeptKind::FailedJobs:
            what = tr("%Ln failed job(s)", nullptr, count);
            break;
        case KeptKind::Fatals:
            what = tr("%Ln fatal report(s)", nullptr, count);
            break;
        case KeptKind::Callbacks:
            what = tr("%Ln delivered callback(s)", nullptr, count);
            break;
        case KeptKind::Activity:
            what = tr("%Ln row(s) of activity", nullptr, count);
            break;
        }
        lines << tr("Would delete %1: %2, the oldest of %3").arg(what, sizeText(going.bytes), exactTime(going.oldest.value_or(0)));
    }
    setText(lines.isEmpty() ? tr("By these limits nothing would go now. The oldest go first; what waits or runs never goes.")
                            : lines.join(u'\n') + u'\n' + tr("It begins a minute after a limit was changed."));
}

} // namespace kule
