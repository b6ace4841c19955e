"""Everything that can happen to content: a release is published, a problem is reported."""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from django.db import transaction

from domain.content.bundle import Bundle
from domain.content.checks import check
from domain.content.errors import CategoryIsUnknown, CommentIsMissing, CommentIsTooLong, ContentIsFaulty
from domain.content.models import Asset, ProblemReport, Release
from domain.content.reports import detail_of

MAX_COMMENT = 10_000


@transaction.atomic
def publish(root: Path, *, at: datetime) -> Release:
    """Make a numbered, immutable release of a faultless folder; the same content twice is the same release."""
    bundle, faults = check(root)
    if bundle is None or faults:
        raise ContentIsFaulty

    files = dict(_assets(root, bundle))
    names = {name: digest for name, (digest, _) in files.items()}
    body = orjson.dumps({"bundle": bundle.model_dump(mode="json"), "assets": names}, option=orjson.OPT_SORT_KEYS)
    digest = hashlib.sha256(body).hexdigest()
    newest = Release.objects.order_by("-number").first()
    if newest is not None and newest.digest == digest:
        return newest
    Asset.objects.bulk_create(
        [Asset(digest=key, media=_media(name), data=data) for name, (key, data) in files.items()],
        ignore_conflicts=True,
    )
    number = newest.number + 1 if newest else 1
    return Release.objects.create(number=number, digest=digest, body=gzip.compress(body, mtime=0), published_at=at)


def _assets(root: Path, bundle: Bundle) -> Iterator[tuple[str, tuple[str, bytes]]]:
    for folder in sorted({placed.folder for placed in bundle.skills}):
        home = root / "competences" / folder / "assets"
        for path in sorted(p for p in home.rglob("*") if p.is_file()):
            data = path.read_bytes()
            yield f"{folder}/{path.relative_to(home).as_posix()}", (hashlib.sha256(data).hexdigest(), data)


def _media(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person had before their eyes when they reported a problem."""

    release: int
    challenge: str
    seed: bytes
    locale: str
    given: Any
    device: str


@transaction.atomic
def report_problem(seen: Seen, detail: str, comment: str, *, at: datetime) -> ProblemReport:
    """Keep what a person says of a challenge, with all that is needed to see what they saw, and not who they are."""
    found = detail_of(detail)
    if found is None:
        raise CategoryIsUnknown
    if not comment.strip():
        raise CommentIsMissing
    if len(comment) > MAX_COMMENT:
        raise CommentIsTooLong

    return ProblemReport.objects.create(
        category=found[0],
        detail=detail,
        comment=comment.strip(),
        release_id=seen.release,
        challenge=seen.challenge,
        seed=seen.seed,
        locale=seen.locale,
        given=seen.given,
        device=seen.device[:300],
        reported_at=at,
    )
