import { readdirSync, readFileSync } from "node:fs";
import { createTranslator, type Messages } from "next-intl";
import { describe, expect, test } from "vitest";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { MODES } from "@/domain/hubs/place";
import { BASES, CHARGE_CODES, CHARGE_GROUPS } from "@/domain/services/charge";
import { COUNTRIES } from "@/domain/services/country";
import { EQUIPMENT, HAULS } from "@/domain/services/logistics/equipment";
import { REQUIRED } from "@/domain/services/requirement";
import { kindOf } from "@/domain/services/registry";
import { SERVICES } from "@/domain/shared/vocabulary";
import { wordsIn as roomWords } from "@/test/drawn";
import { shipmentExample } from "@/domain/services/examples";

type Words = { [key: string]: string | Words };

const LOCALES = ["en", "zh-CN"] as const;
const FILES = ["services", ...SERVICES.map((service) => `service-${service}`)];

const read = (locale: string, file: string): Words => roomWords(file, locale);

const flat = (words: Words, prefix = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

describe.each(FILES)("the words of %s", (file) => {
  const [en, zh] = LOCALES.map((locale) => new Map(flat(read(locale, file)))) as [
    Map<string, string>,
    Map<string, string>,
  ];

  test("have the same keys in both languages, none empty", () => {
    expect(en.size).toBeGreaterThan(10);
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe("");
  });

  test("fill the same places in both languages", () => {
    const places = (text = "") =>
      [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name as string))].toSorted((a, b) =>
        a.localeCompare(b),
      );
    // Plurals and choices write words in braces too, and a language may need fewer of them.
    const isPlain = (text: string) => !/, (plural|select),/.test(text);
    for (const [key, text] of en)
      if (isPlain(text)) expect(places(zh.get(key)), key).toEqual(places(text));
      else expect(places(text), key).toEqual(expect.arrayContaining(places(zh.get(key))));
  });

  test("are calm: no exclamation marks, and Chinese punctuation in Chinese", () => {
    for (const [key, text] of [...en, ...zh]) expect(text, key).not.toMatch(/[!！]/);
    for (const [key, text] of zh) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?]/);
  });
});

const shared = new Set(flat(read("en", "services")).map(([key]) => key));
const missing = (group: string, codes: readonly string[]) => codes.filter((code) => !shared.has(`${group}.${code}`));

test("every charge, basis, package, Incoterms rule, equipment, mode and country has a word", () => {
  expect(missing("charge", CHARGE_CODES)).toEqual([]);
  expect(missing("work", CHARGE_CODES)).toEqual([]);
  expect(missing("chargeGroup", CHARGE_GROUPS)).toEqual([]);
  expect(missing("basis", BASES)).toEqual([]);
  expect(missing("package", PACKAGE_TYPES)).toEqual([]);
  expect(missing("incoterm", INCOTERMS)).toEqual([]);
  expect(missing("equipment", EQUIPMENT)).toEqual([]);
  expect(missing("mode", [...MODES, ...HAULS])).toEqual([]);
  expect(missing("country", COUNTRIES)).toEqual([]);
});

/** The rules that kinds name, each with the service at whose field it stands: a kind may find a fault in what stands beside it. */
const ISSUES = SERVICES.flatMap((by) => {
  const folder = `domain/services/${by}`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const source = files.map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
  const found = source.matchAll(/(?:service: "(\w+)", \.\.\.)?specIssue\(\s*[^,]+,\s*"([a-z_0-9]+)"/g);
  return [...found].map(([, service = by, code = ""]) => ({ service, code }));
});

describe.each(SERVICES)("the kind %s", (service) => {
  const own = new Set(flat(read("en", `service-${service}`)).map(([key]) => key));

  test("has a name and a word for every milestone, and no other", () => {
    expect(["name", "nameZh", "lead", "pitch", "daysFrom"].filter((key) => !own.has(key))).toEqual([]);
    const words = [...own].filter((key) => key.startsWith("milestone.")).sort();
    expect(words).toEqual(
      kindOf(service)
        .milestones.map(({ code }) => `milestone.${code}`)
        .sort(),
    );
  });

  test("words every rule that its check can name", () => {
    const written = ISSUES.filter((issue) => issue.service === service).map(({ code }) => code);
    const named = (kindOf(service).required ?? []).map(({ code }) => code).filter((code) => code !== REQUIRED);
    const codes = [...written, ...named].map((code) => `issue.${code}`);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !own.has(code))).toEqual([]);
    expect([...own].filter((key) => key.startsWith("issue.") && !codes.includes(key))).toEqual([]);
  });
});

test("a rule that is not met is worded with its values", () => {
  const wire = { equipment: "gondola_wagon", pickupFrom: "2026-11-01", pickupTo: "2026-11-02" };
  const { specSchema, checkSpec } = kindOf("logistics");
  const issues = checkSpec(specSchema.parse(wire), shipmentExample());
  const wordsIn = (locale: (typeof LOCALES)[number]) => {
    const messages: Messages = { "service-logistics": read(locale, "service-logistics") };
    const translate = createTranslator({ locale, messages, onError: (error) => expect.fail(error.message) });
    return issues.map(({ message, values }) => translate(`service-logistics.${message}`, values));
  };
  expect(wordsIn("en")).toEqual([
    "The pick-up window ends before the goods are ready on 2026-11-20.",
    "This equipment does not go by road. Choose another, or change the deal's mode.",
  ]);
  expect(wordsIn("zh-CN")).toEqual([
    "提货时间早于备货完成日 2026-11-20。",
    "该设备不适用于公路，请另选设备或修改交易的运输方式。",
  ]);
});
