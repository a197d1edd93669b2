"""How a call was made."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.via import via_of


@pytest.mark.parametrize(
    ("agent", "word"),
    [
        ("aws-cli/2.17.9 md/awscrt#0.20", "cli"),
        ("Boto3/1.34 md/Botocore#1.34", "sdk"),
        ("APN/1.0 HashiCorp/1.0 Terraform/1.8.5 aws-sdk-go-v2/1.30", "terraform"),
        ("[S3Console/0.4, aws-internal/3]", "console"),
        ("console.ec2.amazonaws.com", "console"),
        ("lambda.amazonaws.com", "service"),
        ("AWS Internal", "service"),
        ("cloudformation.amazonaws.com", "cloudformation"),
        ("Mozilla/5.0 (X11)", "browser"),
        ("stratus-red-team_1", "other"),
        ("", ""),
    ],
)
def test_the_user_agent_tells_the_way(agent: str, word: str) -> None:
    assert via_of(agent) == word


def test_the_session_tells_more_than_the_agent() -> None:
    assert via_of("Mozilla/5.0", "203.0.113.9", is_console_session=True) == "console"
    assert via_of("Mozilla/5.0", event_type="AwsConsoleSignIn") == "browser"
    assert via_of("aws-sdk-js/3", is_web_identity=True) == "oidc"
    assert via_of("Terraform/1.8", is_web_identity=True) == "terraform"
    assert via_of("aws-cli/2", invoked_by="cloudformation.amazonaws.com") == "cloudformation"
    assert via_of("x", "autoscaling.amazonaws.com") == "service"
