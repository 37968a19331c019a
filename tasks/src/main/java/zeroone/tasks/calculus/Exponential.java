package zeroone.tasks.calculus;

/** x^power·e^(rate·x+shift). The order serves to bring equal ones together. */
record Exponential(int power, Complex rate, Complex shift) implements Comparable<Exponential> {
    Exponential times(Exponential other) {
        return new Exponential(power + other.power, rate.plus(other.rate), shift.plus(other.shift));
    }

    /** Bits of the larger of its numbers. */
    int size() {
        return Math.max(rate.size(), shift.size());
    }

    @Override
    public int compareTo(Exponential other) {
        int order = Integer.compare(power, other.power);
        if (order == 0) {
            order = rate.compareTo(other.rate);
        }
        return order == 0 ? shift.compareTo(other.shift) : order;
    }
}
