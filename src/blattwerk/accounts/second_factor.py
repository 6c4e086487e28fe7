"""What authenticator apps and passkeys are told of the paper."""

from allauth.mfa.adapter import DefaultMFAAdapter

from blattwerk.accounts.registry import paper_name


class SecondFactor(DefaultMFAAdapter):
    """Keys are made in the paper's name."""

    def _get_site_name(self) -> str:
        return paper_name()
