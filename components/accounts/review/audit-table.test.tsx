import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { type AuditRow, AuditTable } from "./audit-table";

const ROW: AuditRow = {
  ...{ id: "1", at: 0, command: "hubs.enter-rate", outcome: "done", subjectId: null, ip: null, apiKeyId: null },
  ...{ userName: "Wei", organisationName: "Mujian Inspection", organisationNameOwn: "目鉴检验", isWithheld: false },
};
const draw = (command: string, locale: string) =>
  drawn(<AuditTable rows={[{ ...ROW, command }]} zone="Asia/Shanghai" />, { locale, rooms: ["accounts", "ui"] });

test("what was done stands in words beside its command, in both languages; a command of another version without words by itself", () => {
  expect(draw("hubs.enter-rate", "en")).toMatch(/Entered an exchange rate.*hubs\.enter-rate/s);
  expect(draw("hubs.enter-rate", "zh-CN")).toMatch(/录入汇率.*hubs\.enter-rate/s);
  expect(draw("bidding.former-verb", "en").match(/bidding\.former-verb/g)).toHaveLength(
    draw("hubs.enter-rate", "en").match(/Entered an exchange rate/g)?.length ?? 0,
  );
});

test("an organisation is named in the reader's script", () => {
  expect(draw("hubs.enter-rate", "en")).toContain("Mujian Inspection");
  expect(draw("hubs.enter-rate", "zh-CN")).toContain("目鉴检验");
  expect(draw("hubs.enter-rate", "zh-CN")).not.toContain("Mujian Inspection");
});
