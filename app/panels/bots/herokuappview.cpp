// SPDX-License-Identifier: GPL-3.0-or-later
#include "herokuappview.h"

#include "dialogs/confirm.h"
#include "scheduleedit.h"
#include "widgets/codeview.h"
#include "widgets/elidedlabel.h"
#include "widgets/enable.h"
#include "widgets/errorstrip.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"
#include "widgets/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace kule {
namespace {

constexpr int logLines = 200;

} // namespace

void HerokuAppView::open(const QString &app)
{
    const bool isAnother = app != m_app;
    m_app = app;
    if (isAnother) {
        m_shown.reset();
        m_problem->clear();
        m_log->setCode({});
        m_logNote->clear();
        m_formation->sync({});
        m_dynos->sync({});
    }
    fill();
    refresh();
    m_lookAgain.start();
}

void HerokuAppView::clear()
{
    m_app.clear();
    m_shown.reset();
    m_lookAgain.stop();
}

template <class T, class F>
void HerokuAppView::ask(const Future<Result<T>> &future, F f)
{
    if (++m_open == 1)
        m_patience = m_clock.after(patience, this, [this] {
            m_isSlow = true;
            fill();
        });
    whenDone(future, this, [this, f = std::move(f)](const Result<T> &answer) {
        if (--m_open == 0) {
            m_patience.reset();
            m_isSlow = false;
        }
        f(answer);
        fill();
    });
}

void HerokuAppView::refresh()
{
    if (m_app.isEmpty())
        return;
    const int asked = ++m_asked;
    ask(m_heroku.look(m_app), [this, asked](const Result<HerokuState> &state) {
        if (asked != m_asked || m_app.isEmpty())
            return;
        if (!state) {
            m_isUnread = true;
            return showProblem(state.error());
        }
        if (std::exchange(m_isUnread, false))
            m_problem->clear();
        take(*state);
    });
    if (m_tabs->currentIndex() == Log)
        loadLog();
}

void HerokuAppView::lookAgain()
{
    m_problem->clear();
    refresh();
}

void HerokuAppView::showProblem(const Error &error)
{
    const bool needsToken = error.code == "heroku.no_token" || error.code == "heroku.unauthorised";
    m_problem->showError(error, needsToken ? std::function<QString()>([] { return tr("Enter a new token…"); }) : [] { return tr("Look again"); });
}

void HerokuAppView::take(const HerokuState &state)
{
    if (state.app.name != m_app)
        return;
    const bool isFirst = !m_shown;
    const QModelIndex chosen = m_formationTable->selectedRows().value(0);
    const bool isTyped = chosen.isValid() && m_quantity->value() != m_formation->at(chosen).quantity;
    m_shown = state;
    m_formation->sync(state.formation);
    if (!isTyped)
        showQuantity();
    m_dynos->sync(state.dynos);
    if (!m_formationTable->current().isValid() && m_formation->rowCount() > 0)
        m_formationTable->selectRow(0);
    if (isFirst) {
        m_schedule->setTimes(state.app.restarts);
        const QSignalBlocker quiet(m_type);
        m_type->clear();
        m_type->addItem(QString());
        for (const HerokuFormation &formation : state.formation)
            m_type->addItem(formation.type);
        m_type->setCurrentIndex(std::max(0, state.app.restartType.isEmpty() ? 0 : m_type->findText(state.app.restartType)));
    }
    fill();
}

void HerokuAppView::showQuantity()
{
    const QModelIndex row = m_formationTable->selectedRows().value(0);
    m_quantity->setValue(row.isValid() ? m_formation->at(row).quantity : 0);
}

void HerokuAppView::fill()
{
    m_name->setText(shownText(m_app));
    m_tabs->setVisible(m_shown.has_value());
    m_state->setVisible(m_shown.has_value());
    m_limit->setText(facts());
    m_limit->setVisible(!m_limit->text().isEmpty());
    if (!m_shown) {
        follow();
        return;
    }
    const auto up = std::count_if(m_shown->dynos.begin(), m_shown->dynos.end(), [](const HerokuDyno &dyno) { return dyno.state == u"up"; });
    const auto crashed = std::count_if(m_shown->dynos.begin(), m_shown->dynos.end(), [](const HerokuDyno &dyno) { return dyno.state == u"crashed"; });
    if (crashed > 0)
        m_state->setLook({Glyph::Triangle, Token::Failed, tr("%Ln dyno(s) crashed", nullptr, static_cast<int>(crashed))});
    else if (up > 0)
        m_state->setLook({Glyph::Disc, Token::Succeeded, tr("%Ln dyno(s) up", nullptr, static_cast<int>(up))});
    else
        m_state->setLook({Glyph::Ring, Token::Stopped, tr("nothing runs")});
    const HerokuApp &app = m_shown->app;
    m_type->setItemText(0, tr("all process types"));
    m_offer->setVisible(m_shown->offered.has_value());
    const auto &last = app.lastRestart;
    m_lastRestart->setText(last ? tr("Last on schedule, %1: %2").arg(relativeTime(last->at, m_clock.wallMs()), shownText(sentenceOf(last->said))) : QString());
    m_lastRestart->setVisible(last.has_value());
    m_remove->setEnabled(!app.isGiven);
    m_token->setEnabled(!app.isGiven);
    follow();
}

QString HerokuAppView::facts() const
{
    QStringList facts;
    if (m_isSlow)
        facts << tr("asking Heroku…");
    if (m_shown) {
        const HerokuApp &app = m_shown->app;
        if (app.requestsLeft)
            facts << tr("%1 requests left in this hour").arg(QLocale().toString(*app.requestsLeft));
        if (app.waitsUntil && *app.waitsUntil > m_clock.wallMs())
            facts << tr("Heroku wants no request before %1").arg(exactTime(*app.waitsUntil));
        if (app.isGiven)
            facts << tr("given by the environment");
    }
    return facts.join(QStringLiteral(" · "));
}

QString HerokuAppView::chosenType() const
{
    const QModelIndex row = m_formationTable->selectedRows().value(0);
    return row.isValid() ? m_formation->at(row).type : QString();
}

QString HerokuAppView::chosenDyno() const
{
    const QModelIndex row = m_dynoTable->selectedRows().value(0);
    return row.isValid() ? m_dynos->at(row).name : QString();
}

void HerokuAppView::follow()
{
    const QModelIndex row = m_formationTable->selectedRows().value(0);
    const bool isChosen = row.isValid();
    m_quantity->setEnabled(isChosen);
    enable(m_scale, isChosen && m_quantity->value() != m_formation->at(row).quantity, m_formationTable);
    enable(m_stop, isChosen && m_formation->at(row).quantity > 0, m_formationTable);
    const QString type = chosenType();
    enable(m_restartType, isChosen && std::any_of(m_dynos->rows().begin(), m_dynos->rows().end(), [&type](const HerokuDyno &dyno) { return dyno.type == type; }), m_formationTable);
    enable(m_restartDyno, !chosenDyno().isEmpty(), m_dynoTable);
    enable(m_restartAll, m_dynos->rowCount() > 0, m_dynoTable);
    m_saveSchedule->setEnabled(m_shown.has_value() && m_schedule->isValid());
}

void HerokuAppView::order(HerokuOrder order, const QString &button)
{
    if (std::exchange(m_isBusy, true))
        return;
    m_problem->clear();
    ask(m_heroku.preview(std::move(order)), [this, app = m_app, button](const Result<HerokuPreview> &preview) {
        m_isBusy = false;
        if (app != m_app)
            return; // nobody is asked about what is not before them
        if (!preview)
            return showProblem(preview.error());
        Confirm::ask(this, {tr("%1 on %2?").arg(button, app), shownText(sentenceOf(preview->effect)), button, preview->order.deed == HerokuDeed::Stop ? Confirm::Effect::Destructive : Confirm::Effect::Plain},
                     [this, preview = *preview] { perform(preview); });
    });
}

void HerokuAppView::perform(const HerokuPreview &preview)
{
    m_isBusy = true;
    ask(m_heroku.perform(preview.order, preview.expected, Actor::console()), [this, app = preview.order.app](const Result<HerokuOutcome> &outcome) {
        m_isBusy = false;
        if (!outcome && app == m_app)
            return showProblem(outcome.error());
        Toast::show(this, shownText(outcome ? sentenceOf(outcome->effect) : sentenceOf(outcome.error())));
        refresh();
    });
}

void HerokuAppView::saveSchedule()
{
    HerokuAppDraft draft;
    draft.restarts = m_schedule->times();
    draft.restartType = m_type->currentIndex() > 0 ? m_type->currentText() : QString();
    m_problem->clear();
    ask(m_heroku.change(m_app, std::move(draft), Actor::console()), [this](const Result<HerokuApp> &app) {
        if (!app)
            return showProblem(app.error());
        if (m_shown && app->name == m_app)
            m_shown->app = *app;
        Toast::show(this, app->restarts.cron.isEmpty() ? tr("It is not restarted on schedule any more.") : tr("The restart times are saved."));
        refresh();
    });
}

void HerokuAppView::loadLog()
{
    ask(m_heroku.log(m_app, {logLines, {}}), [this, app = m_app](const Result<HerokuLog> &log) {
        if (app != m_app)
            return;
        if (log)
            showLog(*log);
        else
            showProblem(log.error());
    });
}

void HerokuAppView::showLog(const HerokuLog &log)
{
    QStringList lines;
    for (const HerokuLogLine &line : log.lines)
        lines << QStringLiteral("%1 %2[%3]: %4").arg(line.at, line.source, line.dyno, shownText(line.text)).trimmed();
    m_log->setCode(lines.join(u'\n'));
    m_log->moveCursor(QTextCursor::End);
    m_logNote->setText(lines.isEmpty() ? tr("Heroku has no line of it.") : log.isCut ? tr("The newest lines; there were more.") : tr("The last %Ln line(s).", nullptr, static_cast<int>(lines.size())));
}

void HerokuAppView::askRemove()
{
    Confirm::ask(this, {tr("Remove %1 from this list?").arg(shownText(m_app)), tr("Kule forgets its token and its restart times. On Heroku nothing changes."), tr("Remove app")}, [this, app = m_app] {
        whenDone(m_heroku.remove(app, Actor::console()), this, [this](const Done &done) {
            if (!done)
                showProblem(done.error());
        });
    });
}

} // namespace kule
