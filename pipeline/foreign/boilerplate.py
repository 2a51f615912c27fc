"""What boilerplate says: the words of lines and of headings that stand on a page beside its text, and what they are."""

from __future__ import annotations

import re

_LINES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(words, re.IGNORECASE))
    for reason, words in (
        (
            "share buttons",
            r"share (?:this|on|via|with|the)\b.*|share|tweet|(?:facebook|twitter|linkedin|whatsapp"
            r"|pinterest|reddit|telegram|email|copy link|print|instagram|youtube|x)",
        ),
        (
            "navigation",
            r"home|blog|menu|search|skip to .*|log ?in|sign (?:in|up)|register|back to (?:top|home|blog)"
            r"|next (?:post|article)?|previous(?: post| article)?|read more|see (?:all|more)|load more"
            r"|courses|about(?: us)?|contact(?: us)?|pricing|subscribe|get started|categories|tags?"
            r"|archives?|source link",
        ),
        (
            "comments",
            r"(?:top |\d+ |no |leave a )?(?:comments?|repl(?:y|ies)|responses?)(?: \(\d+\))?"
            r"|leave a (?:comment|reply).*|post a comment",
        ),
        (
            "byline",
            r"(?:by|written by|posted by|author:?)\s+[\w.’' -]{3,50}|(?:last )?(?:updated|published|posted"
            r"|reviewed)(?: on| at|:)?\b.{0,60}|\d+\s*min(?:ute)?s? read|.{0,60}·\s*\d+ min read"
            r"|posted on .*|(?:january|february|march|april|may|june|july|august|september|october"
            r"|november|december) \d{1,2},? \d{4}",
        ),
        (
            "footer",
            r"(?:©|\(c\)|copyright)\b.*|all rights reserved.*|(?:privacy policy|terms (?:of (?:use"
            r"|service)|and conditions)|cookie policy|powered by .*|sitemap)",
        ),
        ("cookie notice", r".*\bwe use cookies\b.*|accept (?:all|cookies)|cookie (?:settings|preferences)"),
        (
            "feedback widget",
            r"was this (?:helpful|article|page).*|rate this .*|like|dislike|\d+ (?:likes?|claps?|views?"
            r"|shares?|people found this .*)|helpful\?",
        ),
        (
            "widget label",
            r"expert (?:insight|tip|advice)s?|pro[- ]?tips?|question|note|tip|did you know\??|key insight"
            r"|advertisement|sponsored|tl;?dr|quick tip",
        ),
        (
            "contact details",
            r"(?:media |press )?contacts?(?: information| details)?:?|[\w.+-]+@[\w-]+\.[\w.]+|(?:e-?mail"
            r"|phone|tel|fax|website|web|address|city|country|state/province)\s*:.*|\+?[\d\s().-]{9,20}"
            r"|(?:https?://|www\.)\S+",
        ),
        (
            "press release frame",
            r"for immediate release|#+(?: #+)*|-?\s*(?:30|ends|end)\s*-?|\(?(?:globe ?newswire|prnewswire"
            r"|business wire)\)?",
        ),
        ("badges", r"(?:star|fork|watch)(?: history| this repo.*)?|build (?:passing|status).*"),
        (
            "chat",
            r"(?:sure|certainly|of course|absolutely|great question)[!,.].{0,200}|(?:want|would you like"
            r"|do you want|shall i|let me know|if you(?:'|’)?d? (?:want|like)).{0,160}[?!.]\W*|you said:?"
            r"|chatgpt said:?|copy code",
        ),
        ("subscription", r".*\b(?:subscribe|newsletter|follow (?:me|us|her|him|them))\b.{0,80}"),
    )
)
_SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(words, re.IGNORECASE))
    for reason, words in (
        (
            "teasers",
            r"(?:related|popular|recent|more|similar|recommended|trending|latest|other) (?:posts?"
            r"|articles?|stories|reading|guides?|from)\b.*|you (?:may|might) also (?:like|enjoy)|read next"
            r"|keep reading|more (?:from|like) .*|further articles",
        ),
        ("comments", r"(?:top |\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)|discussion|responses?"),
        (
            "about the publisher",
            r"about (?!.*\b(?:questions|role|position|interview|guide|process|job)\b)(?:the )?(?:author"
            r"|company|us|[A-Z][\w.&]+(?: [A-Z][\w.&]+){0,4})",
        ),
        ("contact details", r"(?:media |press )?contacts?(?: us| information| details)?"),
        ("share buttons", r"share (?:this|on|via).*|share"),
        ("subscription", r"(?:subscribe|newsletter|stay (?:updated|in the loop)|join (?:our|the) .*newsletter).*"),
        (
            "repository notes",
            r"contributing|licen[sc]e|star history|acknowledge?ments?|contributors|changelog"
            r"|code of conduct|support (?:this|the) project",
        ),
    )
)


def line_says(words: str) -> str | None:
    """What a short line is, if it says no more than such lines say."""
    return _first(_LINES, words)


def heading_says(words: str) -> str | None:
    """What stands below a heading, if that is nothing of the text."""
    return _first(_SECTIONS, words)


def _first(known: tuple[tuple[str, re.Pattern[str]], ...], words: str) -> str | None:
    return next((reason for reason, pattern in known if pattern.fullmatch(words)), None)
