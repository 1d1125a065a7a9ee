"""The preview: the site as staff see it while they write, on this machine alone.

`loop` builds again after each save and when something falls due, `watch` notices saves, `sight` says
what there is to see at an address, `faults` what is wrong or odd and where, `server` answers browsers, and
`serve` ties them together. What is built lies in a folder below the site's .cache; nothing here
writes into output/ or the public record.
"""
