"""Settings for web hosts (headers, types, caching), in each host's own format.

`_headers` is for Netlify and Cloudflare Pages, `nginx.conf` for nginx, `.htaccess` for Apache. Each
says the same. HSTS is in none of them: it binds a whole domain, and is its owner's to promise.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import quote

from pressrum.make.hosting.policy import HEADERS
from pressrum.places import PUBLISHED

LASTING = PUBLISHED.removeprefix("/")
FOR_EVER = "public, max-age=31536000, immutable"
"""Of a file whose name holds a digest of its bytes: it never changes (RFC 8246)."""
FOR_NOW = "public, max-age=300, must-revalidate"
"""Of all else: an hour that was moved reaches everyone within five minutes."""

TYPES = (
    (".ics", "text/calendar; charset=utf-8"),
    (".vcf", "text/vcard; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    ("feed.json", "application/feed+json"),
    ("sitemap.xml", "application/xml"),
)
"""How a file's name ends, and its type where a host may not know it (RFC 5545, 6350, 4287; JSON Feed 1.1)."""

UNSERVED = r"/(?:\.(?!well-known/)|_headers$|nginx\.conf$)"
"""What is no reader's: folders with a dot, the build's own among them, and what is written for hosts."""


@dataclass(frozen=True)
class Rules:
    """What a host is to do."""

    base: str
    """The path of the site's root on its host; begins and ends with a slash."""
    policy: str
    """The Content-Security-Policy of its pages."""
    others: tuple[tuple[str, str], ...]
    """How addresses begin that have another one, from the site's root, and it."""


@dataclass(frozen=True)
class HeadersFile:
    """`_headers`. Its paths are those of the host, so those of a site under a path begin with it.

    Where two rules name one header Cloudflare Pages joins their values, and Netlify takes the
    last. So none does, but for pages with a policy of their own: `!` takes the other one away,
    which Netlify passes over.
    """

    rules: Rules

    def make(self) -> bytes:
        """Give the file."""
        base = quote(self.rules.base)
        parts = [
            _block(f"{base}*", ("Content-Security-Policy", self.rules.policy), *HEADERS),
            "# All else keeps these hosts' own Cache-Control: public, max-age=0, must-revalidate.\n"
            + _block(f"{base}{LASTING}*", ("Cache-Control", FOR_EVER)),
            *(_block(f"{base}*{ending}", ("Content-Type", kind)) for ending, kind in TYPES),
            *(
                f"{base}{quote(begin)}*\n  ! Content-Security-Policy\n  Content-Security-Policy: {policy}\n"
                for begin, policy in self.rules.others
            ),
        ]
        head = "# For Netlify and Cloudflare Pages, in the root of what they serve. Made by the build.\n"
        return "\n".join([head, *parts]).encode()


def _block(path: str, *headers: tuple[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers)


@dataclass(frozen=True)
class Nginx:
    """A part of nginx's configuration, to include in the site's `server` block.

    A `location` with an `add_header` of its own forgets those around it, the host's HSTS among
    them. So all stand at the level of the server, with variables that are empty outside of the
    site: an empty header is not sent. Each site has variables of its own, for a server may have
    several; one that lies below another takes away what that one has said.
    """

    rules: Rules

    def make(self) -> bytes:
        """Give the file."""
        base, policy = self.rules.base, self.rules.policy
        said = (("Cache-Control", FOR_NOW), ("Content-Security-Policy", policy), *HEADERS)
        above = [(outer, name) for outer in _above(base) for name, _ in said]
        lines = [
            "# For nginx: include this file in the server block whose root holds it. Made by the build.",
            *(f'set {_variable(base, name)} "";' for name, _ in said),
            *_where(
                base,
                *((_variable(outer, name), "") for outer, name in above),
                *((_variable(base, name), value) for name, value in said),
            ),
            *_where(base + LASTING, (_variable(base, "Cache-Control"), FOR_EVER)),
            *(
                line
                for begin, other in self.rules.others
                for line in _where(base + begin, (_variable(base, "Content-Security-Policy"), other))
            ),
            *(f"add_header {name} {_variable(base, name)} always;" for name, _ in said),
            "",
            f"location ^~ {base} {{",
            "    absolute_redirect off;",
            "    charset utf-8;",
            "    gzip_vary on;",  # a cache between us and readers keeps packed and plain copies apart
            "    index index.html;",
            f"    error_page 404 {base}404.html;",
            f"    error_page 403 =404 {base}404.html;",
            f'    location ~ "{UNSERVED}" {{ return 404; }}',
            *(
                f'    location ~ "{re.escape(ending)}$" {{ types {{ }} default_type "{kind}"; }}'
                for ending, kind in TYPES
            ),
            "}",
        ]
        return ("\n".join(lines) + "\n").encode()


def _variable(base: str, header: str) -> str:
    """Give the variable that holds a header of the site at `base`.

    nginx takes letters, digits and underscores, is deaf to case, and by itself has room for 46 of
    them: so a digest stands for the path.
    """
    return f"$pressrum_{hashlib.sha256(base.encode()).hexdigest()[:8]}_{header.lower().replace('-', '_')}"


def _above(base: str) -> list[str]:
    """Give the paths that `base` lies below: `/` and `/en/` for `/en/press/`."""
    return [base[: slash.end()] for slash in re.finditer("/", base[:-1])]


def _where(path: str, *variables: tuple[str, str]) -> list[str]:
    """Give the lines that set variables for every address that begins with `path`."""
    settings = (f'    set {name} "{value}";' for name, value in variables)
    return [f'if ($uri ~ "^{re.escape(path)}") {{', *settings, "}"]


@dataclass(frozen=True)
class Htaccess:
    """`.htaccess`, for Apache 2.4, where `AllowOverride` grants at least FileInfo."""

    rules: Rules

    def make(self) -> bytes:
        """Give the file."""
        base, headers = self.rules.base, (("Content-Security-Policy", self.rules.policy), *HEADERS)
        lines = [
            "# For Apache 2.4, with AllowOverride FileInfo. Made by the build.",
            "AddDefaultCharset utf-8",
            f"ErrorDocument 404 {base}404.html",
            f'RedirectMatch 404 "{UNSERVED}"',
            """<If "-d %{REQUEST_FILENAME} && ! -f '%{REQUEST_FILENAME}/index.html'">""",
            "RedirectMatch 404 /$",
            "</If>",
            *(
                f'<FilesMatch "{re.escape(ending)}$">\n    ForceType "{kind}"\n</FilesMatch>'
                for ending, kind in TYPES
            ),
            "<IfModule mod_headers.c>",
            # A packed copy is asked about by an ETag that Apache gives to it alone, and then does not know.
            r'RequestHeader edit* If-None-Match "-(?:gzip|br)\"" "\""',
            *(_header(name, value) for name, value in (*headers, ("Cache-Control", FOR_NOW))),
            *_below(base + LASTING, "Cache-Control", FOR_EVER),
            *(
                line
                for begin, other in self.rules.others
                for line in _below(base + begin, "Content-Security-Policy", other)
            ),
            "</IfModule>",
        ]
        return ("\n".join(lines) + "\n").encode()


def _header(name: str, value: str) -> str:
    return f'Header always set {name} "{value}"'


def _below(path: str, name: str, value: str) -> list[str]:
    """Give the lines that set a header for every address that begins with `path`."""
    return [f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(path)}#">', _header(name, value), "</If>"]
