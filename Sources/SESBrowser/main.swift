internal import Glibc
internal import SESCore

// A reader that goes away is seen where writing fails, not by a signal that ends the program.
_ = signal(SIGPIPE, SIG_IGN)
// Nor does a file that grows beyond a limit end it: a decision that cannot be saved is kept and told.
_ = signal(SIGXFSZ, SIG_IGN)
FreedMemory.leavesAtOnce()
exit(Program.run(ArgumentBytes.all()))
