"""`python -m samklang.config`: the command where it is not on the path."""

from samklang.config.command import main

main()
