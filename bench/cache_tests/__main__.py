"""`python -m bench.cache_tests`."""

from bench.cache_tests import main

if __name__ == "__main__":
    main()
