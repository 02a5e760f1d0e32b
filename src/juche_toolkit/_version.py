"""The version, read by the build and by `juche --version`."""

__version__ = "0.1.0"
