"""Sets the PDF's chart of each type, and its map, beside Word's, as LibreOffice draws it.

Run ``python docs/pictures/make.py``. It needs soffice and pdftoppm. The pictures are those of docs/format.md; the
document that they are cut from is charts.yaml.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

HERE = Path(__file__).parent
CHARTS = ("column", "bar", "stacked_column", "stacked_bar", "line", "pie", "intervals", "band", "map")
"""The names of the pictures, in the order of the pages after the cover."""
DPI, LEFT, TOP, WIDTH = 72, 60, 106, 475
HEIGHT, OF_MAP = 284, 410
BETWEEN, GREY, COLOURS = 8, "#999999", 64


def crop(pdf: Path, page: int, height: int) -> Image.Image:
    """Return the chart on a ``page`` (from 1) of a PDF file."""
    name = pdf.with_suffix("")
    area = ["-x", str(LEFT), "-y", str(TOP), "-W", str(WIDTH), "-H", str(height)]
    place = ["-r", str(DPI), "-f", str(page), "-l", str(page), "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *place, *area, pdf, name], check=True)
    with Image.open(name.with_suffix(".png")) as picture:
        return picture.convert("RGB")


def beside(first: Image.Image, second: Image.Image) -> Image.Image:
    """Return two pictures side by side on grey, in few colours."""
    whole = Image.new("RGB", (2 * first.width + 3 * BETWEEN, first.height + 2 * BETWEEN), GREY)
    whole.paste(first, (BETWEEN, BETWEEN))
    whole.paste(second, (first.width + 2 * BETWEEN, BETWEEN))
    return whole.quantize(COLOURS)


def main() -> None:
    """Make all pictures."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for needed in (HERE / "charts.yaml", HERE.parents[1] / "examples" / "neighbourhoods.geojson"):
            shutil.copy(needed, work)
        build = [sys.executable, "-m", "csp_docs", "build", work / "charts.yaml", "--out", work]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "pdf"]
        (work / "word").mkdir()
        subprocess.run(
            [*office, "--outdir", work / "word", work / "charts.docx"], check=True, stdout=subprocess.DEVNULL
        )
        for page, name in enumerate(CHARTS, 2):
            height = OF_MAP if name == "map" else HEIGHT
            ours, words = (crop(file, page, height) for file in (work / "charts.pdf", work / "word" / "charts.pdf"))
            beside(ours, words).save(HERE / f"chart-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
