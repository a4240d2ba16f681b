internal import Glibc

// A reader that goes away is seen where writing fails, not by a signal that ends the program.
_ = signal(SIGPIPE, SIG_IGN)
exit(Program.run(ArgumentBytes.all()))
