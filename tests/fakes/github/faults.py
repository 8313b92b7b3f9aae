"""What can go wrong between a client and GitHub, chosen by a test."""

from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from typing import Any


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong.

    `on` is a pattern such as "POST */comments", or "write" for whatever changes something. The first
    `skip` matching requests pass, the next `times` fail. `written`: what was asked for happens all the
    same, only the answer is lost. `drop` cuts the connection; `dies` lets every later one fail too.
    """

    status: int = 0
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    reset_after: int | None = None
    drop: bool = False
    dies: bool = False
    written: bool = False
    on: str = "*"
    skip: int = 0
    times: int = 1

    def strikes(self, method: str, path: str) -> bool:
        """Say whether this request fails, and count it."""
        matches = method != "GET" if self.on == "write" else fnmatch(f"{method} {path}", self.on)
        if not matches or not self.times:
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


def answered(status: int, message: str, **headers: str) -> Fault:
    """Another answer than the one asked for."""
    body = {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}
    return Fault(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


def server_error(status: int = 502) -> Fault:
    """GitHub's own trouble, in HTML as its balancers send it."""
    return Fault(status, "<html><body><h1>Unicorn!</h1></body></html>")


def primary_limit(reset_after: int = 600) -> Fault:
    """The hour's requests are used up."""
    return replace(
        answered(403, "API rate limit exceeded for installation ID 1234. If you reach out to GitHub Support ..."),
        reset_after=reset_after,
    )


def secondary_limit(retry_after: int | None = 30, status: int = 403) -> Fault:
    """Too much at once; GitHub does not always say how long to wait."""
    message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
    return answered(status, message, **({} if retry_after is None else {"Retry_After": str(retry_after)}))


def dropped(written: bool = False, dies: bool = False) -> Fault:
    """The connection is cut before the answer, after the deed was done or before."""
    return Fault(drop=True, written=written, dies=dies)


def bad_credentials() -> Fault:
    """The token is wrong or has run out."""
    return answered(401, "Bad credentials")
