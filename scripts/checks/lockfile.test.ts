import { expect, test } from "vitest";
import { belowFloor, compareVersions, looseVersions, oddSources } from "./lockfile";

const locked = (packages: object) => ({ packages: packages as Record<string, { version: string }> });

test.each([
  ["16.4.5", "16.4.6", -1],
  ["16.4.10", "16.4.6", 1],
  ["17.0.0", "16.9.9", 1],
  ["16.4.6", "16.4.6", 0],
])("%s against %s", (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});

test("a copy below the floor is reported, also one deep in the tree", () => {
  const lockfile = locked({
    "node_modules/nodemailer": { version: "10.6.1" },
    "node_modules/next-auth/node_modules/nodemailer": { version: "7.0.6" },
  });
  expect(belowFloor(lockfile, { nodemailer: "10.6.1" })).toEqual([
    expect.stringContaining("next-auth/node_modules/nodemailer is 7.0.6"),
  ]);
});

test("a floor for nothing is reported", () => {
  expect(belowFloor(locked({}), { next: "16.4.6" })).toHaveLength(1);
});

test.each([
  ["a plain address", { version: "1.0.0", integrity: "sha512-x", resolved: "http://somewhere/x.tgz" }],
  ["a git address", { version: "1.0.0", integrity: "sha512-x", resolved: "git+ssh://somewhere/x.git" }],
  ["no hash", { version: "1.0.0" }],
  ["a weak hash", { version: "1.0.0", integrity: "sha1-x" }],
  ["a link", { link: true }],
])("an entry with %s is reported", (_, entry) => {
  expect(oddSources(locked({ "node_modules/x": entry }))).toHaveLength(1);
});

test.each(["*", "^1.0.0", "latest", "file:../x", "git+https://somewhere/x"])(
  "the version %s is reported",
  (version) => {
    expect(looseVersions({ dependencies: { x: version }, devDependencies: { y: "1.0.0" } })).toHaveLength(1);
  },
);
