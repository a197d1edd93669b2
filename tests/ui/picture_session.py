"""A session with the invented incident of the design pictures, so that renders can be held beside them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from trailhound.errors import FilterError, SeekError
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, AlarmTransition, Mark
from trailhound.model.answer import Answer, Candidate, Reason, Subject, SubjectKind, Verdict
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.metric import Metric, Series
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.model.time_span import TimeSpan
from trailhound.session.contract import Tail
from trailhound.session.views import (
    AlarmDetail,
    AlarmRow,
    AlarmView,
    CompleteRow,
    Completion,
    Coverage,
    Decision,
    EventRow,
    Fact,
    FieldNote,
    Headline,
    Jump,
    MetricDetail,
    MetricView,
    Mode,
    RecordView,
    Selection,
    SourceView,
    Status,
    Table,
    TailRow,
    Thing,
    ThingKind,
    Tick,
    TimeBar,
    TimeMark,
    Trouble,
)
from trailhound.ui.attention import ATTENTION

FILTER = ATTENTION

CALLS = """
13:41:00 w PutObject                     ci:deploy-bot   build-artifacts 198.51.100.12 oidc
13:41:17 r DescribeAlarms                ext:datadog     *               198.51.100.71 sdk
13:42:14 w RegisterTaskDefinition        ci:deploy-bot   checkout:118    198.51.100.12 oidc
13:42:51 w UpdateService                 ci:deploy-bot   checkout        198.51.100.12 oidc
13:43:25 w CreateLogStream               aws:lambda      /aws/pay-webhook-logs lambda  service
13:43:28 r GetCallerIdentity             k.tanaka        *               203.0.113.77  cli
13:44:12 d DeleteObject                  s.lindqvist     exports/2026-10 203.0.113.51  console
13:44:59 r GetObject                     s.lindqvist     exports/index   203.0.113.51  console
13:45:26 w PutRolePolicy                 ci:terraform    batch-runner    198.51.100.12 terraform
13:45:33 w PutRolePolicy                 ci:terraform    batch-runner    198.51.100.12 terraform AccessDenied
13:46:07 w RotateSecret                  aws:secrets     ledger/db       secretsmanager.amazonaws.com service
13:46:10 r DescribeDBClusters            ext:datadog     *               198.51.100.71 sdk
13:47:24 w StartInstances                k.tanaka        i-0aa17b20      203.0.113.77  cli
13:47:41 r ListBuckets                   k.tanaka        *               203.0.113.77  console
13:48:08 w CreateChangeSet               ci:deploy-bot   edge-stack      198.51.100.12 oidc
13:48:15 w ExecuteChangeSet              ci:deploy-bot   edge-stack      198.51.100.12 oidc
13:58:04 r DescribeDBInstances           ext:datadog     *               198.51.100.71 sdk
13:58:31 w PutMetricAlarm                ci:deploy-bot   checkout-p99    198.51.100.12 terraform
13:58:33 w TagResource                   ci:deploy-bot   checkout-p99    198.51.100.12 terraform
13:59:10 r GetSecretValue                aws:lambda      orders/db       lambda.amazonaws.com service
13:59:47 w ConsoleLogin                  k.tanaka        console         203.0.113.77  browser
14:00:02 w StartExportTask               aws:rds         nightly-0411    export.rds    service
14:00:15 r ListAccessKeys                k.tanaka        k.tanaka        203.0.113.77  console
14:00:38 w AssumeRole                    m.rivera        orders-admin    203.0.113.24  cli
14:00:58 r DescribeDBParameters          m.rivera        orders-pg15     203.0.113.24  cli
14:01:21 r DescribeDBParameters          m.rivera        orders-pg15     203.0.113.24  cli       x2
14:01:52 w ModifyDBParameterGroup        m.rivera        orders-pg15     203.0.113.24  cli
14:02:07 r DescribeDBInstances           m.rivera        orders-db-1     203.0.113.24  cli
14:02:31 w UpdateFunctionCode20150331v2  ci:deploy-bot   pay-webhook     198.51.100.12 oidc
14:02:33 w PublishVersion                ci:deploy-bot   pay-webhook:42  198.51.100.12 oidc
14:03:05 d DeleteLogStream               aws:backup      /ecs/batch      backup.amazonaws.com service
14:03:40 w AuthorizeSecurityGroupIngress k.tanaka        sg-0a1b77c2     203.0.113.77  console
14:04:12 r GetSecretValue                aws:lambda      orders/db       lambda.amazonaws.com service
14:04:40 w SetDesiredCapacity            aws:autoscaling api-asg         autoscaling   service
14:05:03 w RunInstances                  aws:autoscaling i-0c9e11d4      autoscaling   service
14:05:44 r LookupEvents                  j.okafor        *               203.0.113.9   cli
14:06:20 r DescribeDBInstances           ext:datadog     *               198.51.100.71 sdk
14:07:16 d TerminateInstances            aws:autoscaling i-07d2aa10      autoscaling   service
14:07:49 r DescribeDBInstances           j.okafor        orders-db-1     203.0.113.9   console
14:08:12 w RebootDBInstance              j.okafor        orders-db-1     203.0.113.9   console   AccessDenied
14:08:40 w CreateDBSnapshot              j.okafor        orders-db-1     203.0.113.9   console
"""

_KINDS = {"r": CallKind.READ, "w": CallKind.WRITE, "d": CallKind.DESTRUCTIVE}


def at(text: str) -> datetime:
    """A moment of the incident's day: "14:01:52" or "14:01"."""
    return datetime.fromisoformat(f"2026-11-18T{text}").replace(tzinfo=UTC)


NOW = at("14:09:31")
CULPRIT = 26
"""The row of the call that did it."""


def call(row: int, line: str) -> Event:
    """One event from a line of ``CALLS``."""
    when, kind, name, who, target, address, via, *rest = line.split()
    actor, _, short = who.rpartition(":")
    result = rest[0] if rest else ""
    return Event(
        row=row,
        event_id=f"7c0e4f1a-0000-4000-8000-{row:012d}",
        occurred_at=at(when),
        observed_at=at(when) + timedelta(minutes=4, seconds=48),
        name=name,
        source="rds.amazonaws.com",
        kind=_KINDS[kind],
        identity=Identity(
            ActorClass(actor) if actor else ActorClass.PERSON,
            short,
            type="AssumedRole",
            arn=f"arn:aws:sts::444455556666:assumed-role/orders-admin/{short}",
            access_key_id="ASIAEXAMPLE7Q",
            principal_id=f"AROAEXAMPLE:{short}",
        ),
        target=target,
        error_code="" if result == "x2" else result,
        account="444455556666",
        region="eu-west-1",
        address=address,
        agent="aws-cli/2.17.9" if via == "cli" else via,
        via=via,
        copies=2 if result == "x2" else 1,
    )


EVENTS = tuple(call(row, line) for row, line in enumerate(CALLS.strip().splitlines()))


def words(*parts: str | tuple[str, Tone] | tuple[str, Tone, bool]) -> Phrase:
    """A sentence from plain and emphasised parts."""
    return tuple(Word(part) if isinstance(part, str) else Word(*part) for part in parts)


def metric(subject: str, name: str, statistic: str = "Average") -> Metric:
    """A metric of the incident."""
    return Metric("AWS/RDS", name, (("DBInstanceIdentifier", subject),), statistic)


READ_LATENCY = metric("orders-db-1", "ReadLatency")
SUBJECT = Subject(SubjectKind.ALARM, "orders-db-latency", at("14:07"))


def _wave(base: float, spread: float, tail: Sequence[float | None], count: int = 240) -> tuple[float | None, ...]:
    body = [base + spread * ((index * 7 % 5) % 3 - 1) / 2 for index in range(count - len(tail))]
    return (*body, *tail)


def view(
    subject: Metric,
    title: str,
    measure: str,
    values: tuple[float | None, ...],
    periods: int,
    **more: object,
) -> MetricView:
    """A sparkline that ends at the last whole minute."""
    shown = values[-periods:]
    start = at("14:09") - timedelta(minutes=len(shown))
    made = MetricView(subject, title, measure, Series(subject, start, shown), latest=values[-1])
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name the fields


def metric_views(periods: int) -> list[MetricView]:
    """The metrics of the pictures, worst first."""
    tick = (Tick(at("14:01:52"), CULPRIT, CallKind.WRITE, is_culprit=True),)
    alarm = {"state": AlarmState.ALARM, "ticks": tick}
    gaps = tuple(None for _ in range(232))
    return [
        view(
            READ_LATENCY, "orders-db-1", "ReadLatency", _wave(4.2, 0.8, (22, 31, 41, 36, 38)), periods,
            unit="Milliseconds", factor=9.0, threshold=20.0, alarm="orders-db-latency", **alarm,
        ),
        view(
            metric("edge", "5xx", "Sum"), "edge", "5xx count", (*gaps, 3, 4, 40, 150, 280, 410, 420, 412), periods,
            unit="Count", factor=31.0, threshold=100.0, alarm="api-5xx-edge", **alarm,
        ),
        view(
            metric("checkout", "p99"), "checkout", "p99", _wave(0.7, 0.1, (0.8, 1.2, 1.9, 2.5, 2.9)), periods,
            unit="Seconds", factor=4.0, threshold=1.5, alarm="checkout-p99", **alarm,
        ),
        view(
            metric("orders-db-1", "IOPS"), "orders-db-1", "IOPS", _wave(1600, 300, (3000, 7000, 9100, 9700, 9800)), periods,
            factor=6.0, ticks=tick,
        ),
        view(
            metric("orders-db-1", "CPU"), "orders-db-1", "CPU", _wave(24, 4, (40, 60, 70, 72, 71)), periods,
            unit="Percent", factor=3.0, threshold=85.0, ticks=tick, state=AlarmState.OK,
        ),
        view(
            metric("api-asg", "CPU"), "api-asg", "CPU", _wave(46, 9, (46,)), periods,
            unit="Percent", threshold=70.0, state=AlarmState.OK, ticks=tick,
        ),
        view(metric("ledger-db-1", "latency"), "ledger-db-1", "latency", _wave(4, 2, (4,)), periods, unit="Milliseconds"),
        view(metric("edge", "requests"), "edge", "requests", _wave(1900, 40, (1900,)), periods, unit="Count/Second"),
    ]  # fmt: skip


def _alarm(name: str, state: AlarmState, since: datetime, marks: str, computed: AlarmState | None = None) -> AlarmView:
    codes = {"#": Mark.BREACHING, "-": Mark.GOOD, ".": Mark.MISSING}
    return AlarmView(
        Alarm(
            name, AlarmKind.METRIC, metric=READ_LATENCY, comparison="GreaterThanThreshold", threshold=20,
            evaluation_periods=len(marks), datapoints_to_alarm=3, arn=f"arn:aws:cloudwatch:eu-west-1:444455556666:alarm:{name}",
        ),
        state, since, "Threshold Crossed: 3 datapoints were greater than the threshold (20.0).",
        tuple(codes[mark] for mark in marks), computed or state,
    )  # fmt: skip


ALARMS = (
    _alarm("orders-db-latency", AlarmState.ALARM, at("14:07"), "#####"),
    _alarm("api-5xx-edge", AlarmState.ALARM, at("14:08"), "-##"),
    _alarm("checkout-p99", AlarmState.ALARM, at("14:08"), "--###"),
    _alarm("nightly-export-age", AlarmState.INSUFFICIENT_DATA, at("13:40"), "..."),
    _alarm("payments-dlq-depth", AlarmState.INSUFFICIENT_DATA, at("11:02"), "...."),
    _alarm("api-asg-cpu-high", AlarmState.OK, NOW - timedelta(days=9, hours=2), "---"),
    _alarm("ledger-db-latency", AlarmState.OK, NOW - timedelta(days=31, hours=2), "-----"),
)

TRANSITIONS = (
    AlarmTransition("orders-db-latency", at("14:07"), AlarmState.OK, AlarmState.ALARM, "3 of 5"),
    AlarmTransition("api-5xx-edge", at("14:08"), AlarmState.OK, AlarmState.ALARM, "2 of 3"),
)

LINEAGE: tuple[tuple[int, Phrase, str], ...] = (
    (0, words(("m.rivera", Tone.TRAIL)), "person"),
    (1, words("Identity Center"), "MFA 13:52"),
    (2, words("DBA"), "1111-2222-3333"),
    (3, words(("orders-admin", Tone.TRAIL, True)), "4444-5555-6666"),
    (4, words(("DescribeDBParameters x3", Tone.MUTED)), "14:00:58"),
    (4, words(("ModifyDBParameterGroup", Tone.TRAIL, True)), "14:01:52"),
    (4, words(("DescribeDBInstances", Tone.MUTED)), "14:02:07"),
)


@dataclass(frozen=True)
class PictureTail:
    """The rows that pass a filter."""

    kept: tuple[TailRow, ...]
    shown: int
    total: int

    def __len__(self) -> int:
        return len(self.kept)

    def rows(self, start: int, stop: int) -> Sequence[TailRow]:
        return self.kept[max(start, 0) : max(stop, 0)]

    def index_of(self, key: int) -> int | None:
        return next((index for index, row in enumerate(self.kept) if row.key == key), None)

    def nearest(self, moment: datetime) -> int:
        return max((index for index, row in enumerate(self.kept) if _when(row) <= moment), default=0)

    def jump(self, index: int, step: int, what: Jump) -> int | None:
        place = index + step
        while 0 <= place < len(self.kept):
            if _is_wanted(self.kept[place], what):
                return place
            place += step
        return None


def _when(row: TailRow) -> datetime:
    return row.event.occurred_at if isinstance(row, EventRow) else row.transition.at if isinstance(row, AlarmRow) else row.at


def _is_wanted(row: TailRow, what: Jump) -> bool:
    if not isinstance(row, EventRow):
        return what is Jump.ALARM and isinstance(row, AlarmRow)
    wanted = {
        Jump.HIT: row.is_hit,
        Jump.ERROR: bool(row.event.error_code),
        Jump.BOOKMARK: row.is_bookmarked,
        Jump.WRITE: row.event.kind is not CallKind.READ,
        Jump.SAME_SESSION: row.event.identity.name == "m.rivera",
    }
    return wanted.get(what, False)


@dataclass
class PictureSession:
    """Stands at one moment of the incident; what the reader can change is kept, what the engine does is written down."""

    revision: int = 1
    selection: Selection = field(default_factory=lambda: Selection(tail_key=CULPRIT, subject=SUBJECT))
    mode: Mode = Mode.LIVE
    now: datetime = NOW
    speed: float = 1.0
    waiting: int = 0
    is_quiet_skipped: bool = False
    events: tuple[Event, ...] = EVENTS
    asked: list[str] = field(default_factory=list)
    _filter: str = FILTER
    _search: str = ""

    def advance(self) -> bool:
        return False

    def toggle(self) -> None:
        self.mode = Mode.LIVE if self.mode is Mode.PAUSED else Mode.PAUSED
        self.waiting = 184 if self.mode is Mode.PAUSED else 0
        self.revision += 1

    def step(self, events: int) -> None:
        self.asked.append(f"step {events}")
        self.revision += 1

    def seek(self, text: str) -> None:
        if text.startswith("?"):
            raise SeekError("this is no time", text, 0, "try 14:05 or -20m")
        self.asked.append(f"seek {text}")
        self.revision += 1

    def seek_to(self, moment: datetime) -> None:
        self.now = moment
        self.revision += 1

    def change_speed(self, steps: int) -> None:
        self.speed *= 2.0**steps
        self.revision += 1

    def set_speed(self, speed: float) -> None:
        if not 0.25 <= speed <= 1000 and not math.isinf(speed):
            raise SeekError("too fast", str(speed), 0)
        self.speed = speed
        self.revision += 1

    def skip_quiet(self, is_on: bool) -> None:
        self.is_quiet_skipped = is_on
        self.revision += 1

    def to_end(self) -> None:
        self.asked.append("to end")
        self.mode, self.waiting = Mode.LIVE, 0
        self.revision += 1

    @property
    def filter_text(self) -> str:
        return self._filter

    def set_filter(self, text: str) -> None:
        self.check_filter(text)
        self._filter = text
        self.revision += 1

    def check_filter(self, text: str) -> None:
        if "((" in text:
            raise FilterError("this bracket is never closed", text, text.index("(("), "add )")

    @property
    def search_text(self) -> str:
        return self._search

    def set_search(self, text: str) -> None:
        self.check_filter(text)
        self._search = text
        self.revision += 1

    def words(self) -> tuple[str, ...]:
        text = f"{'' if self._filter == FILTER else self._filter} {self._search}"
        return tuple(word for word in text.split() if ":" not in word and not word.startswith("!"))

    def completions(self, text: str, cursor: int, limit: int = 12) -> list[Completion]:
        start = text.rfind(" ", 0, cursor) + 1
        typed = text[start:cursor]
        found = {"name:": 18204, "user:m.rivera": 4, "user:k.tanaka": 7, "ip:203.0.113.24": 5, "error:AccessDenied": 2}
        return [Completion(one, start, cursor, count) for one, count in found.items() if typed and one.startswith(typed)][:limit]

    def tail(self, filter_text: str | None = None) -> Tail:
        text = self._filter if filter_text is None else filter_text
        self.check_filter(text)
        events = [event for event in self.events if text == FILTER or _passes(event, text)]
        rows: list[TailRow] = [
            EventRow(
                event.row,
                event,
                bool(self._search) and self._search.casefold() in event.name.casefold(),
                event.row in self.selection.bookmarks,
            )
            for event in events
        ]
        rows.extend(AlarmRow(-index, transition) for index, transition in enumerate(TRANSITIONS, 1))
        rows.append(CompleteRow(-100, at("14:04:40")))
        rows.sort(key=lambda row: (_when(row), row.key == -100))
        return PictureTail(tuple(rows), 312 if text == FILTER else len(events), 18204)

    def event(self, row: int) -> Event:
        return self.events[row]

    def status(self) -> Status:
        return Status(
            mode=self.mode,
            now=self.now,
            speed=self.speed,
            is_quiet_skipped=self.is_quiet_skipped,
            waiting=self.waiting,
            waiting_alarms=1 if self.waiting else 0,
            complete_to=at("14:04:40"),
            newest_at=at("14:08:40"),
            title="prod",
            accounts=("4444-5555-6666", "1111-2222-3333"),
            regions=("eu-west-1", "us-east-1", "eu-north-1"),
            alarms={AlarmState.ALARM: 3, AlarmState.INSUFFICIENT_DATA: 2, AlarmState.OK: 31},
            events=18204,
            duplicates=412,
            not_understood=0,
            span=TimeSpan(at("13:09"), at("14:10")),
        )

    def headline(self) -> Headline | None:
        who, bright = ("m.rivera", Tone.TRAIL, True), Tone.BRIGHT
        return Headline(
            SUBJECT,
            words(
                ("orders-db-1 reads take 38 ms, 9x usual, since 14:04.", bright), "  ", who, " set ",
                ("random_page_cost", bright), " from 1.1 to ", ("40", bright, True), " in parameter group ",
                ("orders-pg15", bright), ", 2 min 8 s before",
            ),
            words(
                ("orders-db-1 reads take 38 ms, 9x usual.", bright), "  ", who, " changed ", ("orders-pg15", bright),
                " 2 min before",
            ),
            words(("orders-db-1 reads 9x slower", bright), " ", who, " changed ", ("orders-pg15", bright)),
            0.91,
            True,
        )  # fmt: skip

    def alarms(self) -> Sequence[AlarmView]:
        return ALARMS

    def metrics(self, periods: int) -> Sequence[MetricView]:
        return metric_views(periods)

    def answer(self, subject: Subject) -> Answer:
        found = [
            (26, 0.91, ((3.0, "orders-db-1 uses orders-pg15", "Describe 13:58"), (2.0, "planner cost up, reads up", "request"))),
            (
                28,
                0.06,
                ((2.0, "pay-webhook talks to orders-db-1", "Config"), (-1.5, "41 like it in 30 days, none moved reads", "")),
            ),
            (31, 0.01, ((-2.0, "opens access, cannot slow reads", "request"),)),
        ]
        return Answer(
            subject,
            self.now,
            Verdict.CALL,
            tuple(
                Candidate(EVENTS[row], 6.0, share, tuple(Reason(points, text, (str(row),), where) for points, text, where in why))
                for row, share, why in found
            ),
            no_call_share=0.02,
            moved_at=at("14:04"),
            looked_at=41,
            ruled_out=(Reason(0, "traffic"), Reason(0, "host"), Reason(0, "ledger-db-1 calm")),
            attempts=(EVENTS[39],),
        )  # fmt: skip

    def subjects(self) -> Sequence[Subject]:
        return (
            Subject(SubjectKind.ALARM, "api-5xx-edge", at("14:08")),
            SUBJECT,
            Subject(SubjectKind.METRIC, "orders-db-1 ReadLatency", at("14:04")),
        )

    def time_bar(self, cells: int) -> TimeBar:
        span = TimeSpan(at("13:09"), at("14:10"))
        counts = tuple(
            int(6 + 9 * abs(math.sin(cell / cells * 9)) + (cell * 13) % 5) if cell < cells * 0.95 else 3 for cell in range(cells)
        )
        marks = (
            TimeMark(at("13:40"), Tone.INSUFFICIENT, "?"),
            TimeMark(at("14:01:52"), Tone.TRAIL, "◇", CULPRIT),
            TimeMark(at("14:07"), Tone.ALARM, "▲"),
            TimeMark(at("14:08:12"), Tone.DENIED, "×", 39),
        )
        return TimeBar(span, counts, marks, self.now, at("14:04:40"))

    def zoom(self, step: int) -> None:
        self.asked.append(f"zoom {step}")
        self.revision += 1

    def record(self, row: int) -> RecordView:
        event = self.events[row]
        bright = Tone.BRIGHT
        return RecordView(
            event=event,
            sentence=words(
                (event.identity.name, Tone.TRAIL, True), " set ", ("random_page_cost", bright), " to ", ("40", bright, True),
                " in ", ("orders-pg15", Tone.RESOURCE), ", was ", ("1.1", bright),
            )
            if row == CULPRIT
            else words((event.identity.name, Tone.TRAIL, True), f" called {event.short_name} on ", (event.target, Tone.RESOURCE)),
            second=words("changes live behaviour of every database in the group; applied at once, no reboot"),
            document={
                "eventTime": "2026-11-18T14:01:52Z", "eventSource": "rds.amazonaws.com", "eventName": event.name,
                "userIdentity": {"type": "AssumedRole", "sessionContext": {"sourceIdentity": "m.rivera"}},
                "requestParameters": {"dBParameterGroupName": "orders-pg15", "parameters": [{"parameterValue": "40"}]},
                "responseElements": None, "sourceIPAddress": event.address, "eventID": event.event_id,
            },
            notes={
                ("userIdentity",): FieldNote("who called", "Who made the call."),
                ("requestParameters", "parameters", 0, "parameterValue"): FieldNote("was 1.1", "The value.", Tone.LATE),
            },
            lineage=LINEAGE,
            touched=(
                Fact("orders-pg15", words("parameter group"), "changed"),
                Fact("orders-db-1", words("database"), "▲ 9x"),
            ),
            moved_after=tuple(metric_views(60)[:1]),
            same_thing=(EVENTS[24], event),
            same_session=EVENTS[23:28],
            evidence=(Fact("file", words("CloudTrail_eu-west-1_1405Z.json.gz")), Fact("record", words("17 of 212"))),
            raw='{"eventName": "' + event.name + '"}',
        )  # fmt: skip

    def alarm(self, name: str) -> AlarmDetail:
        found = next(one for one in ALARMS if one.alarm.name == name)
        decisions = tuple(
            Decision(
                at(f"14:0{minute}"),
                tuple((value, Mark.BREACHING if value > 20 else Mark.GOOD) for value in values),
                sum(value > 20 for value in values),
                state,
            )
            for minute, values, state in (
                (5, (4.1, 4.0, 4.6, 4.2, 22), AlarmState.OK),
                (6, (4.0, 4.6, 4.2, 22, 31), AlarmState.OK),
                (7, (4.6, 4.2, 22, 31, 36), AlarmState.ALARM),
                (8, (4.2, 22, 31, 36, 41), AlarmState.ALARM),
            )
        )  # fmt: skip
        return AlarmDetail(
            found,
            words(
                ("ALARM", Tone.ALARM, True), (" since 14:07:00.", Tone.BRIGHT, True), " 3 of the last 5 minutes were above 20 ms."
            ),
            words("AWS/RDS ReadLatency, DBInstanceIdentifier orders-db-1, average over 60 s, missing data: missing"),
            words("local result ", ("ALARM", Tone.ALARM), " equals the state AWS recorded"),
            metric_views(66)[0],
            TRANSITIONS[:1],
            decisions,
            (
                ("missing", AlarmState.INSUFFICIENT_DATA, "", True),
                ("ignore", AlarmState.ALARM, "the state before is kept", False),
                ("breaching", AlarmState.ALARM, "", False),
                ("notBreaching", AlarmState.OK, "", False),
            ),
            (Fact("SNS", words("oncall-orders")),),
        )

    def metric(self, metric: Metric, periods: int) -> MetricDetail:
        found = next((one for one in metric_views(periods) if one.metric == metric), metric_views(periods)[0])
        return MetricDetail(
            found,
            words(("orders-db-1", Tone.RESOURCE), " reads take ", ("38 ms", Tone.ALARM, True), ", 9x usual."),
            TRANSITIONS[:1],
            tuple((Tick(event.occurred_at, event.row, event.kind, event.row == CULPRIT), event) for event in EVENTS[23:32]),
            (Fact("usual", words("4.2 ms"), "60 min"), Fact("latest", words("38 ms"), "14:08")),
        )

    def thing(self, kind: ThingKind, name: str) -> Thing:
        return Thing(
            kind,
            name,
            words((name, Tone.TRAIL, True), " made 4 calls from one address."),
            (Fact("first seen", words("14:00:38"), "trail"),),
            (Table("calls", (("ModifyDBParameterGroup", 1, at("14:01:52")), ("DescribeDBParameters", 3, at("14:01:21")))),),
            LINEAGE,
            tuple(metric_views(60)[:1]),
            f"{kind.value}:{name}",
        )

    def coverage(self) -> Coverage:
        span = TimeSpan(at("13:09"), at("14:08:40"))
        return Coverage(
            words(("Everything up to 14:04:40 has arrived", Tone.BRIGHT, True), ", except from 2 sources we cannot read."),
            (
                SourceView("CloudTrail", "eu-west-1", 10967, span, ""),
                SourceView("CloudTrail", "us-east-1", 2204, span, "late"),
                SourceView("metrics", "eu-west-1", 42, span, ""),
            ),
            (Fact("S3 data events", words("no trail selects them")), Fact("before 20 Aug", words("LookupEvents keeps 90 days"))),
            (Trouble("eu-north-1.json.gz, record 3", "the file ends in the middle of a record"),),
        )


def _passes(event: Event, text: str) -> bool:
    fields: Mapping[str, str] = {
        "user": event.identity.name,
        "name": event.name,
        "target": event.target,
        "ip": event.address,
        "error": event.error_code,
    }
    everything = " ".join(fields.values()).casefold()
    for word in text.split():
        wanted = not word.startswith("!")
        field_name, colon, value = word.lstrip("!").partition(":")
        found = value.casefold() in fields.get(field_name, "").casefold() if colon else field_name.casefold() in everything
        if found is not wanted:
            return False
    return True
