"""gxlint as it comes with the extension, run by whatever Python there is: ``python -I start.py server``.

The packages beside this file come first, so that no other version of theirs gets in the way.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().with_name("libs")))

from gxlint.cli.main import main

main()
