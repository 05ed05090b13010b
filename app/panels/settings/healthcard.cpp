// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/healthcard.h"

#include "base/async.h"
#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/statelabel.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace kule {

HealthCard::HealthCard(const Console &console, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_pythonLabel(new QLabel)
    , m_python(new StateLabel)
    , m_interpreter(new ElidedLabel(Qt::ElideMiddle))
    , m_facts(new QLabel)
    , m_problem(new ErrorStrip)
    , m_folderLabel(new QLabel)
    , m_folder(new ElidedLabel(Qt::ElideMiddle))
    , m_copy(new CopyButton([this] { return m_folder->text(); }))
    , m_open(new QPushButton)
{
    setObjectName(QStringLiteral("healthCard"));
    setProperty("kind", QStringLiteral("card"));
    m_python->setObjectName(QStringLiteral("pythonState"));
    m_interpreter->setObjectName(QStringLiteral("pythonPath"));
    m_facts->setObjectName(QStringLiteral("pythonFacts"));
    m_problem->setObjectName(QStringLiteral("pythonProblem"));
    m_open->setObjectName(QStringLiteral("openFolder"));
    m_pythonLabel->setProperty("kind", QStringLiteral("muted"));
    m_folderLabel->setProperty("kind", QStringLiteral("muted"));
    m_facts->setProperty("kind", QStringLiteral("muted"));
    m_interpreter->setFont(codeFont(font()));
    m_folder->setFont(codeFont(font()));
    m_folder->setText(QDir::toNativeSeparators(m_console.folders.data));

    auto *python = new QHBoxLayout;
    python->setSpacing(space::l);
    python->addWidget(m_python);
    python->addWidget(m_interpreter);
    python->addWidget(m_facts);
    python->addStretch();
    auto *folder = new QHBoxLayout;
    folder->setSpacing(space::xs);
    folder->addWidget(m_folder);
    folder->addWidget(m_copy);
    folder->addSpacing(space::s);
    folder->addWidget(m_open);
    folder->addStretch();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::l, space::m, space::l, space::m);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_pythonLabel, 0, 0);
    grid->addLayout(python, 0, 1);
    grid->addWidget(m_problem, 1, 1);
    grid->addWidget(m_folderLabel, 2, 0);
    grid->addLayout(folder, 2, 1);

    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_console.folders.data)); });
    connect(&m_console.services.executor, &Executor::healthChanged, this, &HealthCard::take);
    connect(m_problem, &ErrorStrip::activated, this, &HealthCard::refresh);
    retranslate();
    refresh();
}

void HealthCard::refresh()
{
    whenDone(m_console.services.executor.health(), this, [this](const Result<WorkerHealth> &health) {
        if (health)
            take(*health);
        else
            m_problem->showError(health.error(), [] { return tr("Look again"); });
    });
}

void HealthCard::take(const WorkerHealth &health)
{
    m_health = health;
    if (health.problem)
        m_problem->showError(*health.problem, [] { return tr("Look again"); });
    else
        m_problem->clear();
    retranslate();
}

void HealthCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void HealthCard::retranslate()
{
    m_pythonLabel->setText(tr("Python"));
    m_folderLabel->setText(tr("Data folder"));
    m_copy->setPurpose(tr("Copy the data folder's path"));
    m_open->setText(tr("Open"));
    m_open->setAccessibleName(tr("Open the data folder"));
    if (!m_health) {
        m_python->setLook({Glyph::DottedRing, Token::Waiting, tr("Looking…")});
        m_interpreter->setText({});
        m_facts->setText({});
        return;
    }
    const bool isUsable = !m_health->interpreter.isEmpty();
    if (!isUsable)
        m_python->setLook({Glyph::Triangle, Token::Failed, tr("Not usable")});
    else if (m_health->warm == 0)
        m_python->setLook({Glyph::DottedRing, Token::Waiting, tr("Warming up")});
    else
        m_python->setLook({Glyph::Disc, Token::Succeeded, tr("Ready")});
    m_interpreter->setText(m_health->interpreter);
    const QString selenium = m_health->hasSelenium ? tr("selenium installed") : tr("selenium not installed");
    m_facts->setText(isUsable ? tr("%1, %Ln warm worker(s), %2", nullptr, m_health->warm).arg(m_health->version, selenium) : QString());
}

} // namespace kule
