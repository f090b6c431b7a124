import { AsyncLocalStorage } from "node:async_hooks";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { AsMarkup } from "./as-markup";

type Parts = { readonly key: string; readonly texts: string[] };
const answers = new AsyncLocalStorage<{ readonly parts: Parts | null }>();
vi.stubGlobal("kouanAnswer", answers);
afterEach(() => answers.disable());

const part = (words: string) => (
  <AsMarkup>
    <p className="a">
      <b>{words}</b>
    </p>
  </AsMarkup>
);

/** Nothing is pressed here. */
const ROUTER = {} as NonNullable<ComponentProps<typeof AppRouterContext>["value"]>;

/** What is drawn for an answer, and which parts it has been given. */
function answered(node: React.ReactNode, parts: Parts | null) {
  const page = <AppRouterContext value={ROUTER}>{node}</AppRouterContext>;
  return { html: answers.run({ parts }, () => renderToStaticMarkup(page)), texts: parts?.texts };
}

test("a document has a part as markup, and where it stands only what the key tells", () => {
  const { html, texts } = answered([part("<1>"), part("2")], { key: "key", texts: [] });
  expect(html).toBe('<p class="a" data-written="">key.0.</p><p class="a" data-written="">key.1.</p>');
  expect(texts).toEqual(["<b>&lt;1&gt;</b>", "<b>2</b>"]);
});

test("who asks for the data of a page, or outside of any answer, gets a part drawn as ever", () => {
  const asEver = '<p class="a"><b>1</b></p>';
  expect(answered(part("1"), null).html).toBe(asEver);
  expect(renderToStaticMarkup(part("1"))).toBe(asEver);
});

test("a part with something that a script looks after is drawn as ever, and leaves nothing behind", () => {
  const withForm = (
    <AsMarkup>
      <p>
        {part("1")}
        <button type="button">a</button>
      </p>
    </AsMarkup>
  );
  const { html, texts } = answered(withForm, { key: "key", texts: [] });
  expect(html).toBe('<p><p class="a" data-written="">key.0.</p><button type="button">a</button></p>');
  expect(texts).toEqual(["<b>1</b>"]);
});

test("a part within a part is written with it", () => {
  const { texts } = answered(
    <AsMarkup>
      <div>{part("1")}</div>
    </AsMarkup>,
    { key: "key", texts: [] },
  );
  expect(texts).toEqual(['<p class="a"><b>1</b></p>']);
});

test("what many see alike is written once, and again in another language or of another view", () => {
  let count = 0;
  const Counted = () => <p>{++count}</p>;
  const view = {};
  const drawnFor = (of: object, as: string) =>
    answered(
      <AsMarkup kept={{ of, as }}>
        <Counted />
      </AsMarkup>,
      { key: "key", texts: [] },
    ).texts;
  expect([drawnFor(view, "en"), drawnFor(view, "en"), drawnFor(view, "zh-CN"), drawnFor({}, "en")]).toEqual([
    ["1"],
    ["1"],
    ["2"],
    ["3"],
  ]);
});
