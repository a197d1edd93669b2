"""A seeded CloudTrail corpus in the layout of an S3 bucket, with a known number of refused calls.

It is a load, not a story: a few read calls make most of it, services and roles call far more often than people, and some
seven of a hundred calls fail. The same numbers always give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ACCOUNT = "111122223333"
REGION = "eu-west-1"
STARTED_AT = datetime(2026, 3, 2, tzinfo=UTC)

# service, call, how often, whether it only reads
CALLS = (
    ("sts", "AssumeRole", 220, True),
    ("kms", "Decrypt", 190, True),
    ("ec2", "DescribeInstances", 120, True),
    ("s3", "GetObject", 110, True),
    ("kms", "GenerateDataKey", 80, True),
    ("elasticloadbalancing", "DescribeTargetHealth", 60, True),
    ("ssm", "UpdateInstanceInformation", 50, False),
    ("logs", "CreateLogStream", 45, False),
    ("s3", "PutObject", 40, False),
    ("monitoring", "GetMetricData", 30, True),
    ("lambda", "GetFunction20150331v2", 25, True),
    ("iam", "GetRole", 20, True),
    ("secretsmanager", "GetSecretValue", 15, True),
    ("ec2", "CreateTags", 6, False),
    ("ecs", "UpdateService", 3, False),
    ("lambda", "UpdateFunctionCode20150331v2", 2, False),
    ("ec2", "TerminateInstances", 2, False),
    ("iam", "PutRolePolicy", 1, False),
)
ERRORS = (("AccessDenied", 6), ("ThrottlingException", 3), ("NoSuchEntityException", 2), ("ValidationException", 1))
AGENTS = ("aws-sdk-go-v2/1.24", "Boto3/1.34 Python/3.11", "aws-cli/2.15", "APN/1.0 HashiCorp/1.0 Terraform/1.7")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus lies and what is in it."""

    folder: Path
    files: tuple[Path, ...]
    events: int
    refused: int


def write_corpus(folder: Path, events: int = 100_000, per_file: int = 5_000, seed: int = 7) -> Corpus:
    """Write ``events`` records into delivered log files of ``per_file`` records each."""
    dice = random.Random(seed)
    files, refused = [], 0
    for start in range(0, events, per_file):
        records = [_record(dice, number) for number in range(start, min(start + per_file, events))]
        dice.shuffle(records)
        refused += sum(record.get("errorCode") == "AccessDenied" for record in records)
        files.append(_write(folder, start // per_file, start, records))
    return Corpus(folder, tuple(files), events, refused)


def write_lines(file: Path, events: int, seed: int = 7) -> None:
    """Write records as JSON lines, one event in each, for viewers of log files."""
    dice = random.Random(seed)
    with file.open("w") as stream:
        for number in range(events):
            stream.write(json.dumps(_record(dice, number), separators=(",", ":")) + "\n")


def _write(folder: Path, index: int, start: int, records: list[dict[str, Any]]) -> Path:
    delivered_at = _moment(start) + timedelta(minutes=5)
    place = folder / "AWSLogs" / ACCOUNT / "CloudTrail" / REGION / f"{delivered_at:%Y/%m/%d}"
    place.mkdir(parents=True, exist_ok=True)
    file = place / f"{ACCOUNT}_CloudTrail_{REGION}_{delivered_at:%Y%m%dT%H%MZ}_{index:016d}.json.gz"
    content = json.dumps({"Records": records}, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(content, 6, mtime=0))
    return file


def _moment(number: int) -> datetime:
    return STARTED_AT + timedelta(milliseconds=860 * number)


def _record(dice: random.Random, number: int) -> dict[str, Any]:
    service, call, _, is_read = dice.choices(CALLS, [weight for _, _, weight, _ in CALLS])[0]
    at = f"{_moment(number):%Y-%m-%dT%H:%M:%SZ}"
    record: dict[str, Any] = {
        "eventVersion": "1.09",
        "userIdentity": _identity(dice, at),
        "eventTime": at,
        "eventSource": f"{service}.amazonaws.com",
        "eventName": call,
        "awsRegion": REGION,
        "sourceIPAddress": f"10.{dice.randrange(20)}.{dice.randrange(256)}.{dice.randrange(256)}",
        "userAgent": dice.choice(AGENTS),
        "requestParameters": _request(dice, service),
        "responseElements": None,
        "requestID": _uuid(dice),
        "eventID": _uuid(dice),
        "readOnly": is_read,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Management",
        "tlsDetails": {"tlsVersion": "TLSv1.3", "cipherSuite": "TLS_AES_128_GCM_SHA256"},
    }
    if dice.random() < 0.07:
        code = dice.choices([name for name, _ in ERRORS], [weight for _, weight in ERRORS])[0]
        record |= {"errorCode": code, "errorMessage": f"the call {call} failed on purpose"}
    return record


def _identity(dice: random.Random, at: str) -> dict[str, Any]:
    number = int(120 * dice.random() ** 3)
    if dice.random() < 0.02:
        person = f"person-{number}"
        arn = f"arn:aws:iam::{ACCOUNT}:user/{person}"
        return {"type": "IAMUser", "principalId": f"AIDA{number:017d}", "arn": arn, "accountId": ACCOUNT, "userName": person}
    role, session = f"service-{number}", f"i-0{dice.getrandbits(64):016x}"
    issuer = {"type": "Role", "principalId": f"AROA{number:017d}", "arn": f"arn:aws:iam::{ACCOUNT}:role/{role}"}
    return {
        "type": "AssumedRole",
        "principalId": f"AROA{number:017d}:{session}",
        "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/{session}",
        "accountId": ACCOUNT,
        "accessKeyId": f"ASIA{dice.getrandbits(64):016X}",
        "sessionContext": {
            "sessionIssuer": {**issuer, "accountId": ACCOUNT, "userName": role},
            "attributes": {"creationDate": at, "mfaAuthenticated": "false"},
        },
    }


def _request(dice: random.Random, service: str) -> dict[str, Any]:
    if service == "s3":
        return {"bucketName": f"data-{dice.randrange(12)}", "key": f"year=2026/part-{dice.getrandbits(64):016x}.parquet"}
    if service == "kms":
        return {
            "keyId": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{dice.randrange(40):012d}",
            "encryptionAlgorithm": "SYMMETRIC_DEFAULT",
        }
    names = [{"name": "tag:team", "valueSet": {"items": [{"value": f"team-{dice.randrange(20)}"}]}}]
    return {"maxResults": 1000, "filterSet": {"items": names}, "name": f"thing-{dice.randrange(400)}"}


def _uuid(dice: random.Random) -> str:
    text = f"{dice.getrandbits(128):032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
