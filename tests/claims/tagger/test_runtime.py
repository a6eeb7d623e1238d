"""The inference runtime is loaded with its telemetry off."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import os
from claims.tagger.runtime import onnxruntime
found = onnxruntime.get_available_providers()
print(os.environ["ORT_DISABLE_TELEMETRY"], "CPUExecutionProvider" in found)
"""


def test_the_environment_says_so_before_it_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "True"]
