"""What `koalition doctor` looks at: one file for each part of the installation.

It looks without changing anything: no model is loaded or unpacked, nothing is fetched, and
values that may be secret are not told.
"""
