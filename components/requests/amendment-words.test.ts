import { createTranslator, type Messages } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { kindFieldLabel, type Words } from "@/components/services/kind-field-label";
import { kindOf } from "@/domain/services/registry";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { ROOMS, wordsIn as roomWords } from "@/test/drawn";
import { wordChanges } from "./amendment-words";

const LOCALES = ["en", "zh-CN"] as const;

function wordsIn(locale: (typeof LOCALES)[number]): Words {
  const messages = Object.fromEntries(ROOMS.map((room) => [room, roomWords(room, locale)])) as Messages;
  return createTranslator({ locale, messages, onError: (error) => expect.fail(error.message) }) as unknown as Words;
}

const WORDS = { en: wordsIn("en"), "zh-CN": wordsIn("zh-CN") };

const reader = (service: Service, locale: (typeof LOCALES)[number] = "en") => ({
  service,
  locale,
  zone: "Asia/Shanghai",
  words: WORDS[locale],
  hubName: (id: string) => `hub ${id}`,
});

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
};

/** Every choice that a spec's schema names, by its path without numbers of rows. */
function choicesIn(schema: Schema, path = ""): [string, string][] {
  const named = (schema.enum ?? []).filter((value) => typeof value === "string");
  const own = named.map((value): [string, string] => [path, value]);
  const within = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    choicesIn(member, path === "" ? name : `${path}.${name}`),
  );
  return [...own, ...within, ...(schema.items ? choicesIn(schema.items, path) : [])];
}

describe.each(SERVICES)("what changes of %s", (service) => {
  const { specForm, specSchema } = kindOf(service);

  test.each(LOCALES)("every field has the words of its form (%s)", (locale) => {
    const names = specForm.flatMap((field) =>
      field.as === "rows" ? field.rowFields.map((part) => `${field.name}[0].${part.name}`) : [field.name],
    );
    for (const name of names)
      expect(kindFieldLabel(WORDS[locale], { service, group: "spec", name }), name).not.toBeNull();
  });

  test.each(LOCALES)("every choice is said as its form says it, and never by its code (%s)", (locale) => {
    const words = WORDS[locale];
    const groups = SERVICE_SCREENS[service].specChoices ?? {};
    const schema = z.toJSONSchema(specSchema, { io: "input", unrepresentable: "any" }) as Schema;
    // Currencies and inspection levels are their own words.
    const isOwnWord = (path: string) => /currency$|level$/i.test(path);
    const choices = choicesIn(schema).filter(([path]) => !isOwnWord(path));
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.filter(([path, value]) => !words.has(`${groups[path]}.${value}`))).toEqual([]);
  });
});

test.each([
  ["logistics", "equipment", "tilt_13_6m", null],
  ["logistics", "pickupFrom", "2026-12-01", "1 Dec 2026"],
  ["logistics", "pickupFrom", "2026-12-01T02:00:00Z", "1 Dec 2026 10:00 GMT+8"],
  ["logistics", "needsTailLift", true, "Yes"],
  ["logistics", "temperature.minC", -18, "-18"],
  ["logistics", "insurance.value", { minor: 1_250_050, currency: "CNY" }, "CNY 12,500.50"],
  ["logistics", "otherHubIds", ["khorgos", "dostyk"], "hub khorgos · hub dostyk"],
  ["logistics", "pickupAddress", "Gate 7", "Gate 7"],
  ["customs", "lineQuantities.1.kg", 1_500, null],
  ["payment", "purpose", "Rent of a crane", "Rent of a crane"],
] as const)("%s %s is said as people read it", (service, path, after, expected) => {
  const [change] = wordChanges([{ path: `spec.${path}`, before: null, after }], reader(service));
  expect(change?.before).toBe("");
  if (expected !== null) expect(change?.after.replaceAll("\u00a0", " ")).toBe(expected);
  expect(change?.label).not.toBe(path);
});

test("a moved time is said in the reader's zone, in its language", () => {
  const change = { path: "closesAt", before: "2026-11-27T10:00:00.000Z", after: "2026-11-27T22:00:00.000Z" };
  expect(wordChanges([change], reader("customs"))).toEqual([
    { path: "closesAt", label: "Bids until", before: "27 Nov 2026 18:00 GMT+8", after: "28 Nov 2026 06:00 GMT+8" },
  ]);
  expect(wordChanges([change], reader("customs", "zh-CN"))[0]?.label).toBe("报价截止");
});
