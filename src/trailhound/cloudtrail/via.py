"""How a call was made: by console, command line, SDK, deployment tool or another service."""

from __future__ import annotations

from functools import lru_cache

CONSOLE_AGENTS = (
    "console.amazonaws.com",
    "s3console",
    "aws console",
    "rds console",
    "ec2consolefrontend",
    "consolefrontend",
    "aws-console",
    "cloudwatchconsole",
    "awsconsole",
    "lambda console",
    "console/",
)
TOOL_AGENTS = (
    ("terraform", "terraform"),
    ("opentofu", "terraform"),
    ("pulumi", "pulumi"),
    ("cloudformation", "cloudformation"),
    ("aws-cdk", "cdk"),
    ("ansible", "ansible"),
    ("aws-cli", "cli"),
    ("awscli", "cli"),
    ("powershell", "cli"),
    ("cloudshell", "cli"),
    ("boto", "sdk"),
    ("aws-sdk", "sdk"),
    ("aws-internal", "sdk"),
    ("botocore", "sdk"),
    ("aws-go", "sdk"),
    ("amazon-ssm-agent", "agent"),
    ("mozilla", "browser"),
)
"""Marks in a user agent, in the order in which they decide: the tool names itself beside the SDK it uses."""
_SERVICE_TAILS = (".amazonaws.com", ".amazonaws.com.cn", "AWS Internal")


def via_of(
    agent: str,
    address: str = "",
    invoked_by: str = "",
    event_type: str = "",
    is_console_session: bool = False,
    is_web_identity: bool = False,
) -> str:
    """Say in one short word how a call was made, "" if the record has no trace of it.

    The words are console, browser, cli, sdk, terraform, pulumi, cdk, ansible, cloudformation, service, oidc, agent and
    other. ``console`` is a click in the web console, ``browser`` signing in to it.
    """
    # Only a service's name matters as an address; thousands of others would wash out the cache.
    caller = address if address.endswith(_SERVICE_TAILS) else ""
    return _via(agent, caller, invoked_by, event_type, is_console_session, is_web_identity)


@lru_cache(maxsize=8192)
def _via(agent: str, address: str, invoked_by: str, event_type: str, is_console_session: bool, is_web_identity: bool) -> str:
    if event_type == "AwsConsoleSignIn":
        return "browser"
    if is_console_session or event_type == "AwsConsoleAction":
        return "console"
    if "cloudformation.amazonaws.com" in (invoked_by, agent, address):
        return "cloudformation"
    if invoked_by or _is_service(agent) or _is_service(address):
        return "console" if _is_console(agent.lower()) else "service"
    lowered = agent.lower()
    if _is_console(lowered):
        return "console"
    tool = next((word for mark, word in TOOL_AGENTS if mark in lowered), "")
    if is_web_identity and tool in {"", "sdk", "cli"}:
        return "oidc"
    return tool or ("other" if agent else "")


def _is_service(text: str) -> bool:
    return text.endswith(_SERVICE_TAILS)


def _is_console(lowered: str) -> bool:
    if lowered.startswith(("console.", "signin.")) and lowered.endswith(".amazonaws.com"):
        return True
    return any(mark in lowered for mark in CONSOLE_AGENTS)
