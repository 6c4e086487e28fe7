"""Who may do what to sections and articles, beyond Wagtail's rights by branch of the tree.

A desk holds its rights at its section, a chief at the paper. The rights of a desk mean the
articles in the section, not the section itself; and what readers have read is taken out of the
paper by withdrawing it, so that its address can answer for it: only its owner or a chief deletes.
"""

from typing import Any

from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy


class SectionPermissions(PagePermissionTester):
    """At a section: desks add and publish articles below it; the rest is for chiefs."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        self.chief = user.is_active and (user.is_superuser or self._has_rights_above())

    def _has_rights_above(self) -> bool:
        return any(
            right.page.path != self.page.path and self.page.path.startswith(right.page.path)
            for right in self.permission_policy.get_cached_permissions_for_user(self.user)
        )

    def can_edit(self) -> bool:
        return self.chief and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.chief and self.page.is_leaf() and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        read = self.page.get_children().live().exists()  # articles whose section would be gone
        return self.chief and not read and super().can_unpublish()

    def can_publish(self) -> bool:
        return self.chief and super().can_publish()

    def can_lock(self) -> bool:
        return self.chief and super().can_lock()

    def can_unlock(self) -> bool:
        return self.chief and super().can_unlock()

    def can_reorder_children(self) -> bool:
        return False  # articles stand in order of time


class ArticlePermissions(PagePermissionTester):
    """At an article: what readers have read stays, unless its owner or a chief removes it."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not super().can_delete(ignore_bulk):
            return False
        return self.user.is_superuser or "bulk_delete" in self.permissions or self._is_ours()

    def can_move(self) -> bool:
        return super().can_delete(ignore_bulk=True)

    def _is_ours(self) -> bool:
        return self.page.first_published_at is None or self.page.owner_id == self.user.pk


def branches_of(user: Any, *actions: str) -> tuple[str, ...]:
    """Tree paths below which the user has one of the rights, or any right; all for superusers."""
    if not user.is_active or user.is_anonymous:
        return ()
    if user.is_superuser:
        return ("",)
    codenames = {f"{action}_page" for action in actions}
    rights = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return tuple(
        {
            right.page.path
            for right in rights
            if not actions or right.permission.codename in codenames
        }
    )


def holds_at_paper(branches: tuple[str, ...]) -> bool:
    """Whether one of these branches is the paper itself, which stands below the root, or above."""
    return any(len(branch) <= 2 * Page.steplen for branch in branches)
