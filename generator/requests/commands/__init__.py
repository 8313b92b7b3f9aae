"""Every command people can write for the bot, in the order in which a request may need them."""

from generator.requests.commands.availability import CAPACITY, CONFIRM, PAUSE, RESUME
from generator.requests.commands.command import Command
from generator.requests.commands.coordinator import APPROVE, CLOSE, FOR, ON_BEHALF, REASSIGN, SPAM
from generator.requests.commands.deciding import ADMIT
from generator.requests.commands.either import (
    BREAK,
    COMPLETE,
    CONTINUE,
    END,
    HELP,
    REDIRECT,
    STARTED,
    THANKS,
    UNDO,
    UPDATE,
)
from generator.requests.commands.mentee import WITHDRAW
from generator.requests.commands.mentor import ACCEPT, ASK, DECLINE, INTERESTED, WAITLIST
from generator.requests.commands.mentorship import AGREE, DONE, DROP, GOAL, ROADMAP, TODO

COMMANDS: tuple[Command, ...] = (
    ACCEPT, DECLINE, ASK, WAITLIST, REDIRECT, INTERESTED, WITHDRAW, STARTED, CONTINUE, AGREE, ROADMAP, GOAL, DONE, TODO, DROP, UPDATE, BREAK, COMPLETE, END, THANKS, UNDO, HELP,
    ADMIT, APPROVE, REASSIGN, FOR, ON_BEHALF, CLOSE, SPAM, PAUSE, RESUME, CAPACITY, CONFIRM,
)  # fmt: skip

BY_NAME = {command.name: command for command in COMMANDS}
