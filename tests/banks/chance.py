"""Pearson's chi-square, for asking whether a pattern is more than chance."""

# 95 % points of the distribution for 1, 2, ... degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods,
# table 1.3.6.7.4.
POINTS_95 = (3.841, 5.991, 7.815, 9.488, 11.070, 12.592, 14.067)

FEWEST_EXPECTED = 5  # below that the distribution does not fit (Cochran 1954): cells are joined


def joined(observed, expected):
    """Neighbouring cells taken together until each is expected at least five times."""
    seen, wanted = [], []
    for one, other in zip(observed, expected):
        if wanted and wanted[-1] < FEWEST_EXPECTED:
            seen[-1] += one
            wanted[-1] += other
        else:
            seen.append(one)
            wanted.append(other)
    if len(wanted) > 1 and wanted[-1] < FEWEST_EXPECTED:
        last_seen, last_wanted = seen.pop(), wanted.pop()
        seen[-1] += last_seen
        wanted[-1] += last_wanted
    return seen, wanted


def is_beyond_chance(observed, expected):
    """Whether counts as uneven as these come by chance in fewer than 5 of 100 cases; with a word on the figures."""
    seen, wanted = joined(observed, expected)
    if len(wanted) < 2:
        return False, f"too few to say: {observed}"
    statistic = sum((one - other) ** 2 / other for one, other in zip(seen, wanted))
    point = POINTS_95[len(wanted) - 2]
    words = f"{seen} where {[round(one, 1) for one in wanted]} were expected: {statistic:.2f}, the 95 % point is {point}"
    return statistic > point, words
