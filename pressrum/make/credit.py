"""Whose a picture is, within its file: a newsroom's system reads it there when the page is out of sight.

In JPEG alone: the Credit Line of IPTC Photo Metadata, in XMP (XMP Specification, part 3, section 1.1.3).
"""

from __future__ import annotations

from html import escape

from pressrum.make.feeds import ILLEGAL

LONGEST = 2000
"""Letters of a credit: a segment has room for 65,533 octets."""
PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' photoshop:Credit="{credit}"/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


def credit_segment(credit: str) -> bytes:
    """Give the part of a JPEG that says `credit`."""
    packet = PACKET.format(credit=escape(ILLEGAL.sub("", credit[:LONGEST])))
    content = b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2) + content


def with_credit(jpeg: bytes, credit: str) -> bytes:
    """Give a JPEG that Pillow has made with `credit` in it, behind its first segment, which is JFIF's.

    A segment's size stands in its third and fourth octet, and counts itself.
    """
    place = 4 + int.from_bytes(jpeg[4:6])
    return jpeg[:place] + credit_segment(credit) + jpeg[place:]
