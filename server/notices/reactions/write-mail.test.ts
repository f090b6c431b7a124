import { expect, test } from "vitest";
import { instant } from "@/domain/shared/instant";
import { type MailedDeadline, deadlineTexts, writeMail } from "./write-mail";

const AT = instant(Date.parse("2026-11-26T08:00:00Z"));
const horgos = { id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", isBorderHub: true, zone: "Asia/Shanghai" };
const deadline: MailedDeadline = { kind: "closesAt", at: AT, hub: horgos };

test("a mail names a deadline by its reader's clock and by the hub's", () => {
  expect(deadlineTexts(deadline, { locale: "en", zone: "Asia/Almaty" })).toEqual({
    own: "Thu, 26 Nov 2026, 13:00 GMT+5",
    hub: "Horgos Thu, 26 Nov 2026, 16:00 GMT+8",
  });
});

test("where both clocks say the same it is named once", () => {
  expect(deadlineTexts(deadline, { locale: "zh-CN", zone: "Asia/Hong_Kong" }).hub).toBeNull();
});

const invited = {
  kind: "request_invited",
  roles: [],
  href: "/requests/r",
  facts: { reference: "KR-1", service: "customs", title: "Tiles" },
  isMailed: true,
} as const;

test.each([
  ["en", "Bids close: Thu, 26 Nov 2026, 13:00 GMT+5 (Horgos Thu, 26 Nov 2026, 16:00 GMT+8)"],
  ["zh-CN", "报价截止：2026年11月26日周四 13:00 GMT+5（霍尔果斯 2026年11月26日周四 16:00 GMT+8）"],
])("the invitation in %s says until when bids are taken", (locale, line) => {
  const reader = { name: "A", locale, timeZone: "Asia/Almaty" };
  expect(writeMail(invited, reader, deadline).body).toContain(`\n\n${line}\n\n`);
  expect(writeMail(invited, reader, null).body).not.toContain("GMT");
});
