"""Successors against vietnamadminunits, where that package is installed."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "check_conversion.py"


@pytest.mark.skipif(
    importlib.util.find_spec("vietnamadminunits") is None, reason="vietnamadminunits is not installed"
)
def test_every_disagreement_has_a_reason() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
