"""What the review page asks of its form."""

from django import template

from blattwerk.importing.admin.forms import CompletionForm

register = template.Library()


@register.filter
def doubts_in(form: CompletionForm, field: str) -> list[str]:
    """Why this field has to be looked at."""
    return form.doubtful.get(field, [])
