"""From the journey of a case to the body of the API."""

from qa.cases.journey import Case, Reference, Step
from service.api.case_schemas import CaseResponse, CaseStep, ReferenceOut
from service.api.proceedings_schemas import OutcomeOut
from service.api.schemas import CitationOut


def present_case(case: Case, index_version: str) -> CaseResponse:
    """Return the body of a case."""
    return CaseResponse(
        case_number=case.number,
        title=case.title,
        steps=tuple(_step(step) for step in case.steps),
        related_case_numbers=case.related_numbers,
        index_version=index_version,
    )


def _step(step: Step) -> CaseStep:
    return CaseStep(
        item_id=step.item.id,
        belonging=step.belonging,
        citation=CitationOut.model_validate(step.citation),
        outcomes=tuple(OutcomeOut.model_validate(outcome) for outcome in step.item.proceedings.outcomes),
        references=tuple(_reference(reference) for reference in step.references),
        referred_by=step.referred_by,
    )


def _reference(reference: Reference) -> ReferenceOut:
    return ReferenceOut(
        tie=reference.tie,
        text=reference.text,
        body=reference.body,
        item_id=reference.item_id,
        case_number=reference.case_number or None,
    )
