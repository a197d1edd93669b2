"""Reading the columns of a record."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.cloudtrail.envelope import open_record
from trailhound.cloudtrail.identity import ACTORS, read_identity
from trailhound.cloudtrail.odd import TOP_LEVEL
from trailhound.cloudtrail.reader import read_opened, read_row
from trailhound.cloudtrail.row import AWS, DESTRUCTIVE, PERSON, READ, UNKNOWN, WRITE

Make = Callable[..., dict[str, Any]]
Write = Callable[[Any], bytes]
SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[3] / "shared"))


def test_an_ordinary_record_fills_every_column(make_record: Make, as_bytes: Write) -> None:
    row = read_row(as_bytes(make_record(errorCode="AccessDenied")))

    assert row.is_understood
    assert (row.event_id, row.name, row.source) == ("e-1", "ModifyDBParameterGroup", "rds.amazonaws.com")
    assert row.occurred_us == 1783260112000000
    assert (row.kind, row.actor, row.who, row.via) == (WRITE, PERSON, "m.rivera", "cli")
    assert (row.target, row.targets) == ("orders-pg15", "orders-pg15")
    assert (row.session, row.access_key) == ("AKIAEXAMPLE", "AKIAEXAMPLE")
    assert (row.error, row.account, row.region, row.address) == ("AccessDenied", "111122223333", "eu-west-1", "203.0.113.24")
    assert (row.event_type, row.category, row.identity_type) == ("AwsApiCall", "Management", "IAMUser")


def test_a_record_in_an_envelope_reads_like_the_record(make_record: Make, as_bytes: Write) -> None:
    record = make_record()
    item = {"EventId": "e-1", "EventTime": "2022-02-08 09:23:37+11:00", "CloudTrailEvent": json.dumps(record)}
    bus = {"version": "0", "detail-type": "AWS API Call via CloudTrail", "source": "aws.rds", "detail": record}

    rows = [read_row(as_bytes(document)) for document in (record, item, bus)]

    assert rows[0] == rows[1] == rows[2]


def test_keys_in_odd_case_and_misspelt_keys_are_found(make_record: Make, as_bytes: Write) -> None:
    record = make_record()
    identity = record["userIdentity"]
    identity["accesKeyId"] = identity.pop("accessKeyId")
    identity["principalid"] = identity.pop("principalId")
    odd = {key.lower() if key != "userIdentity" else "UserIdentity": value for key, value in record.items()}

    row = read_row(as_bytes(odd))

    assert row == read_row(as_bytes(make_record()))


@pytest.mark.parametrize("missing", ["eventTime", "eventID", "userIdentity", "sourceIPAddress", "eventVersion", "awsRegion"])
def test_a_record_without_one_of_its_members_is_still_understood(make_record: Make, as_bytes: Write, missing: str) -> None:
    row = read_row(as_bytes(make_record(**{missing: ...})))

    assert row.is_understood
    assert row.name == "ModifyDBParameterGroup"
    assert (row.occurred_us is None) == (missing == "eventTime")
    assert (row.who == "") == (missing == "userIdentity")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2025-01-21 17:49:47.000000000", 1737481787),
        ("2022-02-08 09:23:37+11:00", 1644272617),
        ("2026-07-05T14:01:52Z", 1783260112),
        ("<redacted>", None),
        ("...", None),
    ],
)
def test_times_in_odd_forms_are_read_or_left_open(make_record: Make, as_bytes: Write, text: str, seconds: int | None) -> None:
    row = read_row(as_bytes(make_record(eventTime=text)))

    assert row.occurred_us == (None if seconds is None else seconds * 1_000_000)
    assert row.is_understood


def test_values_of_another_type_do_not_lose_the_rest(make_record: Make, as_bytes: Write) -> None:
    record = make_record(
        sourceIPAddress=["203.0.113.24"],
        readOnly="true",
        requestParameters="HIDDEN_DUE_TO_SECURITY_REASONS",
        responseElements={"omitted": True, "originalSize": 200000, "reason": "too large"},
        recipientAccountId=111122223333,
    )

    row = read_row(as_bytes(record))

    assert (row.kind, row.account, row.who) == (READ, "111122223333", "m.rivera")
    assert row.is_understood


def test_an_insights_record_names_the_call_it_is_about(as_bytes: Write) -> None:
    record = {
        "eventVersion": "1.08",
        "eventTime": "2026-07-05T14:00:00Z",
        "awsRegion": "us-east-1",
        "eventID": "i-1",
        "eventType": "AwsCloudTrailInsight",
        "recipientAccountId": "111122223333",
        "sharedEventID": "s-1",
        "insightDetails": {"state": "Start", "eventSource": "ec2.amazonaws.com", "eventName": "RunInstances"},
        "eventCategory": "Insight",
    }

    row = read_row(as_bytes(record))

    assert (row.name, row.source, row.kind) == ("RunInstances", "ec2.amazonaws.com", READ)
    assert (row.actor, row.who, row.is_understood) == (AWS, "cloudtrail", True)


def test_an_aggregated_record_stands_at_the_start_of_its_window(as_bytes: Write) -> None:
    record = {
        "eventVersion": "1.0",
        "accountId": "111122223333",
        "eventId": "a-1",
        "eventCategory": "Aggregated",
        "eventType": "AwsAggregatedEvent",
        "awsRegion": "us-east-1",
        "eventSource": "s3.amazonaws.com",
        "timeWindow": {"windowStart": "2026-07-05T14:00:00Z", "windowEnd": "2026-07-05T14:05:00Z", "windowSize": "PT5M"},
        "summary": {"primaryDimension": "API_ACTIVITY", "details": {}},
    }

    row = read_row(as_bytes(record))

    assert (row.event_id, row.occurred_us, row.account) == ("a-1", 1783260000000000, "111122223333")
    assert (row.kind, row.is_understood) == (READ, True)


@pytest.mark.parametrize(
    "record", [b"", b"{", b"null", b"[1]", b'"text"', b"\xff\xfe", b'{"a":1}', b'{"eventName":{}}', b"[" * 100_000]
)
def test_bytes_that_are_no_record_give_a_row_that_says_so(record: bytes) -> None:
    row = read_row(record)

    assert not row.is_understood
    assert (row.occurred_us, row.actor) == (None, UNKNOWN)


def test_a_destructive_call_and_a_call_without_target_are_told(make_record: Make, as_bytes: Write) -> None:
    deleted = read_row(
        as_bytes(make_record(eventName="DeleteDBInstance", requestParameters={"dBInstanceIdentifier": "orders-db-1"}))
    )
    listed = read_row(
        as_bytes(make_record(eventName="DescribeDBInstances", readOnly=True, requestParameters=None, responseElements=None))
    )

    assert (deleted.kind, deleted.target) == (DESTRUCTIVE, "orders-db-1")
    assert (listed.kind, listed.target) == (READ, "*")


words = st.sampled_from(["m.rivera", "svc-deploy", "i-0123456789abcdef0", "orders", "repo:acme/x", "arn:aws:s3:::logs/x", ""])
sessions = st.fixed_dictionaries(
    {},
    optional={
        "sessionIssuer": st.fixed_dictionaries({}, optional={"userName": words, "arn": words}),
        "attributes": st.fixed_dictionaries({}, optional={"mfaAuthenticated": st.sampled_from(["true", "false", "True", True])}),
        "sourceIdentity": words,
        "webIdFederationData": st.fixed_dictionaries({}, optional={"federatedProvider": words}),
    },
)
identities = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["AssumedRole", "Role", "IAMUser", "Root", "WebIdentityUser", "AWSService", "AWSAccount", "X"]),
        "principalId": words.map("AROA:{}".format),
        "accessKeyId": st.just("ASIA1"),
    },
    optional={
        "arn": st.builds("arn:aws:sts::111122223333:assumed-role/{}/{}".format, words, words) | words,
        "accountId": st.sampled_from(["111122223333", "999988887777"]),
        "userName": words,
        "invokedBy": st.just("autoscaling.amazonaws.com"),
        "inScopeOf": st.just({"issuerType": "AWS::Lambda::Function"}),
        "sessionContext": sessions,
    },
)
members = st.sampled_from(["bucketName", "key", "roleArn", "instancesSet", "items", "instanceId", "name", "x"])
requests = st.none() | st.recursive(
    st.dictionaries(members, words | st.integers(0, 9), max_size=3),
    lambda inner: st.dictionaries(members, inner | words | st.lists(inner | words, max_size=3), max_size=3),
    max_leaves=6,
)
listed = st.lists(st.fixed_dictionaries({}, optional={"ARN": words, "type": st.just("AWS::S3::Bucket")}), max_size=2)
ordinary = st.fixed_dictionaries(
    {
        "userIdentity": identities,
        "eventName": st.sampled_from(["GetObject", "RunInstances", "CreateBucket", "DeleteRole", "ConsoleLogin"]),
        "eventSource": st.sampled_from(["s3.amazonaws.com", "ec2.amazonaws.com", "iam.amazonaws.com"]),
        "eventTime": st.sampled_from(["2026-07-05T14:01:52Z", "2026-07-05T14:01:60Z", "2026-07-05T14:01:52.5Z", "2026-07-05"]),
        "userAgent": st.sampled_from(["aws-cli/2", "Terraform/1.8", "console.amazonaws.com", "datadog-agent/7", None]),
        "eventType": st.sampled_from(["AwsApiCall", "AwsServiceEvent", "AwsCloudTrailInsight", "AwsConsoleSignIn"]),
        "readOnly": st.none() | st.booleans(),
        "requestParameters": requests,
        "responseElements": requests,
        "resources": st.none() | listed,
        "sessionCredentialFromConsole": st.sampled_from([None, "true", True]),
    }
)


@settings(max_examples=60, deadline=None)
@given(ordinary)
def test_the_short_way_and_the_general_way_give_the_same_row(changes: dict[str, Any]) -> None:
    record = json.dumps({"eventID": "e-1", "recipientAccountId": "111122223333", "awsRegion": "eu-west-1", **changes}).encode()

    assert read_row(record) == read_opened(record)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(sorted({*TOP_LEVEL.split(), "CloudTrailEvent", "detail", "type", "arn", "sessionContext"}))


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200)
    | st.dictionaries(KEYS, json_values | st.dictionaries(KEYS, json_values), max_size=9).map(lambda d: json.dumps(d).encode())
)
def test_any_bytes_give_a_row(record: bytes) -> None:
    row = read_row(record)

    assert row.kind in {READ, WRITE, DESTRUCTIVE}
    row.who.encode()
    row.targets.encode()


def test_fast_reading_agrees_with_reading_the_whole_document_on_recorded_data() -> None:
    files = sorted((SHARED / "data").glob("*/*.json")) if SHARED.is_dir() else []
    if not files:
        pytest.skip("TRAILHOUND_SHARED holds no data")
    compared = 0
    for file in files:
        document = json.loads(file.read_bytes())
        records = document.get("Records", []) if isinstance(document, dict) else []
        for record in records[:120]:
            raw = json.dumps(record).encode()
            row, identity = read_row(raw), read_identity(open_record(raw))
            assert (row.who, ACTORS[row.actor]) == (identity.name, identity.actor)
            assert (row.arn, row.role, row.access_key) == (identity.arn, identity.role, identity.access_key_id)
            assert row == read_opened(raw)
            compared += 1
    assert compared
