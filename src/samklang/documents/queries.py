"""What pages show of files."""

from __future__ import annotations

from django.db.models import Sum
from django.shortcuts import get_object_or_404

from samklang.documents.likeness import are_alike
from samklang.documents.models import File, Text
from samklang.organizations.api import Acting, Organization


def find(acting: Acting, pk: int) -> File:
    """Return a file of the user’s own organization, or answer 404."""
    return get_object_or_404(File.objects.visible_to(acting), pk=pk)


def size_of_all(organization: Organization) -> int:
    """Return how many bytes are kept for the organization."""
    kept = File.objects.filter(organization=organization).aggregate(bytes=Sum("size"))
    return kept["bytes"] or 0


def likely_same(text: Text) -> File | None:
    """Return the first file of the same organization whose text is most likely this one."""
    others = (
        Text.objects.filter(file__organization=text.file.organization_id)
        .exclude(pk=text.pk)
        .order_by("pk")
        .values_list("file", "sketch")
    )
    found = (file_id for file_id, marks in others.iterator() if are_alike(text.sketch, marks))
    file_id = next(found, None)
    return None if file_id is None else File.objects.get(pk=file_id)
