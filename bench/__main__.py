"""``python -m bench [subject…]``, of those that :data:`SUBJECTS` names: all but the last three if none is named."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path

from bench import caching, docx, growth, peers, server, startup, throughput

SUBJECTS = ("startup", "throughput", "growth", "docx", "cache", "hostile", "server", "peers")
USUAL = SUBJECTS[:-3]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="What gxlint costs.")
    parser.add_argument("subjects", nargs="*", metavar="subject", help=f"of {', '.join(SUBJECTS)}")
    parser.add_argument("--rounds", type=int, default=21, help="starts of each command")
    parser.add_argument("--files", type=int, default=200, help="reports of each format")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of a hostile text")
    parser.add_argument("--keystrokes", type=int, default=200, help="in a report of usual length")
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"), help="where peers are installed")
    chosen = parser.parse_args()
    unknown = set(chosen.subjects).difference(SUBJECTS)
    if unknown:
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    print(f"python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for subject in chosen.subjects or USUAL:
        print(f"\n{subject}")
        match subject:
            case "startup":
                startup.main(chosen.rounds)
            case "throughput":
                throughput.main(chosen.files)
            case "growth":
                growth.big_files()
            case "docx":
                docx.main(chosen.files)
            case "cache":
                caching.main(1000)
            case "hostile":
                growth.hostile_texts(chosen.size)
            case "server":
                server.main(chosen.rounds, chosen.keystrokes)
            case _peers:
                peers.main(chosen.rounds, chosen.node_modules, chosen.files)


if __name__ == "__main__":
    main()
