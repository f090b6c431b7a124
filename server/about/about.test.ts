import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { users } from "../../db/schema/accounts";
import { DAY_MS, instant, later } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { platformOver } from "../platform/platform";
import { draftText } from "./draft-text";
import { enterFee } from "./enter-fee";
import { enterOperator } from "./enter-operator";
import { marketFacts } from "./market-facts";
import { publishText } from "./publish-text";
import { chargedFees, feeHistory } from "./queries";
import { operatorNow, siteText, textTemplate, textVersions } from "./site-texts";

const NOW = instant(Date.UTC(2026, 10, 24, 6));
const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const owner = mintActor({ kind: "user", userId: "a", organisationId: "buyer", role: "owner" });

async function market() {
  const database = await freshDatabase();
  const person = { id: "a", email: "a@example.com", name: "Wang Jianjun", passwordHash: "", locale: "en" };
  await database.write(async (tx) => {
    await tx.insert(users).values({ ...person, timeZone: "Asia/Shanghai", createdAt: NOW });
  });
  let now = NOW;
  const on = { ...platformOver(database, () => now) };
  return {
    database,
    wait: (ms: number) => {
      now = later(now, ms);
      return now;
    },
    fee: (input: object, actor = admin) => execute(enterFee, { actor, input }, on),
    draft: (input: object, actor = admin) => execute(draftText, { actor, input }, on),
    publish: (textId: string, actor = admin) => execute(publishText, { actor, input: { kind: "terms", textId } }, on),
    operator: (input: object, actor = admin) => execute(enterOperator, { actor, input }, on),
  };
}

const FEE = {
  payer: "provider",
  basis: "order_price",
  percent: "0.8",
  validFrom: "2026-11-24",
  noteEn: "n",
  noteZh: "说",
};

test("a fee holds from its day on, and what held before stays on record with who entered it", async () => {
  const { database, fee, wait } = await market();
  expect(await fee(FEE)).toMatchObject({ kind: "done" });
  expect(await fee({ ...FEE, percent: "1", validFrom: "2026-12-01" })).toMatchObject({ kind: "done" });
  const { charged, coming } = await chargedFees(database.read, NOW);
  expect(charged).toMatchObject([{ rate: { shareBps: 80 } }]);
  expect(coming).toMatchObject([{ rate: { shareBps: 100 }, validFrom: "2026-12-01" }]);
  const then = wait(7 * DAY_MS);
  expect((await chargedFees(database.read, then)).charged).toMatchObject([{ rate: { shareBps: 100 } }]);
  expect(await feeHistory(database.read, admin)).toMatchObject([
    { rate: { shareBps: 100 }, enteredBy: "Wang Jianjun" },
    { rate: { shareBps: 80 } },
  ]);
});

test("a fee is never entered backwards, nor where it changes nothing", async () => {
  const { fee } = await market();
  expect(await fee({ ...FEE, validFrom: "2026-11-23" })).toMatchObject({ refusal: { code: "fee_in_past" } });
  await fee(FEE);
  expect(await fee({ ...FEE, validFrom: "2026-12-05" })).toMatchObject({ refusal: { code: "fee_unchanged" } });
});

const TEXT = { kind: "terms", bodyEn: "Run by {operator}.", bodyZh: "由{operator}运营。" };
const idOf = (outcome: { readonly kind: string; readonly value?: { readonly id: string } }): string =>
  outcome.kind === "done" ? (outcome.value?.id ?? "") : "";

test("everybody reads the template until a version is published, and its operator once somebody has said who that is", async () => {
  const { database, draft, publish, operator, wait } = await market();
  const asked = { kind: "terms", locale: "en", unknown: "(nobody)" } as const;
  const id = idOf(await draft(TEXT));
  const before = await siteText(database.read, asked, NOW);
  expect(before).toMatchObject({ version: null, publishedAt: null });
  expect(before.text).toContain("This is a template.");
  expect(before.text).toContain("(nobody)");
  expect(await publish(id)).toMatchObject({ kind: "done", value: { version: 1 } });
  await operator(OPERATOR);
  expect(await siteText(database.read, asked, wait(DAY_MS))).toMatchObject({ version: 1, text: "Run by Kouan Ltd." });
  expect(await siteText(database.read, { ...asked, locale: "zh-CN" }, wait(DAY_MS))).toMatchObject({
    text: "由口岸公司运营。",
  });
});

test("who reads a language in which the operator has no words is shown the English ones, and told so", async () => {
  const { database, draft, publish, operator, wait } = await market();
  await operator(OPERATOR);
  await publish(idOf(await draft({ ...TEXT, bodyVi: "Do {operator} vận hành." })));
  const asked = { kind: "terms", unknown: "?" } as const;
  const now = wait(DAY_MS);
  expect(await siteText(database.read, { ...asked, locale: "kk" }, now)).toMatchObject({
    ...{ isInEnglish: true, text: "Run by Kouan Ltd." },
  });
  expect(await siteText(database.read, { ...asked, locale: "vi" }, now)).toMatchObject({
    ...{ isInEnglish: false, text: "Do Kouan Ltd vận hành." },
  });
});

test("a version that somebody has followed by a later one is not published, nor one twice", async () => {
  const { database, draft, publish } = await market();
  const first = idOf(await draft(TEXT));
  const second = idOf(await draft({ ...TEXT, bodyEn: "Two" }));
  expect(await publish(first)).toMatchObject({ refusal: { code: "text_superseded" } });
  expect(await publish(second)).toMatchObject({ kind: "done" });
  expect(await publish(second)).toMatchObject({ refusal: { code: "text_published" } });
  expect(await draft({ ...TEXT, bodyEn: "Two" })).toMatchObject({ refusal: { code: "text_unchanged" } });
  expect(await textVersions(database.read, admin, "terms")).toMatchObject([
    { version: 2, bodyEn: "Two", enteredBy: "Wang Jianjun" },
    { version: 1, publishedAt: null },
  ]);
});

const OPERATOR = {
  ...{ nameEn: "Kouan Ltd", nameZh: "口岸公司", registration: "91", addressEn: "A", addressZh: "甲" },
  ...{ email: "a@kouan.example", phone: "" },
};

test("who runs this is what was entered last", async () => {
  const { database, operator, wait } = await market();
  expect(await operatorNow(database.read)).toBeNull();
  await operator(OPERATOR);
  wait(DAY_MS);
  await operator({ ...OPERATOR, nameEn: "Kouan Two Ltd" });
  expect(await operatorNow(database.read)).toMatchObject({ nameEn: "Kouan Two Ltd", enteredBy: "Wang Jianjun" });
  expect(await operator({ ...OPERATOR, email: "nobody" })).toMatchObject({ kind: "malformed" });
});

test("nobody but an administrator enters or reads any of it", async () => {
  const { database, fee, draft, publish, operator } = await market();
  const id = idOf(await draft(TEXT));
  const tried = [
    fee(FEE, owner),
    draft({ ...TEXT, bodyEn: "x" }, owner),
    publish(id, owner),
    operator(OPERATOR, owner),
  ];
  for (const outcome of await Promise.all(tried)) expect(outcome).toMatchObject({ kind: "refused" });
  expect(await feeHistory(database.read, owner)).toBeNull();
  expect(await textVersions(database.read, owner, "terms")).toBeNull();
  expect(await operatorNow(database.read)).toBeNull();
});

test.each(["terms", "privacy"] as const)("the template of %s names the same blanks in every language", (kind) => {
  const blanksOf = (locale: string) => [...new Set(textTemplate(kind, locale).match(/\{\w+\}/g))].sort();
  expect(blanksOf("zh-CN")).toEqual(blanksOf("en"));
  expect(blanksOf("en").length).toBeGreaterThan(2);
});

test("figures of the market are those of its rules and its code", async () => {
  const { database } = await market();
  expect(await marketFacts(database.read, NOW)).toMatchObject({
    ...{ acceptServicesDays: 7, acceptPaymentDays: 3, escalateDays: 7, talkDays: 3, cureHours: 24 },
    ...{ visitorDraftDays: 14, linkDays: 14, invitationDays: 7, resetMinutes: 30, windowDays: 90 },
  });
});
