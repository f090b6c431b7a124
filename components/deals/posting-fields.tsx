import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SuggestionWords, TakeButton } from "@/components/deals/suggestions";
import { AmountInput, Field, type Option, Select, TextInput, type Wiring } from "@/components/ui/form/inputs";
import { type DraftSuggestions, type Suggestion, suggestedText } from "@/domain/deals/clerk/suggestions";
import { lineField } from "@/domain/deals/posting/cargo-lines";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { PlaceInput } from "@/components/ui/form/place-input";
import { townWords } from "@/components/ui/form/town-words";
import { numberFormat } from "@/components/ui/format";
import { formatDay } from "@/components/ui/time/format-time";
import type { LocalDate } from "@/domain/shared/time";
import type { MeantPlaces } from "@/views/postings";
import type { MeantChoiceProps } from "./meant-choice";
import { useKindFieldLabel } from "@/components/services/kind-field-label";

// Words that several places have are rare.
const MeantChoice = dynamic<MeantChoiceProps>(() => import("./meant-choice").then((parts) => parts.MeantChoice));

/** What was typed into the posting form and what is to be mended, by the full name of the field. */
export type Typed = {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  /** What the clerk read; null for a posting that is typed. */
  readonly suggested: DraftSuggestions | null;
};

export type PostingFieldProps = Typed & {
  readonly name: string;
  /** Key of the label below `deals.form.field`, where it is not the name itself. */
  readonly label?: string;
  readonly hasHelp?: boolean;
  /** Said below the help. */
  readonly more?: ReactNode;
  readonly isOptional?: boolean;
  readonly className?: string;
};

/** What is suggested for a field. A title is taken with the goods that it is made of, whose suggestion says the same. */
function shownSuggestion(suggested: DraftSuggestions | null, name: string): Suggestion | undefined {
  const isToldByGoods = name === "title" && suggested?.suggestions[lineField(0, "description")] !== undefined;
  return isToldByGoods ? undefined : suggested?.suggestions[name];
}

/** What is read with a control, and these words with it. */
const describedBy = (wiring: Wiring, id: string): Wiring => ({
  ...wiring,
  "aria-describedby": [wiring["aria-describedby"], id].filter(Boolean).join(" "),
});

type FieldProps = PostingFieldProps & {
  /** A suggested value as the field would show it, where that is not the value itself. */
  readonly shown?: (value: string) => string;
  readonly children: (wiring: Wiring) => ReactNode;
};

export function PostingField(props: FieldProps) {
  const t = useTranslations("deals.form.field");
  const { name, label = name, isOptional, className, shown = String } = props;
  const suggestion = shownSuggestion(props.suggested, name);
  const help = props.hasHelp ? t(`${label}.help`) : undefined;
  return (
    <Field
      id={name}
      label={t(`${label}.label`)}
      help={
        props.more ? (
          <>
            <span className="help-words">{help}</span>
            {props.more}
          </>
        ) : (
          help && <span className="help-words">{help}</span>
        )
      }
      error={props.errors[name]}
      isRequired={!isOptional}
      {...(className ? { className } : {})}
    >
      {(wiring) =>
        suggestion ? (
          <>
            {props.children(describedBy(wiring, `${name}-suggested`))}
            <div className="flex flex-wrap items-start gap-2 sm:mt-1">
              <SuggestionWords
                id={`${name}-suggested`}
                suggestion={suggestion}
                value={shown(suggestedText(suggestion))}
              />
              <TakeButton field={name} label={t(`${label}.label`)} />
            </div>
          </>
        ) : (
          props.children(wiring)
        )
      }
    </Field>
  );
}

type TextProps = PostingFieldProps & { readonly maxLength: number; readonly type?: "text" | "date" };

export function TextField({ maxLength, type = "text", ...field }: TextProps) {
  const locale = useLocale();
  const dayShown = (day: string) => formatDay(day as LocalDate, locale, true);
  return (
    <PostingField {...field} {...(type === "date" ? { shown: dayShown } : {})}>
      {(wiring) => (
        <TextInput
          {...wiring}
          type={type}
          name={field.name}
          maxLength={maxLength}
          defaultValue={valueOf(field.values, field.name)}
        />
      )}
    </PostingField>
  );
}

/** A number or amount as people write it, with its unit in the field. */
export function NumberField({ unit, ...field }: PostingFieldProps & { readonly unit?: ReactNode }) {
  const locale = useLocale();
  const shown = (value: string) => {
    const number = numberFormat(locale, { maximumFractionDigits: 6 }).format(Number(value));
    return typeof unit === "string" && unit !== "" ? `${number} ${unit}` : number;
  };
  return (
    <PostingField {...field} shown={shown}>
      {(wiring) => (
        <AmountInput
          {...wiring}
          unit={unit}
          name={field.name}
          maxLength={40}
          defaultValue={valueOf(field.values, field.name)}
        />
      )}
    </PostingField>
  );
}

type ChoiceProps = PostingFieldProps & { readonly options: readonly Option[]; readonly hasEmpty?: boolean };

export function ChoiceField({ options, hasEmpty, ...field }: ChoiceProps) {
  const choose = useTranslations("ui.field")("choose");
  const shown = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  // Nothing is chosen beside a suggestion: the browser would else choose the first.
  const isOpen = hasEmpty || field.suggested?.suggestions[field.name] !== undefined;
  return (
    <PostingField {...field} shown={shown}>
      {(wiring) => (
        <Select
          {...wiring}
          name={field.name}
          options={options}
          defaultValue={valueOf(field.values, field.name)}
          {...(isOpen ? { placeholder: choose } : {})}
        />
      )}
    </PostingField>
  );
}

type PlaceProps = PostingFieldProps & {
  readonly options: readonly Option[];
  /** What its words may mean, where they name no one place. */
  readonly meant?: MeantPlaces | undefined;
};

/** An end of the way: a place of the network or any town. */
export function PlaceField({ options, meant, ...field }: PlaceProps) {
  const [locale, words] = [useLocale(), townWords(useTranslations("hubs.town"))];
  const placeholder = useTranslations("ui.field")("choose");
  const [name, defaultValue] = [field.name, valueOf(field.values, field.name)];
  const labelOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id;
  const label = labelOf(defaultValue);
  // Without a script the words stay a choice of the list.
  const written = meant ? [{ value: defaultValue, label: defaultValue }, ...options] : options;
  return (
    <PostingField
      {...field}
      shown={labelOf}
      more={meant && <MeantChoice meant={meant} field={name} typed={defaultValue} />}
    >
      {(wiring) => (
        <PlaceInput {...{ wiring, name, locale, defaultValue, label, words }}>
          <Select {...{ ...wiring, name, options: written, defaultValue, placeholder }} />
        </PlaceInput>
      )}
    </PostingField>
  );
}

const LINE = /^cargo\[(\d+)\]\.(.+)$/;
const TERM = /^(criteria|gates)\[(\d+)\]\.(\w+)$/;
const SERVICE = /^services\.(\w+)\.(.+)$/;

/** The words above a field of the posting form by its full name, for a summary that stands away from the field. */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations();
  const ofKind = useKindFieldLabel();
  return (name) => {
    const [, line, member] = LINE.exec(name) ?? [];
    if (line !== undefined)
      return t("deals.form.lineField", { number: Number(line) + 1, field: t(`deals.form.field.line.${member}.label`) });
    const [, list, row, part] = TERM.exec(name) ?? [];
    if (row !== undefined) return t(`deals.form.terms.row.${list}.${part}`, { number: Number(row) + 1 });
    const [, service, field] = SERVICE.exec(name) ?? [];
    if (service && field) return ofKind({ service, group: "spec", name: field }) ?? name;
    const key = `deals.form.field.${name}.label`;
    return t.has(key) ? t(key) : name;
  };
}
