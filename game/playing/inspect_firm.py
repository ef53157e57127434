"""What is decided for the firm, shown beneath its cash: projects with their terms, the loan."""

from collections.abc import Iterator

from game.level import in_language
from game.message import Message
from game.playing import offers
from game.playing.lever_views import firm_levers, project_levers
from game.playing.scene import Scene
from game.playing.views import Fact, Mood, Section

STAGES: tuple[tuple[str, Mood | None], ...] = (
    ("project_open", None),
    ("project_runs", "warn"),
    ("project_done", "good"),
)


def sections(scene: Scene) -> Iterator[Section]:
    """One section for each project, and one for the loan."""
    for index in range(len(scene.plant.projects)):
        yield Section("project", project_levers(scene, index), tuple(terms(scene, index)))
    if scene.level.money.loan:
        owed = -int(scene.seen.level_now("loan")[0])
        yield Section("bank", firm_levers(scene), (Fact("loan", scene.seen.money(owed)),))


def terms(scene: Scene, index: int) -> Iterator[Fact]:
    """A project's name, text, cost, time and stage."""
    entry, plan = scene.level.project[index], scene.plant.projects[index]
    yield Fact("project", scene.seen.name("project", index))
    text = in_language(entry.text, scene.language)
    if text:
        yield Fact("project_text", text)
    yield Fact("project_cost", scene.seen.money(plan.cost))
    if plan.cost_per_day:
        yield Fact("project_cost_per_day", scene.seen.money(plan.cost_per_day))
    yield Fact("project_days", offers.days(plan.periods / scene.per_day))
    key, mood = STAGES[int(scene.seen.level_now("project")[index])]
    yield Fact("project_stage", Message(f"fact.{key}"), mood)
