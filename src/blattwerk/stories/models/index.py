"""By what a new article finds its story. Kept by `detect/shelf.py` in plain SQL.

No foreign keys: the same tables serve the operator's command, which has no stories and articles.
"""

from django.db import models


class Frequency(models.Model):
    """In how many articles of a language a term stood; old ones count ever less."""

    language = models.CharField(max_length=2)
    term = models.BigIntegerField()  # a hash; the term 0 counts the articles
    count = models.FloatField()
    pk = models.CompositePrimaryKey("language", "term")

    def __str__(self) -> str:
        return f"{self.term} ({self.language}): {self.count:g}"


class Posting(models.Model):
    """A strong term of a story: term → newest stories."""

    term = models.BigIntegerField()
    last_seen = models.IntegerField()  # hours since 1970
    story = models.BigIntegerField()
    weight = models.FloatField()
    pk = models.CompositePrimaryKey("story", "term")  # a story's lie together

    class Meta:
        indexes = [
            models.Index(fields=["term", "-last_seen", "story", "weight"], name="posting_probe")
        ]

    def __str__(self) -> str:
        return f"{self.term} in story {self.story}"


class Profile(models.Model):
    """What a story is about, added up over its articles."""

    story = models.BigIntegerField(primary_key=True)
    last_seen = models.IntegerField()
    pinned = models.BooleanField(default=False, db_index=True)
    terms = models.BinaryField()

    def __str__(self) -> str:
        return f"profile of story {self.story}"


class Signature(models.Model):
    """What the detection keeps of one article: by this it is compared, copies are found.

    The bands are pieces of the SimHash: texts that are nearly alike share at least one.
    """

    article = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=2)
    seen = models.IntegerField()  # hours since 1970
    digest = models.CharField(max_length=64, db_index=True)
    address = models.BigIntegerField(default=0, db_index=True)  # a hash; 0: no other house's
    simhash = models.BigIntegerField()
    band_1 = models.SmallIntegerField()
    band_2 = models.SmallIntegerField()
    band_3 = models.SmallIntegerField()
    band_4 = models.SmallIntegerField()
    band_5 = models.SmallIntegerField()
    features = models.BinaryField()

    class Meta:
        indexes = [
            # All that is asked of it: the rows themselves are wide and lie apart.
            models.Index(
                fields=[f"band_{number}", "-seen", "article", "simhash"],
                name=f"signature_near_{number}",
            )
            for number in range(1, 6)
        ]

    def __str__(self) -> str:
        return f"signature of article {self.article}"


class Mean(models.Model):
    """All vectors of a language added up, and their number: their mean is taken off each."""

    language = models.CharField(max_length=2, primary_key=True)
    count = models.FloatField()
    vector = models.BinaryField()

    def __str__(self) -> str:
        return f"mean of {self.language}"
