// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/palette.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {
namespace {

constexpr int wide = 560;
constexpr int mostRows = 10; ///< seen at once
constexpr int pauseMs = 120;
constexpr int KindRole = Qt::UserRole + 1;
constexpr int ShortcutRole = Qt::UserRole + 2;

/// Icon, title, and at the right in a fainter hand what it is or how it is pressed.
class ItemDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, comfortableRowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(mix(color(Token::Surface, option.palette), color(Token::Accent, option.palette), 2 * selectionShare));
            painter->drawRoundedRect(option.rect, 4, 4);
            painter->restore();
        }
        QRect inside = option.rect.adjusted(space::m, 0, -space::m, 0);
        const int side = 16;
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(inside.left(), inside.center().y() - side / 2, side, side));
        inside.setLeft(inside.left() + side + space::m);
        const QString shortcut = index.data(ShortcutRole).toString();
        const QString aside = shortcut.isEmpty() ? index.data(KindRole).toString() : shortcut;
        painter->setFont(captionFont(option.font));
        painter->setPen(color(Token::Muted, option.palette));
        const int width = QFontMetrics(painter->font()).horizontalAdvance(aside);
        painter->drawText(inside, Qt::AlignVCenter | Qt::AlignRight, aside);
        inside.setRight(inside.right() - width - space::m);
        painter->setFont(option.font);
        painter->setPen(color(Token::Text, option.palette));
        painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, inside.width()));
    }
};

} // namespace

Palette::Palette(PaletteSource &source, QWidget *window)
    : QFrame(window)
    , m_source(source)
    , m_edit(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("palette"));
    setProperty("kind", QStringLiteral("card"));
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setMaxLength(200);
    m_edit->addAction(icon(QStringLiteral("search"), Token::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setProperty("kind", QStringLiteral("popup"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ItemDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus); // the cursor stays in the line, the keys move the choice
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(2 * comfortableRowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    hide();
    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_source.ask(m_edit->text()); });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_source.ask({}); // what was asked before is of no interest now
        showAtHand();
        m_pause.start();
    });
    connect(&m_source, &PaletteSource::found, this, [this](const std::vector<PaletteItem> &items) {
        if (isVisible())
            append(items);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        run();
    });
    retranslate();
}

void Palette::open()
{
    if (!isVisible())
        m_former = QApplication::focusWidget();
    m_edit->clear();
    showAtHand();
    show();
    place();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void Palette::close()
{
    if (!isVisible())
        return;
    m_pause.stop();
    m_source.ask({});
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_former)
        m_former->setFocus(Qt::PopupFocusReason);
}

void Palette::showAtHand()
{
    m_model->clear();
    m_items.clear();
    const QString query = searchable(m_edit->text());
    struct Ranked
    {
        int fit;
        PaletteItem item;
    };
    std::vector<Ranked> ranked;
    for (PaletteItem &item : m_source.atHand()) {
        if (const int fit = fitOf(item, query); fit > 0)
            ranked.push_back({fit, std::move(item)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.fit > b.fit; });
    std::vector<PaletteItem> items;
    for (Ranked &fitting : ranked)
        items.push_back(std::move(fitting.item));
    append(items);
}

void Palette::append(const std::vector<PaletteItem> &items)
{
    for (const PaletteItem &item : items) {
        auto *row = new QStandardItem(icon(item.icon, Token::Muted), item.title);
        row->setData(item.kind, KindRole);
        row->setData(item.shortcut, ShortcutRole);
        row->setAccessibleText(QStringLiteral("%1, %2").arg(item.title, item.kind));
        m_model->appendRow(row);
        m_items.push_back(item);
    }
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    place();
}

void Palette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const auto act = m_items[static_cast<std::size_t>(row)].act;
    m_former = nullptr; // it goes elsewhere
    close();
    act();
}

void Palette::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1), 0));
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return false;
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == parentWidget() && event->type() == QEvent::MouseButtonPress)
        close();
    if (watched == m_edit && event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        QMetaObject::invokeMethod(this, &Palette::close, Qt::QueuedConnection);
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(mostRows);
        return true;
    case Qt::Key_PageUp:
        step(-mostRows);
        return true;
    default:
        return false;
    }
}

void Palette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            showAtHand();
    }
    QFrame::changeEvent(event);
}

void Palette::place()
{
    const QSize window = parentWidget()->size();
    m_list->setFixedHeight(std::min(m_model->rowCount(), mostRows) * comfortableRowHeight + 2 * space::xs + 2);
    const int width = std::min(wide, window.width() - 2 * space::xl);
    setFixedWidth(width);
    adjustSize();
    move((window.width() - width) / 2, std::min(96, window.height() / 8));
}

void Palette::retranslate()
{
    setAccessibleName(tr("Go to anything"));
    m_edit->setPlaceholderText(tr("Type what you look for: a panel, an action, a setting, a job, a fatal"));
    m_edit->setAccessibleName(tr("Go to anything"));
    m_list->setAccessibleName(tr("What was found"));
    m_nothing->setText(tr("Nothing is called so."));
}

} // namespace kule
