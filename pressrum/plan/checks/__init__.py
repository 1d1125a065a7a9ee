"""What the sources say, held against each other, the record and the moment: mistakes and warnings.

`texts`, `tour`, `office`, `dates` and `copies` look at what stands in content/, tour.yaml and site.yaml;
`named`, `originals` and `own_addresses` at what one source says of another; `file_names` and `collisions` at
where things would stand; `untold` at what readers have seen before. `warnings` gathers what stops no build.
"""
