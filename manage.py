"""Django's own entry point; `samklang` is the same command, installed."""

from samklang.config.command import main

if __name__ == "__main__":
    main()
