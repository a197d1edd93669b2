"""The one way in: observations become rows, points, alarms and links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from trailhound.cloudtrail.reader import read_row
from trailhound.model.observation import (
    AlarmChanged,
    AlarmDescribed,
    ConfigItem,
    LogLines,
    MetricFilterDescribed,
    MetricPoints,
    NotUnderstood,
    Observation,
    Progress,
    Records,
)
from trailhound.session.loaded import Loaded
from trailhound.session.moments import micros


class Observing(Protocol):
    """Anything that can be watched: files, a recording, a live account."""

    def observe(self) -> Iterator[Observation]:
        """Give observations until there are no more."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Somebody asked to stop before the source had ended; nothing was put in order."""


class Feed:
    """Takes observations one after the other and files them. Call ``settle`` before anything is read.

    Args:
        loaded: Where everything goes.
        progress: Told how far a source has read.
        is_cancelled: Asked now and then whether to stop.
    """

    def __init__(
        self,
        loaded: Loaded,
        progress: Callable[[Progress], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._loaded = loaded
        self._progress = progress
        self._is_cancelled = is_cancelled

    def run(self, source: Observing) -> None:
        """Take everything a source has.

        Raises:
            Cancelled: If somebody asked to stop.
        """
        for observation in source.observe():
            if self._is_cancelled is not None and self._is_cancelled():
                raise Cancelled
            self.take(observation)
        self.settle()

    def take(self, observation: Observation) -> None:
        """File one observation."""
        match observation:
            case Records():
                self._take_records(observation)
            case MetricPoints():
                self._loaded.gauges.add(observation.metric, observation.points, observation.unit)
            case AlarmDescribed():
                self._loaded.alarms.describe(observation)
            case AlarmChanged():
                self._loaded.alarms.change(observation.transition)
            case LogLines():
                self._loaded.logs.append(observation)
            case MetricFilterDescribed():
                self._loaded.filters.append(observation)
            case ConfigItem():
                self._loaded.items.append(observation)
            case NotUnderstood():
                self._loaded.troubles.append(observation)
            case Progress():
                if self._progress is not None:
                    self._progress(observation)

    def settle(self) -> None:
        """Put everything in order after the last observation.

        Links between resources are learned here if something is loaded that can move; else when somebody asks.
        """
        self._loaded.settle()
        if self._loaded.gauges.all() or self._loaded.alarms.alarms():
            self._loaded.links.learn()

    def _take_records(self, records: Records) -> None:
        inputs = self._loaded.inputs
        inputs.record_files.add(records.origin.path)
        inputs.has_arrivals |= records.observed_at is not None
        inputs.has_silent_arrivals |= records.observed_at is None
        rows = [read_row(record) for record in records.records]
        observed_us = micros(records.observed_at) if records.observed_at is not None else None
        self._loaded.store.append(rows, records.records, observed_us, records.origin)
