# Makes a PDF of what stands on standard input: JSON with "html" and "css". Nothing else is fetched from anywhere.
import inspect
import json
import sys

from weasyprint import CSS, HTML


def refuse(url):
    raise ValueError("nothing is fetched")


given = json.load(sys.stdin)
# Before version 59 the option had a shorter name.
names = inspect.signature(HTML.write_pdf).parameters
variant = "variant" if "variant" in names else "pdf_variant"
HTML(string=given["html"], url_fetcher=refuse).write_pdf(
    sys.stdout.buffer,
    stylesheets=[CSS(string=given["css"], url_fetcher=refuse)],
    **{variant: "pdf/ua-1"},
)
