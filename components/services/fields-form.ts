import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useTypedValues } from "@/components/ui/form/typed-values";
import type { Option } from "@/components/ui/form/inputs";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import type { Direction } from "@/domain/hubs/corridor";
import type { OfferedEntry } from "@/domain/services/address-book";
import { type FormField, rowCount } from "@/domain/services/form-field";
import { type Requirement, requiredFields } from "@/domain/services/requirement";
import type { Service } from "@/domain/shared/vocabulary";

export type FieldsProps = {
  /** Before every field's name, such as `services.customs.`. */
  readonly prefix: string;
  /** What was typed, by full name. */
  readonly values?: FormValues;
  /** Worded, by full name. */
  readonly errors?: Readonly<Record<string, string>>;
  /** The zone that clock times are meant in, as it stands in the field: "GMT+8". */
  readonly zone?: ReactNode;
  /** The market's hubs by name, for a request that may name others than its deal's. */
  readonly hubs?: readonly Option[];
  /** What a bid may choose, by the field's name, where the request leaves less than the field has. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Of the address book of the organisation that asks, the last used first. */
  readonly book?: readonly OfferedEntry[];
  /** Which way the deal goes by what is typed, as far as that is known; not asked of a bid. */
  readonly directionOf?: (values: FormValues) => Direction | undefined;
};

const EMPTY_CHOICES = { spec: "noWish", terms: "notStated" } as const;

/** All that one field of a form needs to draw itself from its bare name. */
export type FieldsForm = ReturnType<typeof useFieldsForm>;

/** The fields of one kind's request (`spec`) or bid (`terms`); labels and helps are `spec.<name>.label` of its messages. */
export function useFieldsForm(service: Service, group: "spec" | "terms", props: FieldsProps) {
  const t = useTranslations(`service-${service}`);
  const { prefix, values, errors = {}, zone, choices = {}, book = [] } = props;
  const help = (name: string) => `${group}.${name}.help`;
  return {
    zone,
    /** Entries of the address book that its fields offer. */
    book,
    label: (name: string): string => t(`${group}.${name}.label`),
    help: (name: string): string | undefined => (t.has(help(name)) ? t(help(name)) : undefined),
    nameOf: (name: string): string => prefix + name,
    valueOf: (name: string): string => valueOf(values, prefix + name),
    valuesOf: (name: string): readonly string[] => valuesOf(values, prefix + name),
    errorOf: (name: string): string | undefined => errors[prefix + name],
    /** Those of a field's values that may be chosen. */
    choicesOf: (name: string, all: readonly string[]): readonly string[] => choices[name] ?? all,
    /** The title of fields that are folded away together. */
    foldTitle: (fold: string): string => t(`fold.${fold}`),
    /** What an empty choice means: of a request that anything will do, of a bid that its bidder says nothing of itself. */
    emptyChoice: EMPTY_CHOICES[group],
    /** Whether the request would be refused without it; a bid's own marks say it field by field. */
    isRequired: (_name: string): boolean => false,
    /** All that was typed and is to be mended, by full names. */
    typed: { values, errors },
    /** How many rows of a list are to be drawn. */
    rowsOf: (list: string, rowsMax: number): number => rowCount(values, prefix + list, rowsMax),
  };
}

type Rules = { readonly fields: readonly FormField[]; readonly required: readonly Requirement[] };

/** The fields of a request, which say while somebody types without which of them it would be refused. `place` stands within the form; `typedIn` is what a field holds now. */
export function useSpecForm(service: Service, props: FieldsProps, { fields, required }: Rules) {
  const form = useFieldsForm(service, "spec", props);
  const { prefix, values = {}, directionOf } = props;
  const place = useRef<HTMLSpanElement>(null);
  const typed = useTypedValues(place, values);
  const deal = { direction: directionOf?.(typed) };
  const due = requiredFields(required, { fields, values: typed, prefix }, deal);
  const typedIn = (name: string): string => valueOf(typed, prefix + name);
  return { place, deal, typedIn, form: { ...form, isRequired: (name: string): boolean => due.has(name) } };
}

/** A form whose field is labelled by its line, since every line has the same ones. */
export const labelledAs = (form: FieldsForm, label: string): FieldsForm => ({
  ...form,
  label: () => label,
  help: () => undefined,
});

export type FieldProps = {
  readonly form: FieldsForm;
  /** Without the prefix. */
  readonly name: string;
  readonly isRequired?: boolean;
  /** Width in a `form-grid`: "span-4". */
  readonly className?: string;
};

/** What the field around a control is given. */
export const fieldOf = ({ form, name, isRequired = form.isRequired(name), className }: FieldProps) => ({
  id: form.nameOf(name),
  label: form.label(name),
  help: form.help(name),
  error: form.errorOf(name),
  isRequired,
  className,
});

/** What the control itself is given. */
export const controlOf = ({ form, name }: FieldProps) => ({
  name: form.nameOf(name),
  defaultValue: form.valueOf(name),
});
