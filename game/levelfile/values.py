"""How a value that is none looks, and how it would be written: `12,5`, `02.03.2026`, `€ 4.20`, `yes`.

`VALUES` pairs a pattern of such values with the name of their slip; the first that matches counts. Slips in `UNSURE`
do not tell what was meant; those in `MINOR` need not be told where the value is wrong in itself.
"""

import re

FLAG_WORDS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
UNSURE = ("no_value", "thousand_or_decimal", "date_order", "two_pairs")
MINOR = ("comma_decimal", "thousands", "capital_flag", "zeros", "percent_sign", "bare_text")
AMOUNT = r"-?\d[\d_.,]*"
ENTRY = r"(\"[^\"]*\"|[^\W\d][\w.-]*)"
VALUES = (
    (r"$", "no_value"),
    (r"-?\d{1,3}((,\d{3})+\.\d+|(\.\d{3})+,\d+|(,\d{3}){2,}|(\.\d{3}){2,})$", "thousands"),
    (r"-?[1-9]\d{0,2},\d{3}$", "thousand_or_decimal"),
    (r"-?\d*,\d+$", "comma_decimal"),
    (r"(?i)(true|false|yes|no|on|off)$", "capital_flag"),
    (r"-?\.\d+$|-?\d+\.$", "naked_point"),
    (r"0\d+(\.\d+)?$", "zeros"),
    (r"\d{4}-\d\d-\d\d$", "no_such_date"),
    (r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)$", "date"),
    (r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})$", "date"),
    (r"\d{1,2}/\d{1,2}/\d{2,4}$", "date_order"),
    (rf"(?P<good>{AMOUNT})\s*(%|percent|per cent)$", "percent_sign"),
    (rf"([€$£]|[A-Z]{{3}})\s*(?P<good>{AMOUNT})$", "unit_behind"),
    (rf"(?P<good>{AMOUNT})\s*([€$£]|[A-Za-z]+)$", "unit_behind"),
    (r"(?P<good>\d[\d_.]*),[-\u2013\u2014]+\s*([€$£]|[A-Za-z]+)?$", "unit_behind"),
    (r"(?P<good>(\"[^\"]*\"|'[^']*'|[\w.+-]+|\[.*\]|\{.*\}))\s*[,;]$", "end_comma"),
    (r"(?P<good>(\"[^\"]*\"|'[^']*'|[\w.+-]+))\s*(//|;|--|/\*).*$", "comment"),
    (r"(?P<good>(\"[^\"]*\"|'[^']*'|[\w.+-]+))\s+[\w.-]+\s*=.*$", "two_pairs"),
    (rf"\[\s*{ENTRY}(\s*,\s*{ENTRY})*\s*,?\s*\]$", "bare_list"),
    (r"[^\"'\[{]*[\"']$", "quote_front"),
    (r"\"(?P<inner>[^\\]*\"[^\\]*)\"$", "quote_inside"),
    (r"[^\W\d][^\"'=]*$", "bare_text"),
)


def written(name: str, found: dict[str, str | None], value: str) -> str:
    """The value as it should be written, by the name of the slip; empty where that cannot be known."""
    return {
        "comma_decimal": re.sub(r"^(-?)\.", r"\g<1>0.", value.replace(",", ".")),
        "bare_list": f"[{', '.join(_quoted(entry[0]) for entry in re.finditer(ENTRY, value))}]",
        "thousand_or_decimal": value.replace(",", "_"),
        "thousands": _number(value),
        "capital_flag": FLAG_WORDS.get(value.lower(), ""),
        "naked_point": f"0{value}" if value.startswith(".") else f"{value}0",
        "zeros": value.lstrip("0") or "0",
        "bare_text": f'"{value}"',
        "quote_front": f"{value[-1:]}{value}",
        "quote_inside": '"' + (found.get("inner") or "").replace('"', '\\"') + '"',
        "date": _date(found),
        "percent_sign": _number(found.get("good") or ""),
        "unit_behind": _number(found.get("good") or ""),
    }.get(name, found.get("good") or "")


def _number(value: str) -> str:
    """A number with thousands and decimals as TOML wants them: the last sign that stands once parts the decimals."""
    last = max(value.rfind(","), value.rfind("."))
    if last < 0:
        return value
    if value.count(value[last]) > 1:
        return re.sub(r"[,.]", "_", value)
    return re.sub(r"[,.]", "_", value[:last]) + "." + value[last + 1 :]


def _quoted(entry: str) -> str:
    return entry if entry.startswith('"') else f'"{entry}"'


def _date(found: dict[str, str | None]) -> str:
    year, month, day = (found.get(part) or "" for part in ("year", "month", "day"))
    return f"{year if len(year) == 4 else f'20{year}'}-{month:0>2}-{day:0>2}"
