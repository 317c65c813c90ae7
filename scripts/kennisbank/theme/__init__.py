"""The look of every site: style sheets, scripts, drawings and changes to the theme Material.

All of it lies in this folder, so that a site built with an installed package looks the same as one
built from a checkout. Nothing here knows an entry, or the program that prints the pages.
"""
