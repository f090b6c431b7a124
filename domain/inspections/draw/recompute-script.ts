/**
 * What draws the cartons anew on anybody's machine that has Python 3, in its own words: nothing of this market is needed. Its first line
 * out is the hash that was published at booking.
 */
export const recomputeScript = (of: { readonly seed: string; readonly cartons: number; readonly count: number }) =>
  `import hashlib
seed, cartons, count = bytes.fromhex("${of.seed}"), ${of.cartons}, ${of.count}
print(hashlib.sha256(seed).hexdigest())
def words():
    n = 0
    while True:
        block = hashlib.sha256(seed + n.to_bytes(4, "big")).digest()
        for i in range(0, 32, 4):
            yield int.from_bytes(block[i:i + 4], "big")
        n += 1
stream, places = words(), list(range(1, cartons + 1))
for k in range(count):
    below = cartons - k
    word = next(w for w in stream if w < 2**32 - 2**32 % below)
    j = k + word % below
    places[k], places[j] = places[j], places[k]
print(sorted(places[:count]))
`;
