import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromHex,
  inclusionOf,
  leafCommand,
  leafFor,
  leafText,
  receiptListOf,
  rootOfLeaves,
  toHex,
} from "./receipt-list";
import { type Digest, leafOf, pathOf, rootAlong, rootOf } from "./merkle-tree";
import { openersOf, proofStage } from "./proof";
import { instant } from "../shared/time";

const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

// Test vectors of the Certificate Transparency reference implementation, for inputs of RFC 6962.
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the tree", () => {
  test("has the roots that RFC 6962 gives, of none to eight leaves", () => {
    const leaves = INPUTS.map((input) => leafOf(bytes(input), sha256));
    ROOTS.forEach((root, size) => expect(toHex(rootOf(leaves.slice(0, size), sha256)), `${size} leaves`).toBe(root));
  });

  const someLeaves = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 });

  test("leads every leaf along its path to the root, and no other leaf", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.uint8Array({ minLength: 5, maxLength: 6 }), (contents, at, stranger) => {
        const leaves = contents.map((content) => leafOf(content, sha256));
        const index = at % leaves.length;
        const path = pathOf(leaves, index, sha256);
        const root = toHex(rootOf(leaves, sha256));
        expect(toHex(rootAlong(leaves[index] as Uint8Array, path, sha256))).toBe(root);
        expect(toHex(rootAlong(leafOf(stranger, sha256), path, sha256))).not.toBe(root);
      }),
    );
  });

  test("has another root with any leaf changed, taken out, added or exchanged for its neighbour", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), (contents, at) => {
        const leaves = contents.map((content, number) => leafOf(Uint8Array.of(number, ...content), sha256));
        const root = toHex(rootOf(leaves, sha256));
        const index = at % leaves.length;
        const stranger = leafOf(new Uint8Array(9), sha256);
        const others = [leaves.with(index, stranger), leaves.toSpliced(index, 1), leaves.toSpliced(index, 0, stranger)];
        const next = leaves[index + 1];
        if (next) others.push(leaves.with(index, next).with(index + 1, leaves[index] as Uint8Array));
        for (const other of others) expect(toHex(rootOf(other, sha256))).not.toBe(root);
      }),
    );
  });
});

describe("the list", () => {
  const came = [
    { submittedAt: 2, receipt: "bbb" },
    { submittedAt: 1, receipt: "ccc" },
    { submittedAt: 2, receipt: "aaa" },
  ];

  test("is in the order of coming, of one moment by receipt, whatever order the database gives", () => {
    for (const versions of [came, came.toReversed()])
      expect(receiptListOf("r", versions, sha256).receipts).toEqual(["ccc", "aaa", "bbb"]);
  });

  test("has leaves that anybody can make with a hash program: zero, request, number, receipt", () => {
    const list = receiptListOf("r1", came, sha256);
    expect(leafText("r1", 2, "aaa")).toBe("r1|2|aaa");
    expect(list.leaves[1]).toBe(createHash("sha256").update("\0r1|2|aaa").digest("hex"));
    expect(list.leaves[1]).toBe(leafFor({ requestId: "r1", number: 2, receipt: "aaa" }, sha256));
    expect(list.root).toBe(rootOfLeaves(list.leaves, sha256));
  });

  test("gives one receipt at two places or on two requests two leaves, so that none stands in for another", () => {
    const same = receiptListOf(
      "r1",
      [came[0], came[0]].map((one) => ({ ...one, submittedAt: 1, receipt: "x" })),
      sha256,
    );
    expect(new Set(same.leaves).size).toBe(2);
    expect(receiptListOf("r2", came, sha256).leaves).not.toEqual(receiptListOf("r1", came, sha256).leaves);
  });

  test("proves a receipt that it has and none that it has not", () => {
    const list = receiptListOf("r1", came, sha256);
    const proof = inclusionOf(list, "bbb", sha256);
    expect(proof).toMatchObject({ number: 3, leaf: list.leaves[2] });
    const path = (proof?.path ?? []).map(({ side, hash }) => ({ side, hash: fromHex(hash) }));
    expect(toHex(rootAlong(fromHex(proof?.leaf ?? ""), path, sha256))).toBe(list.root);
    expect(inclusionOf(list, "ddd", sha256)).toBeNull();
  });

  test("of a request without bids is that of nothing", () => {
    expect(receiptListOf("r1", [], sha256)).toEqual({ receipts: [], leaves: [], root: ROOTS[0] });
  });
});

test.each([
  ["before the close there is none", { state: "open", closedAt: null, hasList: false }, "before"],
  ["from the close on it is kept", { state: "closed", closedAt: instant(1), hasList: true }, "kept"],
  [
    "what closed before lists were kept has none",
    { state: "awarded", closedAt: instant(1), hasList: false },
    "not_kept",
  ],
  [
    "what was cancelled while it was open never closed",
    { state: "cancelled", closedAt: null, hasList: false },
    "cancelled",
  ],
] as const)("%s", (_, request, stage) => {
  expect(proofStage(request)).toBe(stage);
});

test.each([
  [{ isByClock: true, userIds: [] }, "clock"],
  [{ isByClock: false, userIds: ["a"] }, "one_person"],
  [{ isByClock: false, userIds: ["a", "b"] }, "two_people"],
] as const)("who opened is told without a name: %j", (minutes, openers) => {
  expect(openersOf(minutes)).toBe(openers);
});

test("the command that a trader is shown makes the leaf, also of a request whose id begins with a digit", () => {
  const list = receiptListOf("01jd", [{ submittedAt: 1, receipt: "r-_7" }], sha256);
  const made = execFileSync("bash", ["-c", leafCommand("01jd", 1, "r-_7")], { encoding: "utf8" });
  expect(made.split(" ")[0]).toBe(list.leaves[0]);
});
