"""Kinds of illegal content, as the Act's reports name them (Implementing Regulation 2024/2835)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """Those that words can fall under; goods and animals go to “other”."""

    SPEECH = "illegal-or-harmful-speech", _("Hate, insult, defamation")
    VIOLENCE = "violence", _("Threats, glorifying violence")
    CYBER_VIOLENCE = "cyber-violence", _("Stalking, harassing, exposing somebody")
    WOMEN = "cyber-violence-against-women", _("Violence against women")
    SECURITY = "risk-for-public-security", _("Terrorism, incitement to crimes")
    CIVIC = "negative-effects-on-civic-discourse-or-elections", _("Deceiving voters")
    PRIVACY = "data-protection-and-privacy-violations", _("Private data, pictures of people")
    PROPERTY = "intellectual-property-infringements", _("Copyright, trade marks")
    FRAUD = "scams-and-or-fraud", _("Fraud, deception")
    CONSUMERS = "consumer-information-infringements", _("Hidden advertising")
    MINORS = "protection-of-minors", _("Protection of minors")
    ABUSE = "child-sexual-abuse-material", _("Sexual abuse of children")
    SELF_HARM = "self-harm", _("Suicide, self-harm")
    GOODS = "unsafe-non-compliant-or-prohibited-products", _("Forbidden goods")
    ANIMALS = "animal-welfare", _("Cruelty to animals")
    OTHER = "other-violation", _("Something else")


# Art. 16(2)(c): offences of Directive 2011/93/EU, Articles 3 to 7, are noticed without a name.
WITHOUT_NAME = frozenset({Category.ABUSE})
REPORTED_AS = {Category.ABUSE: Category.MINORS}  # the reports know it as a part of that


def reported_as(category: str) -> str:
    """The category of the Act's reports; what nobody named is a breach of the terms."""
    if category not in Category.values:
        return "not-specified" if not category else Category.OTHER
    return REPORTED_AS.get(Category(category), Category(category)).value
