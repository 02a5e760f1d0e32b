"""The command line `juche`."""
