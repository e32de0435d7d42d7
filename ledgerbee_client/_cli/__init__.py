"""The commands of `ledgerbee`. `arguments` reads the command line; each command loads what it needs when it is run."""
