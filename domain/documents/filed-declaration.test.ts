import { expect, test } from "vitest";
import { filedByHand, filedInRoom } from "./filed-declaration";

const kept = (side: "export" | "import" | "transit", state: "approved" | "filed" | "released" | "refused") => ({
  ...{ side, state, country: "CN" },
  registeredNumber: state === "approved" ? null : "530120261123456789",
});

test("what lies with the customs or was released is the paper of its side; a draft, a refused one and transit are none", () => {
  const kinds = (...all: ReturnType<typeof kept>[]) => filedInRoom(all).map(({ kind }) => kind);
  expect(kinds(kept("export", "filed"), kept("import", "released"))).toEqual([
    "export_declaration",
    "import_declaration",
  ]);
  expect(kinds(kept("export", "approved"), kept("export", "refused"), kept("transit", "filed"))).toEqual([]);
});

test.each([
  ["export", "CN", "export_declaration"],
  ["export", "KZ", "import_declaration"],
  ["import", "CN", "import_declaration"],
  ["import", "VN", "export_declaration"],
] as const)("on an %s deal a number told by hand of %s is the %s", (direction, country, kind) => {
  const evidence = [null, { declarations: [{ country, number: "1" }] }];
  expect(filedByHand(evidence, direction)).toEqual([{ kind, country, number: "1" }]);
});
