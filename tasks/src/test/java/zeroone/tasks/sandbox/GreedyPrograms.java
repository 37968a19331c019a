package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Programs that want more than they may have. */
final class GreedyPrograms extends ProgramTests {
    GreedyPrograms(Sandbox sandbox) {
        super(sandbox);
        test("a fork bomb meets the limit on processes and dies", this::forkBomb);
        test("memory is limited for one process and for all together", this::memory);
        test("an endless loop ends at its processor time, also with many processes", this::endlessLoop);
        test("an idle program ends at its wall time", this::idle);
        test("endless output is cut and its writer killed", this::endlessOutput);
        test("files cannot grow beyond the work directory's size, in bytes or by holes", this::hugeFiles);
        test("files without content end with the time, and with them all of it", this::manyFiles);
    }

    private void forkBomb() throws InterruptedException {
        String many = "i=0; while [ $i -lt 100 ]; do sleep " + MARK + " & i=$((i+1)); echo $i; done";
        SandboxResult counted = shell(many, limits().withProcesses(16));
        SandboxResult bomb = shell("b() { b | b & }; while :; do b; done", limits().withProcesses(32));

        assertThat(counted.stdout().text().lines().count()).isBetween(8L, 16L);
        assertThat(bomb.wallTime()).isLessThan(Duration.ofSeconds(60));
        assertThat(sleepers()).isEmpty();
    }

    private void memory() throws InterruptedException {
        Limits small = limits().withMemory(64 * MEBIBYTE, 4096 * MEBIBYTE).withProcesses(8);
        SandboxResult one = shell("tail /dev/zero", small);
        SandboxResult refused =
                shell("tail /dev/zero", small.withMemory(64 * MEBIBYTE, 0).withProcesses(2));
        SandboxResult many = shell(
                "for i in 1 2 3 4 5; do head -c 20M /dev/zero | tail -n 1 | (sleep 5; cat) & done; wait",
                small.withProcesses(60));

        assertThat(one.ending()).isEqualTo(Ending.MEMORY);
        assertThat(one.peakMemory().orElseThrow()).isGreaterThan(64 * MEBIBYTE);
        assertThat(refused.succeeded()).isFalse();
        assertThat(many.ending()).isEqualTo(Ending.MEMORY);
    }

    private void endlessLoop() throws InterruptedException {
        Limits brief = limits().withCpuTime(Duration.ofMillis(200)).withProcesses(8);
        SandboxResult one = shell("while :; do :; done", brief);
        SandboxResult many = shell("for i in 1 2 3 4; do while :; do :; done & done; wait", brief);

        assertThat(one.ending()).isEqualTo(Ending.CPU_TIME);
        assertThat(one.timedOut()).isTrue();
        assertThat(one.cpuTime()).isBetween(Duration.ofMillis(200), Duration.ofMillis(1_500));
        assertThat(many.ending()).isEqualTo(Ending.CPU_TIME);
        assertThat(many.cpuTime()).isBetween(Duration.ofMillis(200), Duration.ofMillis(5_000));
    }

    private void idle() throws InterruptedException {
        SandboxResult result = shell("sleep 60", limits().withWallTime(Duration.ofMillis(200)));

        assertThat(result.ending()).isEqualTo(Ending.WALL_TIME);
        assertThat(result.wallTime()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(30));
        assertThat(result.cpuTime()).isLessThan(Duration.ofMillis(200));
    }

    private void endlessOutput() throws InterruptedException {
        Limits few = limits().withOutput(10_000);
        SandboxResult out = shell("exec yes", few);
        SandboxResult error = shell("exec yes >&2", few);
        SandboxResult silent = shell("true", few.withOutput(0));

        assertThat(out.ending()).isEqualTo(Ending.OUTPUT);
        assertThat(out.stdout().truncated()).isTrue();
        assertThat(out.stdout().length()).isEqualTo(10_000);
        assertThat(error.ending()).isEqualTo(Ending.OUTPUT);
        assertThat(error.stderr().length()).isEqualTo(10_000);
        assertThat(silent.succeeded()).isTrue();
    }

    private void hugeFiles() throws InterruptedException {
        Limits small = limits().withWorkBytes(MEBIBYTE);
        SandboxResult written = shell("head -c 100M /dev/zero >big; ls -l big | cut -d' ' -f5", small);
        SandboxResult many = shell("for i in 1 2 3 4; do head -c 600K /dev/zero >$i; done; du -k .", small);

        assertThat(Long.parseLong(written.stdout().text().strip())).isLessThanOrEqualTo(MEBIBYTE);
        assertThat(Integer.parseInt(many.stdout().text().split("\t", -1)[0])).isLessThanOrEqualTo(1_024);
        assertThat(shell("truncate -s 100G hole", small).succeeded()).isFalse();
        assertThat(shell("fallocate -l 100M block", small).succeeded()).isFalse();
    }

    private void manyFiles() throws InterruptedException {
        Limits brief = limits().withWorkBytes(MEBIBYTE).withCpuTime(Duration.ofMillis(300));

        SandboxResult result = shell("i=0; while :; do : >$i; i=$((i+1)); done", brief);

        assertThat(result.timedOut() || !result.succeeded()).isTrue();
        assertThat(shell("ls -A /work").stdout().text()).isEmpty();
    }
}
