# Makes a PDF of what stands on standard input: JSON with "html" and "css". Nothing else is fetched from anywhere.
import json
import sys

from weasyprint import CSS, HTML


def refuse(url):
    raise ValueError("nothing is fetched")


given = json.load(sys.stdin)
HTML(string=given["html"], url_fetcher=refuse).write_pdf(
    sys.stdout.buffer,
    stylesheets=[CSS(string=given["css"], url_fetcher=refuse)],
    pdf_variant="pdf/ua-1",
)
