"""The panel of charts: stock, cash, service; each as lines or as the table behind them."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from game.playing.views import Chart
from ui import theme
from ui.debrief.tables import account_name, chart_table
from ui.widgets import Button, Card, Flow, Segments, label
from ui.widgets.goals import measure_name
from ui.words import kind_text, known, tr


class ChartPanel(Card):
    """Built again when the theme changes."""

    def __init__(self, charts: tuple[Chart, ...], currency: str, turn_key: str) -> None:
        super().__init__()
        self._charts, self._currency, self._turn_key = charts, currency, turn_key
        self.setAccessibleName(tr("ui.chart.title"))
        self._stack, self._legend = QStackedWidget(), QWidget()
        self._chosen = Segments([tr(f"ui.chart.{chart.name}") for chart in charts], 0, "tab", tr("ui.chart.title"))
        self._chosen.chosen.connect(self.show_chart)
        self._data = Button(tr("ui.chart.data"), "secondary", "table")
        self._data.setCheckable(True)
        self._data.toggled.connect(lambda on: self._stack.setCurrentIndex(int(on)))
        head = QHBoxLayout()
        head.addWidget(self._chosen)
        head.addStretch(1)
        head.addWidget(self._data)
        self.body.addLayout(head)
        self._unit = label("", "small", tone="muted")
        self.body.addWidget(self._unit)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._legend)
        theme.signals.changed.connect(self._again)
        if charts:
            self.show_chart(0)

    def _again(self) -> None:
        if self._charts:
            self.show_chart(self._chosen.current)

    def show_chart(self, index: int) -> None:
        """Show one of the charts, as lines or table as before; first the series that came nearest to nothing."""
        chart = self._charts[index]
        self._names = [series_name(series.name) for series in chart.series]
        lows = [min(series.values, default=0.0) / (max(series.values, default=0.0) or 1.0) for series in chart.series]
        chosen = lows.index(min(lows)) if lows else 0
        self._fill(chart, chosen)
        self._fill_legend(chart, chosen)

    def _fill(self, chart: Chart, chosen: int) -> None:
        from ui.debrief.plot import Plot

        for old in [self._stack.widget(place) for place in range(self._stack.count())]:
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        plot = Plot(chart, self._currency, chosen)
        plot.setAccessibleName(tr(f"ui.chart.{chart.name}"))
        plot.hovered.connect(lambda period: self._hover(chart, chosen, period))
        self._stack.addWidget(plot)
        self._stack.addWidget(chart_table(chart, self._names, self._currency))
        self._stack.setCurrentIndex(int(self._data.isChecked()))
        self._hover(chart, chosen, -1)

    def _hover(self, chart: Chart, chosen: int, period: int) -> None:
        if period < 0 or not chart.series:
            self._unit.setText(tr(f"ui.chart.{chart.name}_about", turn=tr(self._turn_key)))
            return
        per_turn = max(1, chart.periods_per_turn)
        where = tr("ui.chart.period", turn=period // per_turn + 1, period=period % per_turn + 1)
        value = kind_text(chart.kind, chart.series[chosen].values[period], self._currency)
        self._unit.setText(f"{where}: {self._names[chosen]} {value}")

    def _fill_legend(self, chart: Chart, chosen: int) -> None:
        fresh, flow, group = QWidget(), Flow(), QButtonGroup(self)
        for index, name in enumerate(self._names):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(index == chosen)
            group.addButton(chip, index)
            flow.addWidget(chip)
        group.idToggled.connect(lambda index, down: self._fill(chart, index) if down else None)
        fresh.setLayout(flow)
        fresh.setVisible(len(self._names) > 1)
        self.body.replaceWidget(self._legend, fresh)
        self._legend.deleteLater()
        self._legend = fresh


def series_name(name: str) -> str:
    """An item's name as it is; a measure or account by its text."""
    if known(f"account.{name}"):
        return account_name(f"account.{name}")
    return measure_name(name) if known(f"measure.{name}") or known(f"measure.{name}.name") else name
