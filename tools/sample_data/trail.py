"""CloudTrail records, and the tree of log files in which a trail delivers them."""

from __future__ import annotations

import gzip
import io
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tools.sample_data.callers import Caller, stamp
from tools.sample_data.dice import Dice

READS = (
    "Describe", "Get", "List", "Lookup", "Head", "BatchGet", "BatchCheck", "Decrypt", "GenerateDataKey", "AssumeRole", "Select",
    "Filter", "StartQuery",
)  # fmt: skip
HOSTS = {"cloudwatch": "monitoring", "elb": "elasticloadbalancing", "stepfunctions": "states"}


@dataclass(frozen=True, slots=True)
class Delivered:
    """A record, and the minute in which the log file that holds it was written."""

    at: datetime
    delivered_at: datetime
    account: str
    region: str
    record: dict[str, Any]


@dataclass
class Trail:
    """Collects calls and writes them as a trail does.

    ``busiest`` is the account and Region that get a file every minute; the others get one every three minutes.
    ``prefix`` stands between ``AWSLogs`` and the account (an organisation's id), or is "".
    """

    dice: Dice
    busiest: tuple[str, str]
    prefix: str = ""
    delivered: list[Delivered] = field(default_factory=list)

    def call(
        self,
        at: datetime,
        caller: Caller,
        name: str,
        request: Mapping[str, Any] | None = None,
        *,
        account: str,
        region: str,
        response: Mapping[str, Any] | None = None,
        error: tuple[str, str] | None = None,
        lag: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add one call, written ``service:Operation``. ``lag`` is minutes until delivery, chosen if not given."""
        prefix, operation = name.split(":")
        host = HOSTS.get(prefix, prefix)
        record: dict[str, Any] = {
            "eventVersion": "1.11",
            "userIdentity": dict(caller.identity),
            "eventTime": stamp(at),
            "eventSource": f"{host}.amazonaws.com",
            "eventName": operation,
            "awsRegion": region,
            "sourceIPAddress": caller.address,
            "userAgent": caller.agent,
        }
        if error:
            record["errorCode"], record["errorMessage"] = error
        record["requestParameters"] = dict(request) if request is not None else None
        record["responseElements"] = dict(response) if response is not None and not error else None
        record |= self._closing(operation, account, caller, f"{host}.{region}.amazonaws.com")
        record |= extra or {}
        self.delivered.append(Delivered(at, self._delivery(at, lag, (account, region)), account, region, record))
        return record

    def _closing(self, operation: str, account: str, caller: Caller, host: str) -> dict[str, Any]:
        closing: dict[str, Any] = {
            "requestID": self.dice.uuid(),
            "eventID": self.dice.uuid(),
            "readOnly": operation.startswith(READS),
            "eventType": "AwsApiCall",
            "managementEvent": True,
            "recipientAccountId": account,
            "eventCategory": "Management",
        }
        if caller.is_console:
            closing["sessionCredentialFromConsole"] = "true"
        elif not caller.is_service:
            closing["tlsDetails"] = {
                "tlsVersion": "TLSv1.3",
                "cipherSuite": "TLS_AES_128_GCM_SHA256",
                "clientProvidedHostHeader": host,
            }
        return closing

    def _delivery(self, at: datetime, lag: float | None, place: tuple[str, str]) -> datetime:
        """Choose the minute in a file's name: most files come within five minutes, a few need nine."""
        if lag is None:
            lag = self.dice.between(1.2, 4.6) if self.dice.chance(0.8) else self.dice.between(4.6, 8.4)
        arrival = at + timedelta(minutes=lag)
        minute = arrival.replace(second=0, microsecond=0)
        if place != self.busiest:
            minute += timedelta(minutes=-minute.minute % 3)
        return max(minute, at.replace(second=0, microsecond=0) + timedelta(minutes=1))

    def deliver_again(self, record: Mapping[str, Any], minutes_later: int) -> None:
        """Deliver a record a second time, as a trail sometimes does."""
        first = next(row for row in self.delivered if row.record is record)
        again = first.delivered_at + timedelta(minutes=minutes_later)
        self.delivered.append(Delivered(first.at, again, first.account, first.region, first.record))

    def records(self) -> list[dict[str, Any]]:
        """Give all records in the order in which they happened."""
        return [row.record for row in sorted(self.delivered, key=lambda row: (row.at, row.record["eventID"]))]

    def write(self, folder: Path) -> None:
        """Write every log file under ``folder/AWSLogs``."""
        files: dict[tuple[str, str, datetime], list[Delivered]] = defaultdict(list)
        for row in self.delivered:
            files[(row.account, row.region, row.delivered_at)].append(row)
        for (account, region, minute), rows in sorted(files.items()):
            rows.sort(key=lambda row: row.record["eventID"])
            place = folder / "AWSLogs" / self.prefix / account / "CloudTrail" / region / minute.strftime("%Y/%m/%d")
            name = f"{account}_CloudTrail_{region}_{minute:%Y%m%dT%H%MZ}_{self.dice.key('')}.json.gz"
            write_gzip(place / name, {"Records": [row.record for row in rows]})


def write_gzip(path: Path, document: object) -> None:
    """Write a document as one compact line of JSON, compressed, without a name or a time in the header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=held, mtime=0) as packed:
        packed.write(json.dumps(document, separators=(",", ":")).encode())
    path.write_bytes(held.getvalue())


def write_json(path: Path, document: object) -> None:
    """Write a document as the AWS CLI prints it, four blanks to a level."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=4, ensure_ascii=False) + "\n", encoding="utf-8")


def named(resources: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """Give the ``resources`` member of a record: (ARN, account, type) each."""
    return {"resources": [{"ARN": arn, "accountId": account, "type": kind} for arn, account, kind in resources]}
