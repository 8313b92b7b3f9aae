"""What a page may load and run, as its own head says it: a Content-Security-Policy and a referrer policy.

The host sends no headers of ours, so both are `<meta>` elements. People's pages load scripts, styles, pictures and
data from their own site and nothing else, and run nothing that is written in the page. Guides are rendered by a
documentation theme with a few inline scripts: those are known by their hashes, and its style attributes are allowed.
"""

import re
from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

_STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self' https://github.com",
    "base-uri": "'none'",
    "object-src": "'none'",
}
_REFERRER = '<meta name="referrer" content="same-origin">'
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_THEMES_OWN = ("__md_scope=new URL(", "var target=document.getElementById(location.hash", "var palette=__md_get(")
"""How the inline scripts of Material for MkDocs 9 begin."""
_CHARSET = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)


def strict_policy(live_reload: bool = False) -> Markup:
    """Return the policy of our own pages; a served preview also runs the inline script that reloads it."""
    return _written(_STRICT | ({"script-src": "'self' 'unsafe-inline'"} if live_reload else {}))


def guide_with_policy(html: str, live_reload: bool = False) -> str:
    """Put the policy of a guide into its head, before anything that it is about."""
    scripts = sorted({script for script in _SCRIPT.findall(html) if script.startswith(_THEMES_OWN)})
    allowed = "'unsafe-inline'" if live_reload else " ".join(map(_hash, scripts))
    policy = _STRICT | {"script-src": f"'self' {allowed}".rstrip(), "style-src": "'self' 'unsafe-inline'"}
    return _CHARSET.sub(lambda found: f"{found[0]}\n{_written(policy)}", html, count=1)


def _written(policy: dict[str, str]) -> Markup:
    told = "; ".join(f"{name} {sources}" for name, sources in policy.items())
    return Markup(f'<meta http-equiv="Content-Security-Policy" content="{told}">\n{_REFERRER}')  # noqa: S704  ours


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
