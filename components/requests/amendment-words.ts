import { kindFieldLabel, type Words } from "@/components/services/kind-field-label";
import { formatMoney } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { formatDay, formatTime, zoneName } from "@/components/ui/time/format-time";
import type { AmendCheck } from "@/domain/requests/amend-form";
import { type Change, isOfTime } from "@/domain/requests/amendment";
import { fieldAt, type FormField, type PlainField } from "@/domain/services/form-field";
import { DEGREE_PLACES, PERCENT_PLACES, QUANTITY_PLACES, writeScaled } from "@/domain/shared/parse-scaled";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import type { LocalDate } from "@/domain/shared/time";
import type { Currency } from "@/domain/shared/money";
import { SERVICE_SCREENS } from "@/components/services/registry";

/** A change in the reader's words; an empty text where nothing was said. */
export type WordedChange = AmendCheck["changes"][number];

export type ChangeReader = {
  readonly service: Service;
  readonly locale: string;
  readonly zone: string;
  readonly words: Words;
  /** A hub as people call it. */
  readonly hubName: (id: string) => string;
};

const SPEC = "spec.";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

const timeText = (iso: string, { locale, zone }: ChangeReader): string =>
  `${formatTime(Date.parse(iso), { locale, zone, hasYear: true })} ${zoneName(Date.parse(iso), zone, locale)}`;

function textOf(text: string, reader: ChangeReader): string {
  if (DAY.test(text)) return formatDay(text as LocalDate, reader.locale, true);
  return TIME.test(text) ? timeText(text, reader) : text;
}

/** A word of a choice as its form says it; what somebody typed stands for itself. */
function choiceOf(path: string, value: string, reader: ChangeReader): string {
  const bare = path.replace(/\.\d+(?=\.|$)/g, "");
  const group = SERVICE_SCREENS[reader.service].specChoices?.[bare];
  if (group && reader.words.has(`${group}.${value}`)) return reader.words(`${group}.${value}`);
  return bare === "otherHubIds" ? reader.hubName(value) : textOf(value, reader);
}

function numberOf(value: number, as: PlainField["as"] | undefined, locale: string): string {
  if (as === "percent") return `${writeScaled(value, PERCENT_PLACES)}%`;
  if (as === "thousandths") return writeScaled(value, QUANTITY_PLACES);
  if (as === "degrees") return writeScaled(value, DEGREE_PLACES);
  return numberFormat(locale, { maximumFractionDigits: 3 }).format(value);
}

type Value = { readonly path: string; readonly value: unknown; readonly as: PlainField["as"] | undefined };

function valueOf({ path, value, as }: Value, reader: ChangeReader): string {
  const { locale, words } = reader;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return words(`services.answer.${value ? "yes" : "no"}`);
  if (typeof value === "number") return numberOf(value, as, locale);
  if (typeof value === "string") return choiceOf(path, value, reader);
  if (Array.isArray(value)) return value.map((one) => valueOf({ path, value: one, as }, reader)).join(" · ");
  const { minor, currency } = value as { minor?: number; currency?: Currency };
  if (typeof minor === "number" && currency) return formatMoney({ minor, currency }, locale, { display: "code" });
  return Object.values(value)
    .map((one) => valueOf({ path, value: one, as }, reader))
    .join(" · ");
}

function asOf(fields: readonly FormField[], path: string): PlainField["as"] | undefined {
  for (const field of fields) {
    if (field.as !== "rows" && field.path === path) return field.as;
    if (field.as === "rows" && path.startsWith(`${field.path}.`))
      return field.rowFields.find((part) => path.endsWith(`.${part.path}`))?.as;
  }
  return undefined;
}

function wordSpec({ path, before, after }: Change, reader: ChangeReader): WordedChange {
  const { specForm } = kindOf(reader.service);
  const within = path.slice(SPEC.length);
  const name = fieldAt(specForm, within.split("."));
  const as = asOf(specForm, within);
  return {
    path,
    label: kindFieldLabel(reader.words, { service: reader.service, group: "spec", name }) ?? within,
    before: valueOf({ path: within, value: before, as }, reader),
    after: valueOf({ path: within, value: after, as }, reader),
  };
}

/** Changes as the form of the kind words them: its labels, its choices, amounts and times as elsewhere. */
export const wordChanges = (changes: readonly Change[], reader: ChangeReader): WordedChange[] =>
  changes.map((change) =>
    isOfTime(change)
      ? {
          path: change.path,
          label: reader.words(`requests.amend.time.${change.path}`),
          before: timeText(String(change.before), reader),
          after: timeText(String(change.after), reader),
        }
      : wordSpec(change, reader),
  );
