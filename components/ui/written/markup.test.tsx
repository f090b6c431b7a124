import { createContext, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { Anchor } from "../blocks";
import { BarRow } from "../bar-row";
import { Moment, Route, TurnMark } from "../cells";
import { Drawing } from "../drawing";
import { Panel } from "../panel";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { WaybillGrid } from "../waybill-grid";
import { CannotBeWritten, markupOf } from "./markup";

/** Shapes that hold nothing are closed at once; a browser reads the same of both. */
const asReactSays = (markup: string) =>
  markup.replace(/<(circle|line|path|polyline|rect|use)([^<]*?)\/>/g, "<$1$2></$1>");

const WORDS = `<b> & "quotes" 'and' 中文`;

const WRITTEN: readonly (readonly [string, ReactNode])[] = [
  ["texts and numbers", <p key="p">{[WORDS, 0, 12n, null, false, undefined, "", <i key="i">{1.5}</i>]}</p>],
  [
    "properties by their names",
    <td key="td" className={WORDS} colSpan={2} lang="zh-CN" id="a" title={WORDS} tabIndex={0} />,
  ],
  ["what assistive technology reads", <p key="p" aria-hidden={false} aria-label={WORDS} data-name="x" role="img" />],
  ["what is there or is not", <details key="d" open hidden={false} />],
  ["a fold of several", <details key="n" name="facet" />],
  ["a box to tick", <input key="b" type="checkbox" className="a" aria-label={WORDS} name="with" value={WORDS} />],
  ["a box that is ticked", <input key="t" type="checkbox" name="with" defaultChecked value="a" />],
  [
    "links",
    <p key="p">
      {["/en/a?b=1&c", "#term", "https://a.example"].map((href) => (
        <Anchor key={href} href={href}>
          {href}
        </Anchor>
      ))}
    </p>,
  ],
  [
    "files to fetch",
    <Anchor key="a" href="/en/file" download>
      {WORDS}
    </Anchor>,
  ],
  [
    "what lists hold",
    <p key="p">
      <TurnMark who="you" name="You" next="Pay" />
    </p>,
  ],
  [
    "times and ways",
    <p key="p">
      <Moment at={0} text="1 Jan" zone="UTC" there="x" />
      <Route stops={["a", "b", "c"]} mode="rail" words={["through", "to"]} isWide />
    </p>,
  ],
  [
    "panels and boxes",
    <Panel key="p" title="a" aside="b">
      <WaybillGrid columns={2} boxes={[{ number: 1, label: "a", value: "b" }]} />
    </Panel>,
  ],
  [
    "drawings",
    <Drawing
      key="d"
      viewBox="0 0 9 9"
      name={WORDS}
      isSliced
      shapes={[
        ["path", "line", "M0 0", "2"],
        ["text", "", 1, 2, "end", WORDS, ["hub", "a", "zh-CN"]],
        ["use", "", "#a"],
      ]}
    />,
  ],
  ["bars", <BarRow key="b" value={1} max={3} reference={2} />],
];

test.each(WRITTEN)("%s are written as React draws them", (_, node) => {
  expect(asReactSays(markupOf(node))).toBe(renderToStaticMarkup(node));
});

type Line = { readonly name: string; readonly amount: number };

test("a table is written as React draws it, its rows with the looks of their columns", () => {
  const columns: Column<Line>[] = [
    {
      key: "name",
      head: "Name",
      cell: ({ name }) => name,
      detail: () => "below",
    },
    { key: "amount", head: "Amount", cell: ({ amount }) => amount, isNumber: true, card: "facts", isNamedOnCard: true },
  ];
  const rows = [
    { name: WORDS, amount: 1 },
    { name: "b", amount: 2 },
  ];
  const table = (
    <DataTable
      caption="c"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      rowHref={() => "/en/b"}
      isYours={({ amount }) => amount === 1}
    />
  );
  const Both = () => <p data-written={markupOf(table)}>{table}</p>;
  const html = drawn(<Both />, { rooms: ["ui"] });
  const [, written = ""] = /data-written="([^"]*)"/.exec(html) ?? [];
  const unescaped = written
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
  expect(unescaped).toContain('<tr class="is-yours"><th scope="row"');
  expect(`${html.split(/data-written="[^"]*">/)[1]}`).toBe(`${asReactSays(unescaped)}</p>`);
});

const Context = createContext("");
const waits = () => Promise.resolve(null);

const NOT_WRITTEN: readonly (readonly [string, ReactNode])[] = [
  ["a form", <form key="f" />],
  [
    "a button",
    <button key="b" type="button">
      a
    </button>,
  ],
  ["a field that is typed in", <input key="i" type="text" name="a" />],
  ["a box that a script ticks", <input key="x" {...{ type: "checkbox", checked: true, readOnly: true }} />],
  ["a script", <script key="s">alert(1)</script>],
  [
    "an address that is a script",
    <a key="a" href={"java\tscript:alert(1)"}>
      a
    </a>,
  ],
  [
    "an address of another kind",
    <a key="a" href="data:text/html,a">
      a
    </a>,
  ],
  [
    "what a press does",
    <p key="p" {...{ onClick: () => undefined }}>
      a
    </p>,
  ],
  ["a property that is not known", <p key="p" {...{ srcdoc: "a" }} />],
  ["a property with an odd name", <p key="p" {...{ 'x onload="a"': "a" }} />],
  ["HTML of somebody else", <p key="p" {...{ innerHTML: { __html: "<b>" } }} />],
  ["what comes later", waits() as unknown as ReactNode],
  [
    "what others read from it",
    <Context key="c" value="a">
      a
    </Context>,
  ],
];

test.each(NOT_WRITTEN)("%s is left to React", (_, node) => {
  expect(() => markupOf(<div>{node}</div>)).toThrow(CannotBeWritten);
});
