"""What was found about a document as a whole, on its page."""

from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.groups import about_small_groups
from generator.checks.results import Results
from generator.pages.finding_views import finding_view, outcome_label
from generator.pages.links import Links
from generator.pages.strings import Strings
from generator.pages.views import Link, WholeFinding


def whole_findings(
    facts: DisclosureFacts, results: Results, links: Links, t: Strings
) -> Iterator[WholeFinding]:
    """In the order of the checks. A row of a small group is quoted on the page of its project alone."""
    small = about_small_groups(facts, results.of_whole_disclosure)
    for finding in results.of_whole_disclosure:
        if finding.id in small:
            continue
        title = CHECKS_BY_ID[finding.rule].texts.title
        yield WholeFinding(
            anchor=f"check-{finding.id.removeprefix(facts.id + '-')}",
            outcome=outcome_label(finding.outcome, t),
            rule=Link(t.pick(title.zh, title.en), links.to("check", finding.rule.lower()), finding.rule),
            finding=finding_view(finding, links, t),
        )
