"""Sign-in by way of another service, where the operator has set one up."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class Elsewhere(DefaultSocialAccountAdapter):
    """allauth's own ways; the name to sign up under is a room's to ask."""
