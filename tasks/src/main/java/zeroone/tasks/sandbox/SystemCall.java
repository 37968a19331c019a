package zeroone.tasks.sandbox;

/**
 * System calls that a program in the sandbox cannot make, with their numbers.
 *
 * <p>They are those that look into or change other processes, namespaces, mounts, keys or the machine; that have been the
 * way out of containers; and that hold memory which no limit of a process counts (memory files, shared memory, message
 * queues).
 */
enum SystemCall {
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PIDFD_GETFD(438, 438),
    KCMP(312, 272),
    UNSHARE(272, 97),
    SETNS(308, 268),
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    MOVE_MOUNT(429, 429),
    OPEN_TREE(428, 428),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    KEYCTL(250, 219),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447, 447),
    SHMGET(29, 194),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    MSGGET(68, 186),
    SEMGET(64, 190),
    MQ_OPEN(240, 180),
    MQ_UNLINK(241, 181),
    FANOTIFY_INIT(300, 262),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    ACCT(163, 89),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    REBOOT(169, 142),
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    ADJTIMEX(159, 171),
    CLOCK_ADJTIME(305, 266),
    SYSLOG(103, 116),
    VHANGUP(153, 58),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    NAME_TO_HANDLE_AT(303, 264),
    OPEN_BY_HANDLE_AT(304, 265),
    LOOKUP_DCOOKIE(212, 18),
    PERSONALITY(135, 92),
    MBIND(237, 235),
    SET_MEMPOLICY(238, 237),
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),
    VMSPLICE(278, 75),
    IOPL(172, SystemCall.ABSENT),
    IOPERM(173, SystemCall.ABSENT),
    MODIFY_LDT(154, SystemCall.ABSENT),
    USELIB(134, SystemCall.ABSENT),
    USTAT(136, SystemCall.ABSENT),
    SYSFS(139, SystemCall.ABSENT);

    /** The number of a call that an architecture never had. */
    static final int ABSENT = -1;

    private final int x86;
    private final int arm;

    SystemCall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86;
            case AARCH64 -> arm;
        };
    }
}
