"""What someone who wants to leave reads, and what a coordinator does about it."""

from generator.requests.lifecycle.context import RequestContext
from generator.requests.replies.markdown_links import name_of, private_contact
from generator.text.catalogue import _
from generator.text.counting import listed

Answer = tuple[str, tuple[str, ...]]
"""A comment, and the handles it mentions."""


def thanks(handle: str, context: RequestContext, calls: bool) -> Answer:
    """Thank the owner of a profile, and say to a coordinator what to run."""
    whom, mentions = _coordinators(context, calls)
    parts = [
        _("Thank you for the time you gave, {mentor}.", mentor=name_of(handle, context)),
        _(
            "{whom}, this is the profile’s own account. Please run `lodestar remove {handle}` and push within seven days. I close this once the page is gone.",
            whom=whom,
            handle=handle,
        ),
        _(
            "Changed your mind? Close this issue, and nothing happens. For a break, write `/pause 30d` in a request of yours."
        ),
    ]
    return "\n\n".join(parts), mentions


def checks(handle: str, context: RequestContext, calls: bool) -> Answer:
    """Leave it to a coordinator whether someone else's account may ask for this."""
    whom, mentions = _coordinators(context, calls)
    parts = [
        _("I can’t tell that this is your own profile, so a coordinator looks at it first."),
        _(
            "{whom}, the account that asks isn’t the one of `{handle}`. Please make sure it is the same person before you run `lodestar remove {handle}`.",
            whom=whom,
            handle=handle,
        ),
        _("You can also [write to the coordinators in private]({contact}).", contact=private_contact(context)),
    ]
    return "\n\n".join(parts), mentions


def unknown(handle: str, context: RequestContext, calls: bool) -> Answer:
    """Say that nobody is listed under this name."""
    parts = [
        _("There is no profile with this name here."),
        _(
            "Please edit the text above: write the last part of your page’s address, like `ada-l`. Or [write to the coordinators in private]({contact}).",
            contact=private_contact(context),
        ),
    ]
    return "\n\n".join(parts), ()


def done(handle: str, context: RequestContext, calls: bool) -> Answer:
    """Say that the profile is gone, and what remains."""
    parts = [
        _("Your profile is taken out. The page is gone with the next build."),
        _(
            "Git keeps earlier versions, and others may have copies. If they must go too, [write to the coordinators]({contact}): the owner of the repository can erase them here. You’re welcome back at any time.",
            contact=private_contact(context),
        ),
    ]
    return "\n\n".join(parts), ()


def _coordinators(context: RequestContext, calls: bool) -> Answer:
    """Address the coordinators, by a mention the first time."""
    handles = [one for one in context.directory.settings.coordinators if one not in context.reassigned_logins]
    if not calls or not handles:
        return _("Coordinators"), ()
    return listed([f"@{one}" for one in handles]), tuple(handles)
