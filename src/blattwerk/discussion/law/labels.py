"""The numbers' names, for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.law.categories import Category

HEADINGS: dict[str, str | Promise] = {
    "orders": _("Orders of authorities (Articles 9 and 10)"),
    "notices": _("Notices and reports (Article 16)"),
    "notices_by_category": _("Notices of illegal content by kind"),
    "restrictions": _("Comments restricted (Article 17)"),
    "restrictions_by_category": _("Comments restricted by kind"),
    "automated_means": _("Automated means"),
    "complaints": _("Complaints (Article 20)"),
    "suspensions": _("Accounts kept from writing (Article 23)"),
}
LABELS: dict[str, str | Promise] = {
    "to_act": _("To act against illegal content"),
    "to_inform": _("To give information"),
    "median_hours_to_effect": _("Median time until they were given effect, in hours"),
    "given": _("Notices and reports in all"),
    "illegal_content": _("Of illegal content"),
    "house_rules": _("Of breaches of the house rules"),
    "danger_to_life": _("Of danger to somebody's life or safety"),
    "by_trusted_flaggers": _("By trusted flaggers"),
    "comments_named": _("Comments named in them"),
    "restricted_by_law": _("Restricted, by law"),
    "restricted_by_terms": _("Restricted, by the house rules"),
    "left_standing": _("Left standing"),
    "gone_before": _("Taken away by their writers before"),
    "open": _("Not decided yet"),
    "decided_by_automated_means": _("Decided by automated means"),
    "median_hours_to_decide": _("Median time until the decision, in hours"),
    "all": _("In all"),
    "by_law": _("By law"),
    "by_terms": _("By the house rules"),
    "after_a_notice": _("After a notice"),
    "of_own_accord": _("Of our own accord"),
    "not_published": _("Not published"),
    "removed": _("Removed"),
    "parts_removed": _("Parts removed"),
    "taken_back": _("Taken back later"),
    "comments_brought_to_people": _("Comments that the word list brought to a person"),
    "let_through_by_people": _("Of these, let through by people"),
    "error_rate": _("Error rate"),
    "restrictions_found_by_automated_means": _("Restricted comments that the word list found"),
    "restrictions_decided_by_automated_means": _("Restrictions decided by automated means"),
    "by_writers": _("By writers of comments"),
    "by_notifiers": _("By those who gave notice"),
    "decision_stands": _("The decision stood"),
    "overturned": _("The decision was overturned"),
    "for_a_time": _("For a time"),
    "for_good": _("For good"),
    "lifted": _("Lifted before their time"),
    "not-specified": _("Not named, or against the house rules alone"),
    **dict(Category.choices),
}
