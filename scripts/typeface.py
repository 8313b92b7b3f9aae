"""Make the site's typeface files anew from the npm package `@fontsource-variable/aleo`, which carries Aleo under the OFL.

    npm pack @fontsource-variable/aleo && tar xzf fontsource-variable-aleo-*.tgz
    pip install fonttools brotli
    python scripts/typeface.py package

The weights that the site does not use are taken out: a third of the bytes.
"""

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).parents[1] / "generator" / "site" / "assets" / "look" / "type"
LIGHTEST, BOLDEST = 400, 650


def main(package: Path) -> None:
    """Write each script's file with the weights from LIGHTEST to BOLDEST, and the licence beside them."""
    for script in ("latin", "latin-ext"):
        font = TTFont(package / "files" / f"aleo-{script}-wght-normal.woff2")
        slim = instantiateVariableFont(font, {"wght": (LIGHTEST, BOLDEST)})
        slim.flavor = "woff2"
        slim.save(TARGET / f"aleo-{script}.woff2")
    shutil.copy(package / "LICENSE", TARGET / "aleo-OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
