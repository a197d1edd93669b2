"""A thing in an account that calls change and metrics measure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Resource:
    """A resource as a record names it.

    ``name`` is the shortest form that people use (instance id, bucket name, function name). ``type`` is a
    CloudFormation type such as ``AWS::EC2::Instance``, or "" if the record does not say. ``arn`` may be "".
    """

    name: str
    type: str = ""
    arn: str = ""
