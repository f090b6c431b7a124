import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { Fold, LateFolds } from "./fold";
import { FormProgress } from "./form-progress";

const draw = (node: ReactNode, locale = "en"): string => drawn(node, { locale, rooms: ["ui"] });

const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const NAMES = ["a", "b", "c"];

test("a fold says how much of it is given, and is closed only while that is nothing", () => {
  const empty = draw(
    <Fold title="Rate" names={NAMES}>
      inside
    </Fold>,
  );
  expect(text(empty)).toContain("0 of 3 given");
  expect(empty).not.toMatch(/<details[^>]* open=""/);
  const filled = draw(
    <Fold title="Rate" names={NAMES} values={{ a: "1", c: ["x", "y"] }}>
      inside
    </Fold>,
  );
  expect(text(filled)).toContain("2 of 3 given");
  expect(filled).toMatch(/<details[^>]* open=""/);
});

test("a fold with something to mend is open though nothing in it is filled", () => {
  expect(
    draw(
      <Fold title="Rate" names={NAMES} errors={{ b: "Mend" }}>
        inside
      </Fold>,
    ),
  ).toMatch(/ open=""/);
});

test("a fold of one list counts what is in the list", () => {
  const html = (values: Record<string, string | string[]>) =>
    text(
      draw(
        <Fold title="Legs" names={["legs"]} values={values}>
          inside
        </Fold>,
      ),
    );
  expect(html({})).toContain("none yet");
  expect(html({ "legs[0].place": "Horgos", "legs[1].place": "Almaty" })).toContain("2 entries");
});

test("a fold names the first of what is inside, and that there is more", () => {
  const html = draw(
    <Fold title="Rate" inside={["A", "B", "C", "D", "E"]} names={NAMES}>
      inside
    </Fold>,
  );
  expect(text(html)).toContain("A · B · C · D …");
});

test("each part of a form leads to its place and says what it lacks, else what of it is given, else that it is complete", () => {
  const html = draw(
    <FormProgress
      parts={[
        { key: "x", title: "Lines", href: "#lines", missing: 2, given: { count: 0, all: 4 } },
        { key: "y", title: "Terms", href: "#terms", missing: 0, given: { count: 3, all: 6 } },
        { key: "z", title: "Days", href: "#days", missing: 0 },
      ]}
    />,
    "zh-CN",
  );
  expect(text(html)).toContain("1 Lines 缺 2 项 2 Terms 已填 3 / 6 项 3 Days 已填全");
  expect([...html.matchAll(/href="(#\w+)"/g)].map(([, href]) => href)).toEqual(["#lines", "#terms", "#days"]);
});

test("a late fold comes without its fields, and without a script with a button, unless something in it is typed or to be mended", () => {
  const late = (typed: { values?: Record<string, string>; errors?: Record<string, string>; isNeeded?: boolean }) =>
    draw(
      <LateFolds value={<button value="edit">Show</button>}>
        <Fold title="Rate" names={NAMES} {...typed}>
          inside
        </Fold>
      </LateFolds>,
    );
  expect(late({})).not.toContain("inside");
  expect(late({})).toMatch(/<noscript>.*value="edit".*<\/noscript>/);
  for (const typed of [{ values: { a: "1" } }, { errors: { b: "Mend" } }, { isNeeded: true }]) {
    expect(late(typed)).toContain("inside");
    expect(late(typed)).not.toContain('value="edit"');
  }
});
