"""Start one command from a small process and write down its use: `launch.py ANSWER COMMAND...`, standard library only.

A process begins with the memory peak of the one that started it, so the starter must be small. The
answer is a line of JSON: [seconds on the wall, seconds of processor, peak memory in KiB, exit status].
"""

import os
import sys
import time


def main(answer: str, command: list[str]) -> None:
    """Run the command, wait for it and write the answer."""
    began = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    seconds = time.perf_counter() - began
    kilobytes = used.ru_maxrss // 1024 if sys.platform == "darwin" else used.ru_maxrss
    with open(answer, "w") as file:
        file.write(f"[{seconds}, {used.ru_utime + used.ru_stime}, {kilobytes}, {os.waitstatus_to_exitcode(status)}]")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
