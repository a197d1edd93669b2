"""Sentences about calls and metrics: what somebody did, what moved, and how far apart the two were."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from trailhound.model.answer import Answer
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.metric import Metric
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.verbs import verb
from trailhound.session.words import factor, grouped, percent, plural, quantity, rough_duration

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[A-Za-z]*|[^\W_]+")

_SYMPTOMS = {
    "ReadLatency": "reads take",
    "WriteLatency": "writes take",
    "CommitLatency": "commits take",
    "TargetResponseTime": "answers take",
    "Latency": "answers take",
    "IntegrationLatency": "answers take",
    "SuccessfulRequestLatency": "requests take",
    "Duration": "runs take",
    "CPUUtilization": "CPU is at",
    "MemoryUtilization": "memory is at",
    "DatabaseConnections": "connections are at",
    "RequestCount": "requests are at",
    "Invocations": "invocations are at",
    "Errors": "errors are at",
    "Throttles": "throttles are at",
    "HTTPCode_Target_5XX_Count": "5xx answers are at",
    "HTTPCode_ELB_5XX_Count": "5xx answers are at",
    "5XXError": "5xx answers are at",
    "4XXError": "4xx answers are at",
    "5xxErrorRate": "5xx rate is at",
    "HealthyHostCount": "healthy hosts are at",
    "UnHealthyHostCount": "unhealthy hosts are at",
    "EstimatedCharges": "charges are at",
    "ApproximateAgeOfOldestMessage": "oldest message waits",
    "ApproximateNumberOfMessagesVisible": "waiting messages are at",
    "FreeStorageSpace": "free storage is at",
    "FreeableMemory": "free memory is at",
    "NetworkIn": "traffic in is at",
    "NetworkOut": "traffic out is at",
}


def who(identity: Identity, tone: Tone = Tone.PERSON) -> Phrase:
    """Name a caller: a person bare, anything else behind a faint class word."""
    name = identity.name or "someone"
    if identity.actor is ActorClass.PERSON:
        return (Word(name, tone, is_bold=tone is Tone.TRAIL),)
    shade = tone if tone is Tone.TRAIL else Tone.MUTED
    if identity.actor is ActorClass.UNKNOWN:
        return (Word(name, shade),)
    return (Word(f"{identity.actor.value} ", Tone.FAINT), Word(name, shade))


def deeds(event: Event, targets: Sequence[str], tone: Tone = Tone.TRAIL) -> Phrase:
    """Say what a burst of calls did: ``m.rivera called SendCommand 160 times on web``. ``targets`` has one entry a call."""
    if len(targets) <= 1:
        return deed(event, tone)
    words = (Word(" called "), Word(event.short_name, Tone.BRIGHT), Word(f" {grouped(len(targets))} times"))
    shared = shared_target(targets)
    return (*who(event.identity, tone), *words, *((Word(" on "), Word(shared, Tone.RESOURCE)) if shared else ()))


def shared_target(targets: Sequence[str]) -> str:
    """Name what several targets have in common: the one target, the folder they are in, or how many there are."""
    distinct = sorted(set(targets) - {""})
    if len(distinct) <= 1:
        return distinct[0] if distinct else ""
    first, last = distinct[0].split("/"), distinct[-1].split("/")
    shared = list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    return "/".join(part for part, _ in shared) or plural(len(distinct), "resource")


def deed(event: Event, tone: Tone = Tone.TRAIL) -> Phrase:
    """Say what a call did: ``m.rivera changed orders-pg15``."""
    said = verb(event)
    if event.is_refused:
        return (*who(event.identity, tone), Word(" was refused "), Word(event.short_name, Tone.DENIED), *_on(event))
    if said == "called" or not event.target:
        return (*who(event.identity, tone), Word(" called "), Word(event.short_name, Tone.BRIGHT), *_on(event))
    shade = Tone.DESTRUCTIVE if event.kind is CallKind.DESTRUCTIVE else Tone.TEXT
    return (*who(event.identity, tone), Word(f" {said} ", shade), Word(event.target, Tone.BRIGHT))


def _on(event: Event) -> Phrase:
    return (Word(" on "), Word(event.target, Tone.RESOURCE)) if event.target else ()


def setting_deed(event: Event, setting: tuple[str, str, str | None], tone: Tone = Tone.TRAIL) -> Phrase:
    """Say which value a call set: ``m.rivera set random_page_cost from 1.1 to 40 in orders-pg15``."""
    name, value, was = setting
    start: Phrase = (*who(event.identity, tone), Word(" set "), Word(name, Tone.BRIGHT))
    change: Phrase = (Word(" from "), Word(was), Word(" to ")) if was is not None else (Word(" to "),)
    place: Phrase = (Word(" in "), Word(event.target, Tone.BRIGHT)) if event.target else ()
    return (*start, *change, Word(value, Tone.BRIGHT, is_bold=True), *place)


def measure_words(metric: Metric) -> str:
    """Name what is measured in words: ``free memory``, ``read IOPS``; for a series without a name its label."""
    if not metric.name:
        return metric.label or "metric"
    words = _CAMEL.findall(metric.name)
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words) or metric.name


def symptom(
    metric: Metric, value: float | None, unit: str, times: float | None, usual: float | None = None
) -> tuple[Phrase, Phrase]:
    """Say how a metric stands, in a long and a short sentence (``orders-db-1 reads take 38 ms, 9x usual``).

    ``times`` is the factor over the usual value, None when it is unremarkable. Below it, ``usual`` says more than a fraction.
    """
    subject = Word(metric.subject, Tone.BRIGHT, is_bold=True)
    if value is None:
        silent: Phrase = (subject, Word(f" {measure_words(metric)} sends no data."))
        return silent, silent
    known = _SYMPTOMS.get(metric.name)
    amount = reading(metric, value, unit)
    words = measure_words(metric)
    say = f" {known} " if known else f" {words} {'are' if words.endswith('s') else 'is'} "
    short: Phrase = (subject, Word(say), Word(amount, Tone.BRIGHT))
    if times is None:
        return (*short, Word(".")), (*short, Word("."))
    if times < 1 and usual is not None:
        return (*short, Word(f", usually {reading(metric, usual, unit)}.")), (*short, Word("."))
    return (*short, Word(f", {factor(times)} usual.")), (*short, Word("."))


def reading(metric: Metric, value: float, unit: str) -> str:
    """Write a value of a metric with its unit; a sum of counts is written per period."""
    is_count = metric.statistic in ("Sum", "SampleCount") and unit in ("", "Count", "None") and metric.name != "EstimatedCharges"
    return quantity(value, unit, metric.period if is_count else None)


def before(call_at: datetime, moved_at: datetime) -> str:
    """Say how far a call was from what moved: ``2 min before``, ``4 min after``, ``at the same time``."""
    gap = moved_at - call_at
    if abs(gap) < timedelta(seconds=1):
        return "at the same time"
    return f"{rough_duration(gap)} {'before' if gap > timedelta(0) else 'after'}"


def nobody(answer: Answer) -> tuple[str, str]:
    """Say that no call explains it and how sure that is; or, if no call of that time is known, that nothing can be said."""
    if answer.looked_at:
        return "No call explains this.", f"{percent(answer.no_call_share)} sure"
    return "No call of that time is loaded.", "nothing can be said"
