"""Sittings, answers and masteries: the only tables that grow without bound, keyed by learner first."""

from django.db import models

from domain.assessment.receipts import START, Receipt, stamp
from domain.core.ids import new_id


class Verdict(models.TextChoices):
    RIGHT = "right"
    WRONG = "wrong"
    SKIPPED = "skipped"
    OUT_OF_TIME = "out-of-time"
    OUT_OF_FOCUS = "out-of-focus"


class LearnerOwned(models.Model):
    """A row of one learner: its key begins with who it is about, so that learners can live on different machines."""

    pk = models.CompositePrimaryKey("learner_id", "id")
    learner_id = models.UUIDField()
    id = models.UUIDField(default=new_id)

    class Meta:
        abstract = True


class Sitting(LearnerOwned):
    """One run of one test by one learner, pinned to a release, with its adaptive state."""

    class Status(models.TextChoices):
        OPEN = "open"
        FINISHED = "finished"
        ABANDONED = "abandoned"

    policy = models.CharField(max_length=20)
    release = models.PositiveIntegerField()
    subject = models.CharField(max_length=60)  # the code of a competence, or the name of a fixed list
    locale = models.CharField(max_length=8)
    country = models.CharField(max_length=2)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)

    position = models.PositiveSmallIntegerField(default=1)  # of the question to answer, from 1
    challenge = models.CharField(max_length=60, blank=True)  # the one to answer
    chance = models.FloatField(default=0.5)  # that it is answered well, as expected when it was chosen
    asked_at = models.DateTimeField()
    timer_at = models.DateTimeField(null=True)  # when the clock of a timed challenge was started
    at_checkpoint = models.BooleanField(default=False)

    listed = models.JSONField(default=list)  # challenges: asked so far, or the fixed list to play
    known = models.JSONField(default=list)  # challenges met in earlier sittings: served again last
    state = models.BinaryField(default=b"")  # what the engine believes (see adaptive.py)
    trail = models.JSONField(
        default=list
    )  # how the position narrowed: [low, expected, high] in levels, from the start
    about = models.PositiveSmallIntegerField(default=0)  # how many questions it should take in all
    before = models.FloatField(null=True)  # points of the competence when the sitting began
    chain = models.CharField(max_length=64, default=START)

    points = models.FloatField(null=True)
    doubt = models.FloatField(null=True)  # half of the 80 % band, in points
    sure = models.PositiveSmallIntegerField(null=True)  # highest level held with a probability of 0.8 or more
    possible = models.PositiveSmallIntegerField(null=True)  # highest level held with a probability of 0.2 or more
    held = models.JSONField(default=list)  # probability of each level, from 1
    topics = models.JSONField(default=list)  # the same, topic by topic
    reached = models.PositiveSmallIntegerField(null=True)  # a level made sure by the last answer, to be announced

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(status="open") | ~models.Q(challenge=""), name="open_sitting_asks_something"
            ),
            models.UniqueConstraint(
                fields=("learner_id", "policy", "subject"),
                condition=models.Q(status="open"),
                name="one_open_sitting_a_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.policy} {self.subject}, question {self.position}"

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN


class Answer(LearnerOwned):
    """What a learner answered to one question. Never changed: a correction is another row."""

    sitting_id = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    key = models.UUIDField()  # chosen by the page: the same key is the same answer
    challenge = models.CharField(max_length=60)
    given = models.JSONField(null=True)  # null: skipped
    verdict = models.CharField(max_length=12, choices=Verdict)
    chance = models.FloatField()
    left_page = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    at = models.DateTimeField()
    chain = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("learner_id", "sitting_id", "position"), name="answered_once"),
            models.UniqueConstraint(fields=("learner_id", "sitting_id", "key"), name="key_used_once"),
        )

    def __str__(self) -> str:
        return f"answer {self.position}: {self.verdict}"

    @property
    def receipt(self) -> Receipt:
        """The receipt of this answer, the same at each reading."""
        return Receipt(str(self.sitting_id), self.position, str(self.key), stamp(self.at), self.chain)


class Mastery(LearnerOwned):
    """What we believe about a learner in a competence: the likelihood of each topic, and what it comes to."""

    class Status(models.TextChoices):
        STARTED = "started"
        COMPLETED = "completed"
        RESET = "reset"

    competence = models.CharField(max_length=10)
    status = models.CharField(max_length=10, choices=Status)
    likelihood = models.BinaryField()  # of each topic over the ability grid (see adaptive.py)
    message = models.BinaryField()  # what this competence says of the others, through the general ability
    held = models.JSONField(default=list)  # probability of each level, from 1
    topics = models.JSONField(default=list)  # per topic: code, expected level, probability of each level
    points = models.FloatField()
    doubt = models.FloatField()
    sure = models.PositiveSmallIntegerField()
    possible = models.PositiveSmallIntegerField()
    answers = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("learner_id", "competence"), name="one_mastery_a_competence"),)

    def __str__(self) -> str:
        return f"{self.competence}: {self.points:.0f} points"

    @property
    def is_measured(self) -> bool:
        return self.status != self.Status.RESET and self.answers > 0
