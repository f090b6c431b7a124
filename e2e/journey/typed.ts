import type { FormField } from "@/domain/services/form-field";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import type { Translate } from "@/server/platform/translate";

/**
 * What is typed into a form, by the field's name without the form's prefix and in the order of typing. Fields of a list's row are
 * `legs[0].place`; several boxes of a list, or several days, are a list; a box that stands alone is `true`.
 */
export type Typed = Readonly<Record<string, string | true | readonly string[]>>;

/** A form's part that is to be filled in: what stands before its fields' names, and what each is labelled. */
export type Part = { readonly prefix: string; readonly labelOf: (name: string) => string };

const ROW = /^(\w+)\[\d+\]\./;
const CARGO_LINE = /^(\w+)OfLine(\d)$/;

/** Cargo lines of a broker's fields have labels with their number; a unit belongs to the request, the rest to the bid. */
function lineLabel(t: Translate, group: "spec" | "terms", [, member, line]: RegExpExecArray): string {
  return t(`service-customs.line.${group === "spec" ? "unit" : "opinion"}.${member}`, { line: line as string });
}

/** The fields of one kind's request (`spec`) or bid (`terms`), labelled as its screens label them. */
export function partOf(t: Translate, service: Service, group: "spec" | "terms"): Part {
  const fields: readonly FormField[] = kindOf(service)[`${group}Form`];
  const own = (name: string): string => t(`service-${service}.${group}.${name.replace(ROW, "$1.part.")}.label`);
  return {
    prefix: group === "spec" ? `services.${service}.` : "terms.",
    labelOf(name) {
      const ofLine = CARGO_LINE.exec(name);
      const money = fields.find((field) => "currencyName" in field && field.currencyName === name);
      if (ofLine) return lineLabel(t, group, ofLine);
      return money ? t("services.form.currencyOf", { field: own(money.name) }) : own(name);
    },
  };
}
