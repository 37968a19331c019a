package zeroone.tasks.route;

/** Where one is, and how far one has travelled. */
record RoadState(int place, int travelled) {}
