import { expect, test } from "vitest";
import { wordsIn } from "@/test/drawn";
import { BEHIND } from "../platform/form/form-action";
import { decideGoods } from "./decide-goods";
import { issueReport } from "./issue-report";
import { saveResults } from "./save-results";
import { bookRound, checkIn, checkOut } from "./visit";

const COMMANDS = [bookRound, checkIn, saveResults, checkOut, issueReport, decideGoods];

test.each(["en", "zh-CN"])("whatever a form of a visit is refused with has words in %s", (locale) => {
  const rooms = ["inspections", ...(BEHIND.inspections ?? []), "common"];
  const worded = new Set(rooms.flatMap((room) => Object.keys(wordsIn(room, locale).refusal)));
  const unworded = COMMANDS.flatMap(({ name, http }) =>
    (http?.refusals ?? []).filter((code) => !worded.has(code)).map((code) => `${name}: ${code}`),
  );
  expect(unworded).toEqual([]);
});
