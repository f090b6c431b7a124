import { expect, test } from "vitest";
import type { BidderRecord } from "@/domain/catalogue/track-record";
import { HOUR_MS } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import { BidderRecords } from "./bidder-records";

const RECORD: BidderRecord = {
  ...{ id: "p1", nameOwn: "霍尔果斯报关行", nameLatin: "Horgos Brokers" },
  onTime: { onTimeCount: 18, deliveredCount: 20, earlyCount: 0, notBegunCount: 0 },
  completedCount: 23,
  firstResponse: { count: 12, medianMs: 2.5 * HOUR_MS },
  check: null,
  licences: [{ service: "customs", name: "Customs filing", number: "DEMO-1", validUntil: "2030-04-11" }],
};

const text = (record: BidderRecord): { html: string; words: string } => {
  const html = drawn(<BidderRecords records={[record]} zone="Asia/Shanghai" />, {
    rooms: ["ui", "catalogue", "accounts", "services"],
  });
  return { html, words: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
};

test("a bidder stands with its record and a link to its page, each part by its name on a phone", () => {
  const { html, words } = text(RECORD);
  expect([...html.matchAll(/href="\/en\/providers\/p1"/g)]).toHaveLength(1);
  for (const part of ["18", "20", "23 in the last 365 days", "3 h", "median of 12 bids", "DEMO-1"])
    expect(words, part).toContain(part);
  expect(html.match(/at-route" data-name="[^"]+"/g)).toHaveLength(5);
});

test("a figure of too few is not shown; that there are too few is", () => {
  const { words } = text({
    ...RECORD,
    onTime: { onTimeCount: 4, deliveredCount: 4, earlyCount: 0, notBegunCount: 0 },
    firstResponse: { count: 4, medianMs: null },
    licences: [],
  });
  expect(words).toContain("fewer than 5 delivered orders");
  expect(words).toContain("fewer than 5 bids");
  expect(words).toContain("None named");
  expect(words).not.toContain("100%");
});
