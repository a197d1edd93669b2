"""The table of members that name resources."""

from __future__ import annotations

from trailhound.cloudtrail.resource_keys import ANYWHERE, BY_SERVICE


def test_each_member_is_known_in_both_spellings_of_its_first_letter() -> None:
    assert ANYWHERE["dBInstanceIdentifier"] == ANYWHERE["DBInstanceIdentifier"]
    assert all(name[0].swapcase() + name[1:] in ANYWHERE for name in ANYWHERE)


def test_a_service_knows_its_own_words_and_the_common_ones() -> None:
    table = BY_SERVICE["ecs.amazonaws.com"]

    assert table["service"].type == "AWS::ECS::Service"
    assert table["roleArn"] == ANYWHERE["roleArn"]
    assert "service" not in ANYWHERE


def test_types_are_cloudformation_types() -> None:
    for table in (ANYWHERE, *BY_SERVICE.values()):
        assert all(key.type == "" or (key.type.startswith("AWS::") and key.type.count("::") == 2) for key in table.values())
        assert all(1 <= key.rank < 10 for key in table.values())
