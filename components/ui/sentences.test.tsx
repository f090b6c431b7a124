import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { clauseGapOf, colonOf, Sentences, useNameList, useSentences } from "./sentences";

function Said() {
  const sentences = useSentences();
  const nameList = useNameList();
  return (
    <>
      <p>
        <Sentences>
          <b>One.</b>
          {false}
          {"Two."}
          <i>Three.</i>
        </Sentences>
      </p>
      <p>{sentences("One.", null, "Two.")}</p>
      <p>{nameList(["A", "B", "C"])}</p>
    </>
  );
}

test.each([
  ["en", "<p><b>One.</b> Two. <i>Three.</i></p><p>One. Two.</p><p>A, B, C</p>", ["; ", ": "]],
  ["zh-CN", "<p><b>One.</b>Two.<i>Three.</i></p><p>One.Two.</p><p>A、B、C</p>", ["；", "："]],
])("sentences, names and clauses stand side by side in %s as that language has it", (locale, html, gaps) => {
  expect(drawn(<Said />, { locale, rooms: [] })).toBe(html);
  expect([clauseGapOf(locale), colonOf(locale)]).toEqual(gaps);
});
