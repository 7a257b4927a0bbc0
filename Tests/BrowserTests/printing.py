"""Pages on A4, printed by Chromium and read back."""

import importlib.util
import threading

import chromium
from findings import Finding, Skipped
from visits import PROBES

# A4 in points, and in CSS pixels what 15 mm of margin leave of its width.
A4 = (595.3, 841.9)
TYPE_AREA = 680
# No printer reaches the last 4 mm.
EDGE = 11
# PDFium may not be called by two threads at once, and two passes print.
PDFIUM = threading.Lock()


def check_printing(site):
    """Prints each page of the selection and yields what is wrong with the sheets."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise Skipped("pypdfium2 is not installed")
    with chromium.launched() as browser:
        tab = browser.new_page()
        for page in site.selection:
            tab.emulate_media(media="print", color_scheme="light")
            tab.set_viewport_size({"width": TYPE_AREA, "height": 960})
            tab.goto((site.root / page.path).as_uri(), wait_until="load")
            tab.evaluate(PROBES)
            wide = tab.evaluate("exemplarProbes.overflow()")
            if wide:
                message = f"{wide['width']} px wide on a sheet of {wide['room']}: {', '.join(wide['elements'])}"
                yield Finding(page.path, "print", "print", message)
            for message in sheet_problems(tab.pdf(format="A4", prefer_css_page_size=True)):
                yield Finding(page.path, "print", "print", message)


def sheet_problems(pdf):
    """A list of what is wrong with the sheets of a page, which is the bytes of a PDF."""
    import pypdfium2

    with PDFIUM:
        sheets = pypdfium2.PdfDocument(pdf)
        try:
            return list(_problems(sheets))
        finally:
            # With its sheets and their texts, so that nothing is left to be closed later, by another thread.
            sheets.close()


def _problems(sheets):
    if len(sheets) == 0:
        yield "no sheet is printed"
    for number, sheet in enumerate(sheets, start=1):
        width, height = sheet.get_size()
        # Upright or across, as comparisons are.
        if any(abs(side - wanted) > 2 for side, wanted in zip(sorted((width, height)), A4)):
            yield f"sheet {number} is {width:.0f} × {height:.0f} pt, not A4"
        text = sheet.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        words = text.get_text_range().strip()
        if not words and not any(item.type == 3 for item in sheet.get_objects()):
            yield f"sheet {number} of {len(sheets)} is blank"
        right = max((box[2] for box in boxes), default=0)
        if right > width - EDGE:
            cut = next(text.get_text_bounded(*box) for box in boxes if box[2] == right)
            yield f"sheet {number}: ‘{cut[-30:].strip()}’ runs over the right edge"
