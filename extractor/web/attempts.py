"""Wrong login tokens: whoever brings several has to wait, and so has everybody where very many are brought."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock
from time import monotonic

WINDOW = 300.0
"""Seconds that a wrong token counts for."""
PER_ADDRESS = 5
IN_ALL = 60
"""So many wrong tokens in the window are looked at: of one address, and of all together."""


@dataclass(slots=True)
class Attempts:
    """The attempts of late to log in, whose addresses are kept until one of them succeeds. Safe between threads.

    Sessions are not asked: who has logged in stays so, however many others try.
    """

    clock: Callable[[], float] = monotonic
    _made: deque[tuple[float, str]] = field(default_factory=deque)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, address: str) -> int:
        """Seconds to wait before an attempt from this address; 0: none, and the attempt counts as a wrong one."""
        now = self.clock()
        with self._lock:
            while self._made and self._made[0][0] <= now - WINDOW:
                self._made.popleft()
            every = [moment for moment, _ in self._made]
            own = [moment for moment, other in self._made if other == address]
            full = [made[-most] for made, most in ((own, PER_ADDRESS), (every, IN_ALL)) if len(made) >= most]
            if full:
                return ceil(max(full) + WINDOW - now)
            self._made.append((now, address))
            return 0

    def succeeded(self, address: str) -> None:
        """Forget the attempts from this address."""
        with self._lock:
            self._made = deque(one for one in self._made if one[1] != address)
