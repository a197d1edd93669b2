"""The resources that a record or a dimension names, each in one form, so that two spellings of one thing meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

_MAX_LEAVES = 2000
_MAX_DEPTH = 12
_MAX_TEXT = 512

_ID = re.compile(r"(?:[a-z]{1,12}-){1,2}[0-9a-f]{8}(?:[0-9a-f]{9})?$")
_NAME_KEY = re.compile(
    r"(?:id|ids|arn|arns|name|names|identifier|identifiers|url|bucket|role|queue|topic|table|cluster|service|rule|target|resource|function|alias)$",
    re.IGNORECASE,
)
_FREE = frozenset({"value", "values", "description", "comment", "reason"})
_SPOKEN = frozenset({"description", "comment", "reason"})
_BALANCER_HOST = re.compile(
    r"(?:dualstack\.)?(?:internal-)?([\w-]+?)-\w{6,}\.(?:[\w-]+\.)?elb\.(?:[\w-]+\.)?amazonaws\.com$", re.IGNORECASE
)
_PLAIN_NAME = re.compile(r"[A-Za-z][\w.+=@/:-]{2,200}$")
_NOT_NAMES = frozenset(
    {
        "accesskeyid", "accountid", "adjustmenttype", "associationid", "assumedroleid", "attributename",
        "availabilityzone", "clientrequesttoken", "clienttoken", "commandid", "dbname", "deploymentid", "devicename",
        "documentname", "engine", "eventid", "eventname", "functionversion", "hostedzonename", "imageid",
        "ipprotocol", "keyname", "logstreamname", "metricname", "newassociationid", "ownerid", "parametername",
        "parametervalue", "policytype", "principalid", "queryexecutionid", "queryid", "regionname", "requestid",
        "resourcetype", "rolesessionname", "s3bucket", "s3key", "s3objectversion", "sessionid", "stagename",
        "templateurl", "username", "versionid", "vpcid",
    }
)  # fmt: skip
"""Members whose value looks like a name but is none, or one that everything shares."""

_EVERYWHERE = frozenset(
    {"live", "prod", "production", "staging", "stage", "test", "dev", "main", "default", "primary", "latest", "current", "all",
     "running", "stopped", "stopping", "pending", "terminated", "shutting-down", "available", "creating", "updating", "active",
     "inservice", "enabled", "disabled"}
)  # fmt: skip
"""Names that so many things bear (aliases, stages, states) that bearing one ties nothing to anything."""


def reduce(text: str) -> str:
    """Give the shortest form of a name that still tells resources apart.

    ARNs and URLs lose what is before the name; what is behind it goes too (a Lambda qualifier, a listener of a load
    balancer, an object of a bucket). Load balancers and target groups keep their kind and hash, as dimensions have them.
    """
    if text.startswith("arn:"):
        return _from_arn(text)
    if text.startswith("https://"):
        return urlsplit(text).path.rsplit("/", 1)[-1]
    return text


def spellings(text: str) -> tuple[str, ...]:
    """Give every form under which a resource is known: a load balancer and its DNS name also by its bare name."""
    short = reduce(text)
    kind, _, rest = short.partition("/")
    if kind in ("app", "net", "gwy", "targetgroup") and rest:
        return short, rest.split("/")[0]
    found = _BALANCER_HOST.match(short.rstrip("."))
    return (short, found[1]) if found else (short,)


def leaves(value: Any, key: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any JSON
    """Walk all texts of a JSON value as (name of the member that holds it, text); lists of texts in one text are split."""
    if isinstance(value, str):
        if 0 < len(value) <= _MAX_TEXT:
            parts = value.split(",") if "," in value and " " not in value else (value,)
            yield from ((key, part) for part in parts if part)
    elif depth < _MAX_DEPTH and isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, key if name in ("content", "items") else str(name), depth + 1)
    elif depth < _MAX_DEPTH and isinstance(value, list):
        for inner in value[:_MAX_LEAVES]:
            yield from leaves(inner, key, depth + 1)


def resource_names(document: Mapping[str, Any]) -> frozenset[str]:
    """Give the names of all resources that a record's request, response and resource list mention, reduced."""
    return frozenset(name for key, text in _named(document) if _is_resource(key, text) for name in spellings(text))


def names_and_words(document: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the resources a record names, and every short text of it, reduced: what a dimension may be compared with."""
    found = list(_named(document))
    names = frozenset(name for key, text in found if _is_resource(key, text) for name in spellings(text))
    return names, frozenset(reduce(text) for _, text in found)


def _named(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part in ("requestParameters", "responseElements", "resources"):
        for key, text in leaves(document.get(part), part):
            yield key, text
            if " " in text and key.lower() in _SPOKEN:
                yield from ((key, word.strip(".,;:'\"()")) for word in text.split() if "-" in word)


def _is_resource(key: str, text: str) -> bool:
    if text.startswith("arn:"):
        return ":policy/service-role/" not in text and not text.startswith("arn:aws:iam::aws:")
    if _ID.match(text):
        return not text.startswith(("vpc-", "ami-", "aclassoc-", "rtbassoc-"))
    if key.lower() in _NOT_NAMES or text.lower() in _EVERYWHERE or text.startswith("aws:") or not _PLAIN_NAME.match(text):
        return False
    return bool(_NAME_KEY.search(key)) or (key.lower() in _FREE and "-" in text)


def _from_arn(arn: str) -> str:
    parts = arn.split(":", 5)
    if len(parts) < 6:
        return arn
    service, rest = parts[2], parts[5]
    reducer = _BY_SERVICE.get(service)
    return (reducer(rest) if reducer else re.split(r"[/:]", rest)[-1]) or rest


def _balancer(rest: str) -> str:
    kind, _, tail = rest.partition("/")
    if kind == "targetgroup":
        return rest
    return "/".join(tail.split("/")[:3]) if kind in ("loadbalancer", "listener", "listener-rule") else rest


def _after_kind(rest: str) -> str:
    return rest.split("/")[1] if "/" in rest else rest.split(":")[-1]


def _function(rest: str) -> str:
    parts = rest.split(":")
    return parts[1] if len(parts) > 1 else rest


def _secret(rest: str) -> str:
    return re.sub(r"-\w{6}$", "", rest.removeprefix("secret:"))


_BY_SERVICE: dict[str, Callable[[str], str]] = {
    "elasticloadbalancing": _balancer,
    "dynamodb": _after_kind,
    "kinesis": _after_kind,
    "lambda": _function,
    "secretsmanager": _secret,
    "s3": lambda rest: rest.split("/")[0],
    "apigateway": lambda rest: [*rest.split("/"), "", "", ""][2],
    "logs": lambda rest: rest.removeprefix("log-group:").split(":")[0],
    "states": lambda rest: rest.split(":")[1] if ":" in rest else rest,
}
