"""What the bot says where a coordinator asks for someone without an account."""

from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _
from generator.text.markdown_escape import code, plain


def about_relay(request: RequestState) -> str:
    """Say to everyone who asks here, and how that person gets the answers; nothing in a request of one's own."""
    name = request.mentee.on_behalf
    if not name:
        return ""
    return _(
        "{name} has no GitHub account. {login}, a coordinator, asks for them and passes on your answers.",
        name=plain(name),
        login=code(request.mentee.login),
    )
