"""What pages show of files."""

from __future__ import annotations

from django.db.models import Sum
from django.shortcuts import get_object_or_404

from samklang.documents.models import File
from samklang.organizations.api import Acting, Organization


def find(acting: Acting, pk: int) -> File:
    """Return a file of the user’s own organization, or answer 404."""
    return get_object_or_404(File.objects.visible_to(acting), pk=pk)


def size_of_all(organization: Organization) -> int:
    """Return how many bytes are kept for the organization."""
    kept = File.objects.filter(organization=organization).aggregate(bytes=Sum("size"))
    return kept["bytes"] or 0
