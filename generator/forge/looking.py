"""Look at how a repository is set up on GitHub, with the standard library alone: reads, and changes nothing."""

import json
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from generator.forge.port import ForgeError
from generator.text.catalogue import _

Look = Callable[[str], tuple[int, Any]]
"""Asks for a path of GitHub's API, and returns the status and the answer."""
_PATIENCE = 20


def look_with(token: str, api: str = "https://api.github.com") -> Look:
    """Return what asks GitHub with a token. It raises ForgeError where GitHub can't be reached."""
    headers = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}

    def look(path: str) -> tuple[int, Any]:
        request = Request(f"{api}{path}", headers=headers)  # noqa: S310  the address is GitHub's, or the environment's
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
                text = answer.read()
                return int(answer.status), json.loads(text) if text else None
        except HTTPError as refused:
            return refused.code, None
        except (OSError, HTTPException, ValueError) as lost:
            raise ForgeError(_("GitHub can't be reached ({reason}).", reason=type(lost).__name__)) from None

    return look
