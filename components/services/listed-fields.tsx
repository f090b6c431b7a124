import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import {
  type ListEntry,
  type LeafEntry,
  type MemberList,
  leavesOf,
  offersOf,
  wordsOf,
} from "@/domain/services/member-list";
import { AnswerField, CheckField, CheckListField, SelectField, type SelectProps, optionsOf } from "./choice-fields";
import { type BookSlot, bookSlotsOf, offersFor } from "@/domain/services/address-book";
import type { BookFieldProps } from "./book-field";
import type { FieldsForm } from "./fields-form";
import { FoldedFields } from "./folded-fields";
import { RowsField } from "./rows-field";
import { DateField, MoneyField, NumberField, TextField, TimeField } from "./text-fields";

// Only a posting offers entries of the address book, and a new organisation has none.
const BookField = dynamic<BookFieldProps>(() => import("./book-field").then((parts) => parts.BookField));

/** Room for any place in millionths of a degree: "-179.123456". */
const DEGREES_LENGTH_MAX = 14;

type ListedFieldsProps = {
  readonly form: FieldsForm;
  readonly list: MemberList;
  /** By the field's name: options whose words are no plain messages, what is chosen at first, what an empty choice means. */
  readonly selects?: Readonly<Record<string, Partial<SelectProps>>>;
  /** By the field's name: what stands in its place; null where it is not asked. */
  readonly instead?: Readonly<Record<string, ReactNode>>;
  /** By the name of a field or fold: what stands after it. */
  readonly after?: Readonly<Record<string, ReactNode>>;
};

type Part = { readonly fold: string | undefined; readonly leaves: readonly LeafEntry[] };

/** Fields that follow each other in one fold, or each by itself. */
function partsOf(list: MemberList): Part[] {
  const parts: { fold: string | undefined; leaves: LeafEntry[] }[] = [];
  for (const { entry } of leavesOf(list)) {
    const last = parts.at(-1);
    if (last && entry.fold !== undefined && last.fold === entry.fold) last.leaves.push(entry);
    else parts.push({ fold: entry.fold, leaves: [entry] });
  }
  return parts;
}

/** The fields of a request or a bid, each by the kind of its value, in the order and the folds of its list. */
export function ListedFields({ form, list, selects = {}, instead = {}, after = {} }: ListedFieldsProps) {
  const slots = bookSlotsOf(leavesOf(list).map(({ entry }) => entry));
  const fieldOf = (entry: LeafEntry): ReactNode => (
    <Fragment key={entry.name}>
      {entry.name in instead ? (
        instead[entry.name]
      ) : (
        <ListedField
          form={form}
          entry={entry}
          select={selects[entry.name]}
          slot={slots.find(({ first }) => first === entry.name)}
        />
      )}
      {after[entry.name]}
    </Fragment>
  );
  return partsOf(list).map(({ fold, leaves }) => {
    if (fold === undefined) return leaves.map(fieldOf);
    const asked = leaves.filter(({ name }) => instead[name] !== null);
    return (
      <Fragment key={fold}>
        {asked.length > 0 && (
          <FoldedFields
            form={form}
            fold={fold}
            names={asked.map(({ name }) => name)}
            isTitleEnough={asked.every(({ as }) => as === "rows")}
            isNeeded={asked.some(({ name }) => form.isRequired(name))}
          >
            {asked.map(fieldOf)}
          </FoldedFields>
        )}
        {after[fold]}
      </Fragment>
    );
  });
}

const widthOf = ({ width }: ListEntry): string | undefined => (typeof width === "number" ? `span-${width}` : width);

type ListedFieldProps = {
  readonly form: FieldsForm;
  readonly entry: LeafEntry;
  readonly select?: Partial<SelectProps> | undefined;
  /** Where entries of the address book are offered at it. */
  readonly slot?: BookSlot | undefined;
};

/** The control of one member, by the kind of its value. */
function ListedField({ form, entry, select, slot }: ListedFieldProps) {
  const t = useTranslations();
  const field = { form, name: entry.name, className: widthOf(entry) };
  const words = wordsOf(entry);
  const offers = offersOf(entry)?.map(String);
  const options = optionsOf(form.choicesOf(entry.name, offers ?? []), (value) =>
    words ? t(`${words}.${value}`) : value,
  );
  if (entry.as === "list" || entry.as === "ids") return <CheckListField options={options} {...field} {...select} />;
  // A bid on goods that cross by sea has no plates to choose from.
  if (offers) return options.length > 0 && <SelectField options={options} {...field} {...select} />;
  switch (entry.as) {
    case "text":
      return slot && offersFor(slot, form.book).length > 0 ? (
        <BookField {...field} maxLength={entry.max} slot={slot} />
      ) : (
        <TextField {...field} maxLength={entry.max} isLong={entry.isLong ?? false} />
      );
    case "degrees":
      return <TextField {...field} maxLength={DEGREES_LENGTH_MAX} />;
    case "number":
    case "thousandths":
      return <NumberField {...field} />;
    case "time":
      return <TimeField {...field} />;
    case "money":
      return <MoneyField {...field} />;
    case "day":
    case "dayOrTime":
      return <DateField {...field} />;
    case "answer":
      return <AnswerField {...field} />;
    case "flag":
      return <CheckField {...field} isRequired={entry.mustBeTicked} />;
    case "rows":
      return <ListedRows form={form} entry={entry} />;
    default:
      return null;
  }
}

type ListedRowsProps = { readonly form: FieldsForm; readonly entry: Extract<LeafEntry, { readonly as: "rows" }> };

function ListedRows({ form, entry }: ListedRowsProps) {
  return (
    <RowsField form={form} name={entry.name} rowsMax={entry.max}>
      {(row) => leavesOf(entry.entries).map((part) => <ListedField key={part.path} form={row} entry={part.entry} />)}
    </RowsField>
  );
}
