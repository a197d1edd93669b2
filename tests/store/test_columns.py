"""All rows as columns."""

from __future__ import annotations

import numpy as np
from tests.store.worlds import T0, a_row

from trailhound.cloudtrail.row import Row
from trailhound.model.identity import ActorClass
from trailhound.model.observation import Origin
from trailhound.store.columns import TEXTS, Columns, moment


def test_every_text_of_a_row_has_a_column() -> None:
    hints = Row.__annotations__

    assert set(TEXTS) == {name for name in Row.__struct_fields__ if hints[name] == "str"}


def test_a_replaced_row_shows_nothing_of_the_old_one() -> None:
    columns = Columns()
    columns.extend([a_row("e-1"), a_row("e-2")], "a", np.array([1, 2]))
    other = a_row("e-1", kind=2, actor=4, who="x", error="Denied", arn="arn:aws:iam::1:user/x", is_understood=False)

    columns.replace(0, other, Origin("b", 7))

    fresh = Columns()
    fresh.extend([other], "b", np.array([7]))
    assert columns.event(0, T0, T0, 1, True) == fresh.event(0, T0, T0, 1, True)
    assert columns.origin(0) == Origin("b", 7)
    assert columns.habits.codes[0] == columns.habit("x", "PutObject")


def test_only_a_role_session_has_a_session_name() -> None:
    columns = Columns()
    columns.extend([a_row(), a_row(arn="arn:aws:iam::1:user/x", actor=3)], "a", np.array([1, 1]))

    assert columns.event(0, T0, T0, 1, True).identity.session_name == "m.rivera"
    assert columns.event(1, T0, T0, 1, True).identity.session_name == ""
    assert columns.event(1, T0, T0, 1, True).identity.actor is ActorClass.EXTERNAL


def test_two_habits_never_share_a_code() -> None:
    columns = Columns()
    people_and_names = [("m", "Get"), ("mG", "et"), ("m", "Put"), ("x", "Get"), ("m", "Get")]

    columns.extend([a_row(who=who, name=name) for who, name in people_and_names], "a", np.zeros(5, np.int64))

    assert columns.habits.codes.tolist() == [0, 1, 2, 3, 0]
    assert columns.habit("x", "Put") is None
    assert columns.habit("nobody", "Get") is None


def test_no_rows_add_nothing() -> None:
    columns = Columns()

    columns.extend([], "a", np.zeros(0, np.int64))

    assert len(columns) == 0


def test_a_moment_is_exact_to_the_microsecond() -> None:
    assert moment(T0 + 1).isoformat() == "2023-11-14T22:13:20.000001+00:00"
    assert moment(-1).isoformat() == "1969-12-31T23:59:59.999999+00:00"
