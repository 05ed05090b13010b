// SPDX-License-Identifier: GPL-3.0-or-later
// Colours are legible in both schemes, every icon is there, and a switch reaches what is on the screen.
#include "theme/icons.h"
#include "theme/statelook.h"
#include "theme/theme.h"

#include <QDirIterator>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace kule;

namespace {

// WCAG 2: relative luminance and contrast.
double luminance(QRgb rgb)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(rgb)) + 0.7152 * linear(qGreen(rgb)) + 0.0722 * linear(qBlue(rgb));
}

double contrast(QRgb a, QRgb b)
{
    const double brighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

int inkedPixels(const QImage &image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return inked;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textAndStatesAreLegibleOnBothGrounds()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const Token ground : {Token::Background, Token::Surface}) {
                const QRgb under = rgbOf(ground, scheme);
                QVERIFY(contrast(rgbOf(Token::Text, scheme), under) >= 13);
                for (const Token state : {Token::Succeeded, Token::Running, Token::Waiting, Token::Failed, Token::Stopped, Token::Muted, Token::Accent})
                    QVERIFY2(contrast(rgbOf(state, scheme), under) >= 5, qPrintable(QString::number(static_cast<int>(state))));
            }
            QVERIFY(contrast(rgbOf(Token::OnAccent, scheme), rgbOf(Token::Accent, scheme)) >= 5);
            QVERIFY(contrast(rgbOf(Token::OnAccent, scheme), rgbOf(Token::Failed, scheme)) >= 5);
        }
    }

    void stateColoursStayLegibleOnASelectedRow()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QColor selected = mix(QColor::fromRgb(rgbOf(Token::Surface, scheme)), QColor::fromRgb(rgbOf(Token::Accent, scheme)), selectionShare);
            for (const Token state : {Token::Succeeded, Token::Running, Token::Waiting, Token::Failed, Token::Stopped, Token::Text})
                QVERIFY2(contrast(rgbOf(state, scheme), selected.rgb()) >= 4.5, qPrintable(QString::number(static_cast<int>(state))));
        }
    }

    void theStyleSheetNamesNoUnknownColour()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            QVERIFY(!styleSheetOf(scheme).contains(u'$'));
    }

    void everyIconIsDrawnAtEverySize()
    {
        int icons = 0;
        QDirIterator files(QStringLiteral(":/icons"));
        while (files.hasNext()) {
            files.next();
            for (const int size : {16, 20, 40}) {
                const QImage image = icon(files.fileInfo().completeBaseName()).pixmap(size).toImage();
                QVERIFY2(inkedPixels(image) > 3, qPrintable(files.fileName()));
            }
            ++icons;
        }
        QVERIFY(icons > 25);
    }

    void anIconFollowsTheScheme()
    {
        auto *theme = new Theme(*qApp, ThemeChoice::Light);
        const QIcon stop = icon(QStringLiteral("stop"));
        const auto ink = [&stop] {
            const QImage image = stop.pixmap(20).toImage();
            return QColor::fromRgb(image.pixel(image.width() / 2, image.height() * 9 / 40 + 1));
        };
        const QColor light = ink();
        theme->choose(ThemeChoice::Dark);
        QVERIFY(ink().lightness() > light.lightness());
        delete theme;
    }

    void aSwitchReachesTheWidgets()
    {
        Theme theme(*qApp, ThemeChoice::Light);
        QLabel label;
        label.show();
        QCOMPARE(color(Token::Text, label.palette()), QColor::fromRgb(rgbOf(Token::Text, Scheme::Light)));
        int switches = 0;
        connect(&theme, &Theme::changed, this, [&switches] { ++switches; });
        theme.choose(ThemeChoice::Dark);
        QCOMPARE(color(Token::Text, label.palette()), QColor::fromRgb(rgbOf(Token::Text, Scheme::Dark)));
        theme.choose(ThemeChoice::Dark);
        QCOMPARE(switches, 1);
    }

    void aSystemThatTurnsDarkIsFollowed()
    {
        qApp->setPalette(paletteOf(Scheme::Light));
        Theme theme(*qApp, ThemeChoice::System);
        QCOMPARE(theme.scheme(), Scheme::Light);
        qApp->setPalette(paletteOf(Scheme::Dark));
        QTRY_COMPARE(theme.scheme(), Scheme::Dark);
    }

    void everyGlyphIsDrawnAndDiffers()
    {
        QList<QImage> drawn;
        for (const Glyph glyph : {Glyph::Disc, Glyph::HalfDisc, Glyph::DottedRing, Glyph::Triangle, Glyph::Diamond, Glyph::Ring}) {
            QImage image(12, 12, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintGlyph(painter, QRectF(0, 0, 12, 12), glyph, Qt::black);
            painter.end();
            QVERIFY(inkedPixels(image) > 5);
            for (const QImage &other : std::as_const(drawn))
                QVERIFY(image != other);
            drawn << image;
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
