"""Leave of a comment only what its author wrote now: no quotes, code, struck-out words, signature or earlier mails."""

import re

from generator.requests.understanding.mail import without_mail

MOST_READ = 2500
"""So many letters of a comment are read; a decision comes early, and a flood must not cost time."""
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"^ {0,3}>|^ {4,}>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE_SPAN = re.compile(r"(`+)[^`]{1,500}\1")
_STRUCK = re.compile(
    r"~~[^~]{1,500}~~|<(del|s|strike|details|blockquote|pre|code)\b[^>]{0,100}>.{0,1000}?</\1>",
    re.DOTALL | re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,500}\)")
_LINK = re.compile(r"\[([^\]\[]{0,200})\]\([^)]{0,500}\)")
_ADDRESS = re.compile(r"<?https?://\S{1,500}|\bwww\.\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MARKS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^#{1,6} ", re.MULTILINE)


def visible_text(comment: str) -> str:
    """Return what its author says in a comment, without Markdown; nothing where all of it is quoted or code."""
    text = comment[: 4 * MOST_READ].replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub("\n", text)
    text = "\n".join(_without_blocks(text.split("\n")))
    text = without_mail(text)
    for pattern in (_CODE_SPAN, _STRUCK, _IMAGE):
        text = pattern.sub(" ", text)
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(" ", text)
    text = _TAG.sub(" ", text)
    return _MARKS.sub("", text).strip()[:MOST_READ]


def _without_blocks(lines: list[str]) -> list[str]:
    """Leave out quoted lines, and fenced and indented code."""
    kept: list[str] = []
    fence = ""
    after_blank = True
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            continue
        if mark:
            fence = mark[1][:3]
            continue
        indented = after_blank and line.startswith(("    ", "\t"))
        after_blank = not line.strip() or (indented and after_blank)
        if not _QUOTE.match(line) and not indented:
            kept.append(line)
    return kept
