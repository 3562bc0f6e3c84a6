"""How fast the product is, as ratios taken in one run; started with `make bench`."""
