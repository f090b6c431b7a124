import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Digest } from "../requests/merkle-tree";
import { cartonsToOpen } from "./round-plan";
import { commitmentOf, drawCartons, recomputeScript } from "./carton-draw";

const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();
const seedOf = (number: number): string => createHash("sha256").update(`test seed ${number}`).digest("hex");
const draw = (seed: string, cartons: number, count: number) => drawCartons({ seed, cartons, count }, sha256);

describe("the published algorithm", () => {
  // Computed by the Python script that pages show, on another machine's Python.
  test.each([
    ["00".repeat(32), 160, 13, [11, 13, 17, 29, 34, 81, 98, 113, 118, 145, 147, 150, 152]],
    ["ff".repeat(32), 10, 10, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])("seed %s draws of %i cartons these %i", (seed, cartons, count, numbers) => {
    expect(draw(seed, cartons, count)).toEqual(numbers);
  });

  test("a seed is committed to by the SHA-256 of its bytes, not of its letters", () => {
    expect(commitmentOf("00".repeat(32), sha256)).toBe(
      "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925",
    );
  });

  test("another writing of the algorithm, with big numbers and a whole list, draws the same", () => {
    const again = (seed: string, cartons: number, count: number): number[] => {
      const words: bigint[] = [];
      const at = (index: number): bigint => {
        while (words.length <= index) {
          const counter = Buffer.alloc(4);
          counter.writeUInt32BE(words.length / 8);
          const block = createHash("sha256").update(Buffer.from(seed, "hex")).update(counter).digest("hex");
          for (let word = 0; word < 8; word++) words.push(BigInt(`0x${block.slice(word * 8, word * 8 + 8)}`));
        }
        return words[index] as bigint;
      };
      const places = Array.from({ length: cartons }, (_, place) => place + 1);
      let next = 0;
      for (let place = 0; place < count; place++) {
        const below = BigInt(cartons - place);
        let word = at(next++);
        while (word >= 2n ** 32n - (2n ** 32n % below)) word = at(next++);
        const other = place + Number(word % below);
        [places[place], places[other]] = [places[other] as number, places[place] as number];
      }
      return places.slice(0, count).sort((one, two) => one - two);
    };
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2_000 }), fc.nat({ max: 200 }), (number, cartons, wanted) => {
        const count = Math.min(wanted, cartons);
        expect(draw(seedOf(number), cartons, count)).toEqual(again(seedOf(number), cartons, count));
      }),
      { numRuns: 200 },
    );
  });

  test("the script for everybody names the seed and both figures", () => {
    const script = recomputeScript({ seed: seedOf(1), cartons: 160, count: 13 });
    expect(script).toContain(`bytes.fromhex("${seedOf(1)}"), 160, 13`);
  });
});

test("the same seed and figures give the same cartons: so many, each of the lot, none twice", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 300 }), (number, cartons, wanted) => {
      const count = Math.min(wanted, cartons);
      const drawn = draw(seedOf(number), cartons, count);
      expect(drawn).toEqual(draw(seedOf(number), cartons, count));
      expect(new Set(drawn).size).toBe(count);
      expect(drawn.every((carton) => Number.isInteger(carton) && carton >= 1 && carton <= cartons)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

/** Upper bound of chi-square for so many degrees of freedom that an even draw exceeds once in a thousand (Wilson and Hilferty). */
const chiSquareBound = (degrees: number): number => {
  const z = 3.09;
  return degrees * (1 - 2 / (9 * degrees) + z * Math.sqrt(2 / (9 * degrees))) ** 3;
};

describe("the draw favours no carton", () => {
  const SEEDS = 6_000;

  test.each([
    [7, 2],
    [30, 6],
    [100, 10],
  ])("of %i cartons %i are drawn evenly over fixed seeds, by chi-square", (cartons, count) => {
    const times = new Array<number>(cartons).fill(0);
    for (let seed = 0; seed < SEEDS; seed++)
      for (const carton of draw(seedOf(seed), cartons, count)) times[carton - 1] = (times[carton - 1] as number) + 1;
    const expected = (SEEDS * count) / cartons;
    // Drawing without putting back makes the counts less uneven than chance alone would, by this factor.
    const chiSquare = times.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    const scaled = (chiSquare * (cartons - 1)) / (cartons - count);
    expect(scaled).toBeLessThan(chiSquareBound(cartons - 1));
    expect(scaled).toBeGreaterThan(0);
  });

  test("each pair of five cartons comes up evenly", () => {
    const pairs = new Map<string, number>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const pair = draw(seedOf(seed), 5, 2).join("-");
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    expect(pairs.size).toBe(10);
    const expected = SEEDS / 10;
    const chiSquare = [...pairs.values()].reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(chiSquareBound(9));
  });
});

describe("how many cartons are opened", () => {
  test.each([
    ["3,200 pieces in 160 cartons of 20, sample 125: the root of 160 holds it", 3_200, 125, 160, 13],
    ["in 3,200 cartons of one each: as many as the sample", 3_200, 125, 3_200, 125],
    ["in 320 cartons of ten: the root is more than the sample needs", 3_200, 125, 320, 18],
    ["in one carton: that one", 3_200, 125, 1, 1],
    ["in nine cartons: a whole root is not rounded up", 90, 13, 9, 3],
    ["every unit of a small lot: all cartons", 8, 8, 4, 4],
  ])("%s", (_, lotSize, units, cartons, opened) => {
    expect(cartonsToOpen({ lotSize, units, cartons })).toBe(opened);
  });

  test("they hold the sample, are no fewer than the root and no more than there are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.nat({ max: 2_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (lotSize, wanted, cartons) => {
          const units = Math.min(wanted, lotSize);
          const opened = cartonsToOpen({ lotSize, units, cartons });
          expect(opened).toBeLessThanOrEqual(cartons);
          expect(opened * opened >= cartons || opened === cartons).toBe(true);
          expect(opened * lotSize >= units * cartons).toBe(true);
        },
      ),
    );
  });
});
