package zeroone.server.jobs;

/**
 * The right to run a job. It is given to one owner at a time; an earlier owner has a smaller fence, and nothing that it
 * writes is kept any more.
 *
 * @param entries of the log so far
 * @param lastSequence of the events so far
 * @param attempts how often the job was leased since it last wrote a token, this lease included
 * @param answerNow somebody asked for the answer
 * @param cancelled somebody asked to end it
 */
record Lease(
        JobRequest request,
        long fence,
        long entries,
        long lastSequence,
        int attempts,
        boolean answerNow,
        boolean cancelled) {
    String id() {
        return request.id();
    }
}
