import { expect, test } from "vitest";
import { bidFile } from "@/components/bidding/bid-file";
import { dealFile } from "@/components/deals/deal-file";
import { requestFile } from "@/components/requests/request-file";
import { orderFile } from "@/components/orders/order-file";
import { csvOf } from "@/domain/interchange/csv";
import { LISTS } from "@/domain/accounts/list-view";
import { instant } from "@/domain/shared/time";
import type { OrderRow } from "@/views/orders";
import { fileOf } from "./list-file";

const named = (id: string) => ({ id, nameEn: id, nameZh: `${id}中`, nameOwn: id, nameLatin: id });
const ORDER = {
  ...{ id: "o", reference: "KO-2611-7F3K2Q", title: '=HYPERLINK("http://evil")', service: "customs", mode: "road" },
  ...{ state: "placed", line: "placed", hub: { ...named("Horgos"), isBorderHub: true }, mover: "provider" },
  ...{ origin: named("Yiwu"), destination: named("Almaty"), buyer: named("Buyer"), provider: named("@Provider") },
  ...{ side: "buyer", contractedAt: instant(Date.parse("2026-11-24T10:00:00Z")) },
  price: { minor: 9_007_199_254_740_993_01n, currency: "CNY" },
} as unknown as OrderRow;

const columns = orderFile({ locale: "en", zone: "Asia/Almaty", words: (key) => key });

test("a file has number and title first, then the columns that are shown, in their order", () => {
  const { heads, rows } = fileOf(columns, ["price", "placed"], [ORDER]);
  expect(heads).toEqual([
    ...["orders.column.order", "lists.file.title", "orders.column.price", "lists.file.currency"],
    "orders.column.placed",
  ]);
  const [row] = csvOf(heads, rows).split("\r\n").slice(1);
  // To the minor unit, beyond what a number of a script holds; the time by the reader's clock, with its offset.
  expect(row).toContain(",9007199254740993.01,CNY,2026-11-24T15:00:00+05:00");
});

test("no cell of a file is a formula, whoever wrote it", () => {
  const { heads, rows } = fileOf(columns, LISTS.orders.columns, [ORDER]);
  const text = csvOf(heads, rows);
  expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(text).toContain(",'@Provider,");
});

test.each([
  ["orders", orderFile],
  ["deals", dealFile],
  ["bids", bidFile],
  ["requests", requestFile],
] as const)("each column of %s that can be chosen stands in their file, and no other", (list, file) => {
  const { byKey } = file({ locale: "en", zone: "UTC", words: (key) => key });
  expect(Object.keys(byKey).sort()).toEqual([...LISTS[list].columns].sort());
});
