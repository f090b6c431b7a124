import { FIELD_ROLES, stepsOf } from "@/domain/access/field-role";
import { FIELD_LOCALES, LOCALES } from "@/domain/shared/locale";
import { kindOf } from "../../domain/services/registry";
import { SERVICES } from "@/domain/shared/vocabulary";
import { check } from "./checkout";
import { disagreements, twins } from "./languages-agree";
import { FIRST_LANGUAGE, type Languages, readFieldLanguages, readLanguages, type Words } from "./message-files";

/** What the pages of field links and the frame around them say, whole or by the key. */
const SPOKEN = [
  "common.product",
  "error-pages.outage",
  "field.number",
  "field.numberHelp",
  "field.outbox",
  "field.over",
  "field.page",
  "field.place",
  "field.problem",
  "field.refusal",
  "field.report",
  "field.role",
  "field.strike",
  "field.waiting",
  "instead.fault",
  "ui.errors.title",
  "ui.field",
  "ui.route",
  "ui.shell.demo",
  "ui.shell.demoLabel",
  "ui.shell.language",
  "ui.shell.skip",
];

/** The steps that somebody in the field reports, and the services that have any. */
const OF_SERVICES = SERVICES.flatMap((service) => {
  const codes = new Set(FIELD_ROLES.flatMap((role) => stepsOf(role, kindOf(service)).map(({ code }) => code)));
  const steps = [...codes].map((code) => `service-${service}.milestone.${code}`);
  return steps.length === 0 ? [] : [`service-${service}.name`, ...steps];
});

/** The complete words, of which people in the field are told these. */
export const fieldPart = (words: Words): Words =>
  new Map(
    [...words].filter(([key]) => [...SPOKEN, ...OF_SERVICES].some((one) => key === one || key.startsWith(`${one}.`))),
  );

/** The product's name, and the name that Vietnamese papers have too. */
const SAME = new Set(["common.product", "field.number.country.KZ"]);

/** What is missing or too much in the languages of the field, held against the first one. */
export function unlikeInTheField(first: Words, field: Languages): string[] {
  const lacking = FIELD_LOCALES.filter((one) => !LOCALES.some((known) => known === one) && !field.has(one));
  const languages: Languages = new Map([[FIRST_LANGUAGE, fieldPart(first)], ...field]);
  return [
    ...lacking.map((language) => `messages/field/pages/${language}.json is not there`),
    ...disagreements(languages),
    ...twins(languages, SAME),
  ];
}

export const fieldIsSpoken = check("people in the field are told everything in their language", () =>
  unlikeInTheField(readLanguages().get(FIRST_LANGUAGE) as Words, readFieldLanguages()),
);
