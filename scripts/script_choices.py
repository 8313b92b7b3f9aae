"""Write the scripts' module of choices anew: `python -m scripts.script_choices`, from the repository's root."""

from pathlib import Path

import generator.site
from generator.site.script_choices import choices_module

MODULE = Path(generator.site.__path__[0]) / "assets" / "lib" / "choices.js"

if __name__ == "__main__":
    MODULE.write_text(choices_module(), encoding="utf-8")
    print(f"wrote {MODULE}")
