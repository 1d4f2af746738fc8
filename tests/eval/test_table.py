"""Figures are printed the Swedish way."""

import pytest

from eval.statistics import Interval
from eval.table import decimal, interval_text, p_text


@pytest.mark.parametrize(
    ("value", "sign", "text"), [(0.8314, "-", "0,831"), (-0.005, "+", "−0,005"), (0.02, "+", "+0,020")]
)
def test_figures_have_a_decimal_comma_and_a_true_minus(value, sign, text):
    assert decimal(value, sign=sign) == text


def test_an_interval_and_a_small_p_value_are_printed_as_such():
    assert interval_text(Interval(0.5, 0.4, 0.6)) == "0,500 [0,400; 0,600]"
    assert interval_text(Interval(0.5, 0.4, 0.6), digits=1, sign="+") == "+0,5 [+0,4; +0,6]"
    assert (p_text(0.0001), p_text(0.0123)) == ("< 0,001", "0,012")
