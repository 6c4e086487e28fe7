"""The one user model for readers and staff."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users known by their mail address."""

    use_in_migrations = True

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """In small letters: nobody remembers how the address was capitalised at sign-up."""
        return super().normalize_email(email).lower()

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who may sign in with `email`; without a password only by other means."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user of that address, however it is capitalised."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A person who signs in: reader, editor, moderator or operator."""

    username = None  # type: ignore[assignment]  # the mail address is the name
    email = models.EmailField(_("e-mail address"), unique=True)
    # What others see; None until chosen. Written by `choose_name` alone, beside its TakenName.
    public_name = models.CharField(
        _("public name"), max_length=150, unique=True, null=True, blank=True, editable=False
    )
    # Asked for at sign-up, theirs when the address is proved: until then it keeps out nobody.
    wished_name = models.CharField(max_length=150, blank=True, default="", editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    # As found with the session; False is not known.
    has_agreed_already = False
    was_never_sanctioned = False

    objects = UserManager()  # type: ignore[misc,assignment]  # AbstractUser's asks for a username

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_per_address"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class TakenName(models.Model):
    """A public name that is in use, or was: its skeleton is nobody else's while the account lives.

    A user's present name is the one not given up.
    """

    key = models.CharField(max_length=400, unique=True)
    name = models.CharField(max_length=150)
    user = models.ForeignKey(User, models.CASCADE, related_name="names")
    taken_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(given_up_at=None),
                name="one_present_name_per_user",
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="a_name_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Consent(models.Model):
    """What a reader agreed to, and when. Rows are added, never changed."""

    user = models.ForeignKey(User, models.CASCADE, related_name="consents")
    terms = models.CharField(max_length=40)  # the version of the terms, such as 2026-11
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "terms"], name="one_consent_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.terms}, {self.given_at:%Y-%m-%d}"


class Limit(models.Model):
    """A row of the cache `limits`; Django's database cache reads and writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_limit"

    def __str__(self) -> str:
        return self.cache_key


class Sanction(models.Model):
    """A reader is kept from writing: by whom, why, how long. Rows are added and lifted."""

    class Kind(models.TextChoices):
        PAUSE = "pause", _("pause")
        BAN = "ban", _("ban")

    user = models.ForeignKey(User, models.CASCADE, related_name="sanctions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)  # None: for good
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["user", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
                name="a_sanction_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="ban", ends_at=None)
                | models.Q(kind="pause", ends_at__isnull=False),
                name="a_pause_ends_and_a_ban_does_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.reason[:40]}"
