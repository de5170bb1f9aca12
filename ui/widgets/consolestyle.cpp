// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/consolestyle.h"

#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ui {

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paint::button(painter, option);
        return;
    case PE_PanelButtonTool:
        paint::toolButton(painter, option);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        paint::field(painter, option, element == PE_PanelLineEdit);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        paint::frame(painter, option);
        return;
    case PE_FrameFocusRect:
        paint::focusRing(painter, option->rect);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(painter, option);
        return;
    case PE_PanelItemViewRow:
        return; // rows are drawn by their items, with the separator of the view
    case PE_PanelItemViewItem:
        paint::itemBackground(painter, option, widget);
        return;
    case PE_IndicatorHeaderArrow:
        paint::headerArrow(painter, option);
        return;
    case PE_IndicatorBranch:
        paint::branch(painter, option);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paint::headerSection(painter, option);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.palette.setColor(QPalette::ButtonText, colour(Role::TextSecond));
            quiet.state.setFlag(State_On, false);
            quiet.state.setFlag(State_Sunken, false);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton inked = *button;
            if (paint::isFilled(option))
                inked.palette.setColor(QPalette::ButtonText, colour(Role::OnAccent));
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem quiet = *item;
            // A selected row is raised, not inverted: colours of values must stay readable.
            quiet.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        paint::progress(painter, option, element == CE_ProgressBarContents);
        return;
    case CE_TabBarTabShape:
        paint::tab(painter, option);
        return;
    case CE_Splitter:
        return; // the gap is enough
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuItem(painter, *item, this, widget);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuBarItem(painter, *item, this, widget);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colour(Role::Surface));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paint::scrollBar(painter, *bar,
                             subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton plain = *tool;
            plain.features &= ~QStyleOptionToolButton::HasMenu; // no arrow over the icon
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
        break;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            paint::comboBox(painter, *box,
                            subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget));
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            paint::spinBox(painter, *box, subControlRect(CC_SpinBox, box, SC_SpinBoxUp, widget),
                           subControlRect(CC_SpinBox, box, SC_SpinBoxDown, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paint::scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        out.setHeight(qMax(px(28), size.height() + px(8)));
        out.setWidth(qMax(out.width(), size.width() + px(24)));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        out.setHeight(qMax(px(28), size.height() + px(4)));
        break;
    case CT_ToolButton:
        out = out.expandedTo(QSize(px(26), px(26)));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType != QStyleOptionMenuItem::Separator)
                out = QSize(out.width() + px(24), qMax(out.height(), px(26)));
        }
        break;
    case CT_HeaderSection:
        out.setHeight(qMax(px(26), out.height()));
        break;
    case CT_TabBarTab:
        out.setHeight(px(32));
        break;
    default:
        break;
    }
    return out;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return px(10);
    case PM_ScrollBarSliderMin:
        return px(28);
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_SplitterWidth:
        return px(8);
    case PM_HeaderMargin:
        return px(6);
    case PM_FocusFrameHMargin:
        return px(5); // texts of cells stand under those of the header
    case PM_HeaderMarkSize:
        return px(8);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return px(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(16);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return px(12);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TreeViewIndentation:
        return px(16);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return px(4);
    case PM_ToolBarItemSpacing:
        return px(4);
    case PM_ProgressBarChunkWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_Widget_Animation_Duration:
        return reducedMotion() ? 0 : 120;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool hovers = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || widget->inherits("QScrollBar");
    if (hovers)
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

} // namespace ui
