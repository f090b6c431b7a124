import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import type { Column } from "./column";
import { DataTable } from "./data-table";

type Row = { readonly id: string; readonly title: string; readonly bids: number; readonly note?: string };

const ROWS: readonly Row[] = [
  { id: "a", title: "Kettles", bids: 0 },
  { id: "b", title: "Bricks", bids: 2, note: "late" },
];
const COLUMNS: readonly Column<Row>[] = [
  { key: "id", head: "Request", cell: ({ id }) => id, detail: ({ title }) => title },
  { key: "bids", head: "Bids", isNumber: true, cell: ({ bids }) => bids, card: "facts", isNamedOnCard: true },
  { key: "note", head: "Note", cell: ({ note }) => note, detail: ({ note }) => note && "since noon", card: "end" },
  { key: "desk", head: "Only here", cell: () => "wide", className: "max-wide:hidden" },
];

const table = (columns: readonly Column<Row>[]) =>
  drawn(
    <DataTable
      caption="Requests"
      columns={columns}
      rows={ROWS}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/en/requests/${id}`}
      isYours={({ bids }) => bids > 0}
    />,
    { rooms: ["ui"] },
  );
const rowsOf = (html: string) => html.slice(html.indexOf("<tbody>")).split("<tr").slice(1);

test("a row stands once, its head the one link, its detail below it", () => {
  const html = table(COLUMNS);
  expect(html.match(/Kettles/g)).toHaveLength(1);
  expect(html.match(/href="\/en\/requests\/a"/g)).toHaveLength(1);
  const [first, second] = rowsOf(html);
  expect(first).toContain('<th scope="row"><a class="row-link" href="/en/requests/a">a</a><small>Kettles</small></th>');
  expect(first).not.toContain("is-yours");
  expect(second).toContain('class="is-yours"');
});

test("each cell says its place on a phone's card, and its name where it does not speak for itself; none is a number that is lost", () => {
  const [first] = rowsOf(table(COLUMNS));
  expect(first).toContain('<td class="num at-facts" data-name="Bids">0</td>');
});

test("what is not on the card is hidden there with its head, so that heads and cells stay side by side", () => {
  const html = table(COLUMNS);
  expect(html).toContain('<th scope="col" class="max-wide:hidden at-none">Only here</th>');
  expect(html).toContain('<td class="max-wide:hidden at-none">wide</td>');
});

test("a cell that says nothing is empty, and its detail does not slip into another", () => {
  const [first, second] = rowsOf(table(COLUMNS));
  expect(first).toContain('<td class="at-end"></td><td class="max-wide:hidden at-none">wide</td>');
  expect(second).toContain('<td class="at-end">late<small>since noon</small></td>');
});

test("a table without a place for any column is no list of cards", () => {
  expect(table(COLUMNS)).toContain("has-cards");
  const html = table(COLUMNS.map(({ card: _card, ...column }) => column));
  expect(html).not.toMatch(/has-cards|at-/);
});
