"""The datasets (contract §5). The columns keep their order for ever; new ones come at the end."""

from generator.datasets.columns import AnyTable
from generator.datasets.disclosures import DISCLOSURES, TOWNSHIPS
from generator.datasets.findings import FINDINGS
from generator.datasets.indicators import INDICATORS
from generator.datasets.lists import ASSETS, BUDGET_LINES, PROCUREMENT, SUB_TARGETS
from generator.datasets.projects import PROJECTS

TABLES: tuple[AnyTable, ...] = (
    TOWNSHIPS,
    DISCLOSURES,
    SUB_TARGETS,
    PROJECTS,
    INDICATORS,
    BUDGET_LINES,
    PROCUREMENT,
    ASSETS,
    FINDINGS,
)
