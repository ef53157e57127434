"""The tables of flows: what may happen to units, minutes and money, by kind.

Material: stock change of an item = signs @ flows. Money: each posting kind has one debit and one credit
account, so that the books balance by construction: balances = incidence @ amounts. A kind is one row here; a
new kind is a new row. Owners are the entities a flow is counted for, the firm being one of its kind.
"""

from dataclasses import dataclass
from typing import Literal

Owner = Literal["item", "source", "station", "stream", "firm", "lease", "project", "disruption"]

CASH_CLASSES = ("customers", "suppliers", "freight", "wages", "other", "interest", "financing")

ACCOUNTS: dict[str, Literal["asset", "liability", "equity", "income", "expense"]] = {
    "cash": "asset",
    "receivables": "asset",
    "raw": "asset",
    "in_process": "asset",
    "finished": "asset",
    "fixed_assets": "asset",
    "payables": "liability",
    "wages_payable": "liability",
    "accrued_interest": "liability",
    "tax_payable": "liability",
    "credit_line": "liability",
    "loan": "liability",
    "capital": "equity",
    "revenue": "income",
    "discounts": "income",
    "cost_of_goods": "expense",
    "freight": "expense",
    "storage": "expense",
    "insurance": "expense",
    "handling": "expense",
    "spoilage": "expense",
    "scrap": "expense",
    "obsolescence": "expense",
    "losses": "expense",
    "wages": "expense",
    "overtime": "expense",
    "overhead": "expense",
    "leases": "expense",
    "projects": "expense",
    "setups": "expense",
    "supplier_management": "expense",
    "expediting": "expense",
    "inspection": "expense",
    "penalties": "expense",
    "bad_debt": "expense",
    "depreciation": "expense",
    "interest": "expense",
    "tax": "expense",
}


@dataclass(frozen=True)
class Posting:
    """Amounts of one kind: debit and credit account, owner, and the line of the cash flow it moves."""

    owner: Owner
    debit: str
    credit: str
    cash: str | None = None


POSTINGS: dict[str, Posting] = {
    "purchase": Posting("source", "raw", "payables"),
    "issue_raw": Posting("item", "in_process", "raw"),
    "issue_finished": Posting("item", "in_process", "finished"),
    "absorb": Posting("item", "in_process", "wages"),
    "finish": Posting("item", "finished", "in_process"),
    "scrap_process": Posting("item", "scrap", "in_process"),
    "scrap_raw": Posting("item", "scrap", "raw"),
    "scrap_finished": Posting("item", "scrap", "finished"),
    "sale_credit": Posting("stream", "receivables", "revenue"),
    "sale_cash": Posting("stream", "cash", "revenue", "customers"),
    "goods_raw": Posting("item", "cost_of_goods", "raw"),
    "goods_finished": Posting("item", "cost_of_goods", "finished"),
    "late_penalty": Posting("stream", "penalties", "cash", "other"),
    "lost_sale": Posting("stream", "penalties", "cash", "other"),
    "spoilage_raw": Posting("item", "spoilage", "raw"),
    "spoilage_finished": Posting("item", "spoilage", "finished"),
    "obsolete_raw": Posting("item", "obsolescence", "raw"),
    "obsolete_finished": Posting("item", "obsolescence", "finished"),
    "loss_raw": Posting("item", "losses", "raw"),
    "loss_finished": Posting("item", "losses", "finished"),
    "release": Posting("item", "handling", "cash", "other"),
    "handling": Posting("item", "handling", "cash", "other"),
    "order_cost": Posting("source", "supplier_management", "cash", "other"),
    "share_change": Posting("item", "supplier_management", "cash", "other"),
    "onboarding": Posting("source", "supplier_management", "cash", "other"),
    "expediting": Posting("source", "expediting", "cash", "freight"),
    "inspection": Posting("source", "inspection", "cash", "other"),
    "purchase_return": Posting("source", "payables", "raw"),
    "freight": Posting("source", "freight", "cash", "freight"),
    "setup": Posting("station", "setups", "cash", "other"),
    "maintenance": Posting("station", "overhead", "cash", "other"),
    "count": Posting("item", "handling", "cash", "other"),
    "customer_payment": Posting("stream", "cash", "receivables", "customers"),
    "bad_debt": Posting("stream", "bad_debt", "receivables"),
    "supplier_payment": Posting("source", "payables", "cash", "suppliers"),
    "discount_taken": Posting("source", "payables", "discounts"),
    "storage": Posting("item", "storage", "cash", "other"),
    "insurance": Posting("item", "insurance", "cash", "other"),
    "wages": Posting("station", "wages", "wages_payable"),
    "overtime": Posting("station", "overtime", "wages_payable"),
    "overhead": Posting("firm", "overhead", "wages_payable"),
    "pay_day": Posting("firm", "wages_payable", "cash", "wages"),
    "lease": Posting("lease", "leases", "cash", "other"),
    "project": Posting("project", "projects", "cash", "other"),
    "project_day": Posting("project", "projects", "cash", "other"),
    "depreciation": Posting("firm", "depreciation", "fixed_assets"),
    "interest_credit": Posting("firm", "interest", "accrued_interest"),
    "interest_loan": Posting("firm", "interest", "accrued_interest"),
    "interest_payment": Posting("firm", "accrued_interest", "cash", "interest"),
    "principal": Posting("firm", "loan", "cash", "financing"),
    "repayment": Posting("firm", "loan", "cash", "financing"),
    "tax": Posting("firm", "tax", "tax_payable"),
    "credit_drawn": Posting("firm", "cash", "credit_line", "financing"),
    "credit_repaid": Posting("firm", "credit_line", "cash", "financing"),
}


@dataclass(frozen=True)
class Flow:
    """Units, minutes or lines of one kind; `sign` is its effect on the item's stock."""

    owner: Owner
    sign: int = 0


FLOWS: dict[str, Flow] = {
    "received": Flow("item", +1),
    "made": Flow("item", +1),
    "moved_in": Flow("item", +1),
    "moved_out": Flow("item", -1),
    "used": Flow("item", -1),
    "sold": Flow("item", -1),
    "scrapped": Flow("item", -1),
    "expired": Flow("item", -1),
    "destroyed": Flow("item", -1),
    "marked_down": Flow("item"),
    "released": Flow("item"),
    "scrapped_in_process": Flow("item"),
    "short": Flow("item"),
    "defective": Flow("item"),
    "corrected": Flow("item"),
    "ordered": Flow("source"),
    "shipped": Flow("source"),
    "arrived": Flow("source"),
    "begun": Flow("source"),
    "trucks": Flow("source"),
    "late_departures": Flow("source"),
    "departures": Flow("source"),
    "arrival_period": Flow("source"),
    "inspected": Flow("source"),
    "returned": Flow("source"),
    "recalled": Flow("source"),
    "rushed": Flow("source"),
    "rushes": Flow("source"),
    "dearer": Flow("source"),
    "onboardings": Flow("source"),
    "market": Flow("stream"),
    "demand": Flow("stream"),
    "bargains": Flow("stream"),
    "filled_at_once": Flow("stream"),
    "delivered": Flow("stream"),
    "late": Flow("stream"),
    "lost": Flow("stream"),
    "lines_due": Flow("stream"),
    "lines_in_full": Flow("stream"),
    "running": Flow("station"),
    "setup": Flow("station"),
    "down": Flow("station"),
    "starved": Flow("station"),
    "blocked": Flow("station"),
    "idle": Flow("station"),
    "failures": Flow("station"),
    "stops": Flow("station"),
    "stopped": Flow("station"),
    "maintained": Flow("station"),
    "overtime": Flow("station"),
    "slowed": Flow("station"),
    "chain_cost": Flow("item"),
    "on_time": Flow("stream"),
    "stock_out": Flow("item"),
    "cycles": Flow("item"),
    "cycles_short": Flow("item"),
    "struck": Flow("disruption"),
}

LEVELS: dict[str, Owner] = {
    "stock": "item",
    "buffer": "item",
    "on_order": "item",
    "backorders": "item",
    "value": "item",
    "waiting": "stream",
    "goodwill": "stream",
    "record_error": "item",
    "strain": "station",
    "insolvent": "firm",
    "under_way": "item",
    "project": "project",
}

COUNTS = frozenset({"on_time", "stock_out", "cycles", "cycles_short", "struck", "under_way"})
"""Flows and levels that only measures read: they follow from the others and are no part of a run's digest."""


def normal_side(account: str) -> int:
    """+1 for accounts that grow by debit (assets, expenses), -1 for those that grow by credit."""
    return 1 if ACCOUNTS[account] in ("asset", "expense") else -1
