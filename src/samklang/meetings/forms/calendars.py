"""Parses what a person’s calendar feed is to hold."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm
from samklang.meetings.models import FeedScope


class FeedForm(PlainForm):
    scope = forms.ChoiceField(
        label=_("What the calendar is to show"),
        choices=FeedScope.choices,
        initial=FeedScope.OWN_BODIES,
        widget=forms.RadioSelect,
    )
