import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { filledRows, readNumber, rowField } from "../form-field";
import { CHECKPOINTS, INSPECTION_TYPES, LOT_SIZE_MAX, NAMED_TESTS, SITE_TESTS } from "./choices";
import { AQLS, AQL_PRESET_NAMES, type Aql, LEVELS, SEVERITIES, SPECIAL_LEVELS } from "./sampling";
import type { AskedWork } from "./work";

const LIMITS: readonly Aql[] = [0, ...AQLS];

/** Reads single fields under a prefix as far as they can be read yet. */
function readerOf(values: FormValues, prefix: string) {
  const text = (name: string): string => valueOf(values, prefix + name).trim();
  return {
    text,
    rows: (list: string): number[] => filledRows(values, prefix + list),
    whole(name: string): number | undefined {
      const read = readNumber(text(name));
      return typeof read === "number" && Number.isInteger(read) && read >= 1 && read <= LOT_SIZE_MAX ? read : undefined;
    },
    choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
      return choices.find((choice) => choice === text(name));
    },
    ticked<T extends string>(name: string, choices: readonly T[]): T[] {
      const given = valuesOf(values, prefix + name);
      return choices.filter((choice) => given.includes(choice));
    },
    limit: (name: string): Aql | undefined => LIMITS.find((limit) => String(limit) === text(name)),
  };
}

type FieldReader = ReturnType<typeof readerOf>;

/** Own limits hold once all three are chosen; while they are not, neither they nor the preset do. */
function typedLimits(read: FieldReader): Pick<AskedWork, "aql" | "aqlPreset"> {
  if (["aqlCritical", "aqlMajor", "aqlMinor"].every((name) => read.text(name) === ""))
    return { aqlPreset: read.choice("aqlPreset", AQL_PRESET_NAMES) };
  const [critical, major, minor] = [read.limit("aqlCritical"), read.limit("aqlMajor"), read.limit("aqlMinor")];
  return critical === undefined || major === undefined || minor === undefined
    ? {}
    : { aql: { critical, major, minor } };
}

const typedProducts = (read: FieldReader): AskedWork["products"] => {
  const quantities = read
    .rows("products")
    .flatMap((row) => read.whole(rowField("products", row, "quantity")) ?? [])
    .map((quantity) => ({ name: "", quantity }));
  return quantities.length > 0 ? quantities : undefined;
};

const typedTests = (read: FieldReader): AskedWork["specialTests"] =>
  read.rows("specialTests").flatMap((row) => {
    const test = read.choice(rowField("specialTests", row, "test"), NAMED_TESTS);
    const level = read.choice(rowField("specialTests", row, "level"), SPECIAL_LEVELS);
    const text = read.text(rowField("specialTests", row, "text"));
    return test && level ? [{ test, level, text: text || undefined }] : [];
  });

const typedChecklist = (read: FieldReader): AskedWork["checklist"] =>
  read.rows("checklist").map((row) => ({
    code: read.choice(rowField("checklist", row, "code"), CHECKPOINTS),
    level: read.choice(rowField("checklist", row, "level"), LEVELS),
  }));

/** The work that a form asks for while it is written: what cannot be read yet counts as not given. Null before a type is chosen. */
export function typedWork(values: FormValues, prefix: string): AskedWork | null {
  const read = readerOf(values, prefix);
  const type = read.choice("type", INSPECTION_TYPES);
  if (type === undefined) return null;
  return {
    type,
    lotSize: read.whole("lotSize"),
    products: typedProducts(read),
    level: read.choice("level", LEVELS),
    severity: read.choice("severity", SEVERITIES),
    ...typedLimits(read),
    specialTests: typedTests(read),
    siteTests: read.ticked("siteTests", SITE_TESTS),
    checklist: typedChecklist(read),
    checksPerUnit: read.whole("checksPerUnit"),
    containers: read.whole("containers"),
  };
}
