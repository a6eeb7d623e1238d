"""Filter lines: of real keys with odd values, and of anything."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from db.query.line import FILTER_KEYS

_VALUES: Final = st.sampled_from(
    (
        *("gabuev", '"', '""', "*", "%", "_", "'", "\\", "-", "0", "-1", "1e999", "nan", "9" * 30),
        *(
            "2023",
            "2023-13",
            "0000",
            "9999-12-31",
            "-2023",
            "today",
            "7d",
            "..",
            "a*",
            "(",
            "NEAR(",
        ),
        *(
            "direct",
            "accepted",
            "negated",
            "rejected",
            "same",
            "published",
            "-speaker",
            "𝟚",
            "\x00",
        ),
    )
)
_TERMS: Final = st.one_of(
    st.builds("{}:{}".format, st.sampled_from(FILTER_KEYS), _VALUES),
    st.builds('{}:"{}"'.format, st.sampled_from(FILTER_KEYS), _VALUES | st.text(max_size=8)),
    _VALUES,
    st.sampled_from(("and", "or", "OR", "NOT", "not", "near/3", "NEAR/2", "(", ")", '"', "-")),
    st.text(max_size=10),
)
LINES: Final = st.lists(_TERMS, max_size=6).map(" ".join)
