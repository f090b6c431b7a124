import { describe, expect, test } from "vitest";
import type { DomainEvent } from "@/domain/notices/events";
import type { Facts, Notice } from "@/domain/notices/notification-rule";
import { noticeValues } from "@/domain/notices/notice-words";
import { notificationRulesOf } from "@/domain/notices/recipients";
import { translator } from "@/server/platform/translate";
import { TABLE } from "@/test/event-table";
import { writeMail } from "./reactions/notify";

const GOODS = "Granite tiles 60 x 60";
const ROOT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const REFERENCES = { KR: "KR-2611-7QWERT", KO: "KO-2611-8ASDFG", KD: "KD-2611-9ZXCVB" } as const;

/** A notice of each event as it is kept: with goods, a number as numbers are, a root, and a debrief. */
function toldOf(event: DomainEvent): Notice[] {
  const facts = (given: Facts): Facts => ({
    ...given,
    ...{
      title: GOODS,
      rank: "first",
      gap: "up_to_2",
      loss: "price",
      choice: "stated",
      choiceWords: "Known",
      missing: "CNY 1",
      by: "buyer",
      words: "The seal is 4512",
      search: "To Almaty",
    },
    ...("milestone" in given && { milestone: "logistics.picked_up" }),
    ...("root" in given && { root: ROOT }),
    ...("reference" in given && { reference: REFERENCES[String(given.reference).slice(0, 2) as "KR"] }),
  });
  return notificationRulesOf(event).flatMap(({ notice }) =>
    notice ? [{ ...notice, facts: facts(notice.facts) }] : [],
  );
}

const NUMBER = /K[RODI]-\d/;
// Hashes, ids and roots: long runs of letters and digits mixed, and what is left open in a sentence.
const HASH = /(?=\w*\d)(?=\w*[a-z])\w{16,}|[{}]/;
const times = (text: string, part: RegExp): number => text.match(new RegExp(part, "g"))?.length ?? 0;

describe.each(["en", "zh-CN"])("in %s", (locale) => {
  const t = translator(locale);
  const reader = { userId: "lin", name: "Lin", locale, timeZone: "Asia/Shanghai" };
  const said = TABLE.flatMap(([event]) => toldOf(event));

  test("the title of no notice holds a number, a hash, an id or its goods: they stand once, with its deal", () => {
    expect(said.length).toBeGreaterThan(120);
    for (const { kind, facts } of said) {
      const title = t(`notices.short.${kind}`, noticeValues(facts, { word: t, locale, time: () => "12:00" }));
      expect([kind, title]).toEqual([kind, expect.not.stringMatching(NUMBER)]);
      expect([kind, title]).toEqual([kind, expect.not.stringMatching(HASH)]);
      expect([kind, title.includes(GOODS)]).toEqual([kind, false]);
    }
  });

  test("the subject of a mail says a number once, and no hash or id", () => {
    for (const notice of said.filter(({ isMailed }) => isMailed)) {
      const { subject } = writeMail(notice, reader, null, "https://kouan.example");
      expect([notice.kind, times(subject, NUMBER) <= 1, HASH.test(subject)]).toEqual([notice.kind, true, false]);
    }
  });
});
