import type { Instant, LocalDate } from "../shared/time";
import type { Money } from "../shared/money";
import type { BookMember } from "./address-book";
import { COUNTRIES } from "./country";
import type { FormField, PlainField } from "./form-field";
import { type Requirement, always, whole } from "./requirement";

/** What may be said of every member. */
type Said<Required extends boolean> = {
  /** Whether each spec, row or group has the member. */
  readonly isRequired?: Required;
  /** The field of the form that fills it, where that is not named like the member. */
  readonly field?: string;
  /** The fold of the form that the field stands in; its title is `fold.<name>` of the kind's messages. */
  readonly fold?: string;
  /** Of the twelve columns of the form; `pair` is half of a narrow screen too. */
  readonly width?: 3 | 4 | 6 | 8 | 12 | "pair" | "span-4 pair";
  /** The number of its box in the view; a member without one is shown with another or as a figure. */
  readonly box?: number;
  readonly span?: 2 | "all";
  /** What of an entry of the address book it is: `factory.address`. Fields of one kind of entry are filled together. */
  readonly book?: BookMember;
};

/** Where the words of its values stand; they stand for themselves where nothing is said. */
type Worded = { readonly words?: string };

/** What is said of a member by the kind of its value. */
type Kinds = {
  /** `offers` are what the form has to choose from; programs may say others. */
  readonly text: Worded & { readonly max: number; readonly isLong?: true; readonly offers?: readonly string[] };
  readonly choice: Worded & {
    readonly values: readonly (string | number)[];
    /** The code of the refusal of another value. */
    readonly refusal?: string;
  };
  /** Some of the values, each once; `isNeverEmpty` refuses a list without any. */
  readonly list: Worded & { readonly values: readonly string[]; readonly isNeverEmpty?: true };
  /** Up to `max` ids of something that the deal knows, each once. */
  readonly ids: { readonly max: number };
  readonly country: object;
  /** A whole number; `offers` as with a text. */
  readonly number: {
    readonly min: number;
    readonly max: number;
    readonly unit?: "percent" | "hours" | "days";
    readonly offers?: readonly number[];
  };
  /** Millionths of a degree, `most` degrees either way. */
  readonly degrees: { readonly most: number };
  /** Thousandths of a unit, typed as a decimal. */
  readonly thousandths: { readonly min: number; readonly max: number };
  readonly money: { readonly isPositive?: true };
  readonly day: object;
  /** A whole day, or a time with its offset. */
  readonly dayOrTime: object;
  /** Up to `max` days, each once. */
  readonly days: { readonly max: number };
  /** A moment, typed as a clock time in the reader's zone. */
  readonly time: object;
  /** Yes, no, or nothing said. */
  readonly answer: object;
  /** A box to tick; a form may demand that it is. */
  readonly flag: { readonly mustBeTicked?: true };
  /** Up to `max` rows with members of their own; one at least. */
  readonly rows: { readonly max: number; readonly entries: MemberList };
  /** Members that stand together in one object, which may be left out as a whole. */
  readonly group: { readonly entries: MemberList };
  /** What no list can say: its schema, fields and controls are given beside the list. */
  readonly own: object;
};

type Values = {
  readonly [As in "text" | "country" | "dayOrTime"]: string;
} & {
  readonly [As in "number" | "degrees" | "thousandths"]: number;
} & {
  readonly [As in "answer" | "flag"]: boolean;
} & {
  readonly ids: string[];
  readonly money: Money;
  readonly day: LocalDate;
  readonly days: LocalDate[];
  readonly time: Instant;
};

/** What the reference of the API says of a member. */
type Described = { readonly description?: string };

type EntryOf<As extends keyof Kinds> = Omit<Said<boolean>, "field"> &
  Described &
  Kinds[As] & {
    readonly as: As;
    readonly member: string;
    /** Of the form's field; labels and helps are `spec.<name>` or `terms.<name>` of the kind's messages. */
    readonly name: string;
    readonly isRequired: boolean;
  };

/** One member of a request or of a bid's terms with all that schema, form, view and messages need of it. */
export type ListEntry = { readonly [As in keyof Kinds]: EntryOf<As> }[keyof Kinds];

/** The members of a request, or of a bid's terms, in the order of the form. Plain data: browsers have it without a schema. */
export type MemberList = readonly ListEntry[];

declare const TYPE: unique symbol;

/** What the type of a list needs of an entry: there for the compiler alone. */
type Typed<Member extends string, Value, Required extends boolean> = {
  readonly [TYPE]?: { readonly member: Member; readonly value: Value; readonly isRequired: Required };
};

type TypeOf<Entry> = Entry extends { readonly [TYPE]?: infer Type extends object } ? Type : never;
type MemberOf<Type, Required extends boolean> = Type extends {
  member: infer Member extends string;
  isRequired: Required;
}
  ? Member
  : never;

/** The type of what a list describes. */
export type TypeOfList<List extends MemberList> = Members<TypeOf<List[number]>>;

type Members<Type> = {
  [One in Type as MemberOf<One, true>]: ValueOf<One>;
} & {
  [One in Type as MemberOf<One, false>]?: ValueOf<One> | undefined;
};

type ValueOf<Type> = Type extends { value: infer Value } ? Value : never;

function entryOf(as: keyof Kinds, member: string, { field = member, ...said }: Said<boolean> & Described) {
  return { isRequired: false, ...said, as, member, name: field };
}

const entry =
  <const As extends keyof Values>(as: As) =>
  <const Member extends string, const Required extends boolean = false>(
    member: Member,
    said: Said<Required> & Kinds[As],
    description?: string,
  ) =>
    entryOf(as, member, { ...said, description }) as EntryOf<As> & Typed<Member, Values[As], Required>;

/**
 * How a list is written: one member a line, by the kind of its value, with what is said of it and what the reference of the API says. What each
 * means stands with `Kinds`.
 */
export const text = entry("text");
export const country = entry("country");
export const number = entry("number");
export const degrees = entry("degrees");
export const money = entry("money");
export const day = entry("day");
export const dayOrTime = entry("dayOrTime");
export const answer = entry("answer");
export const flag = entry("flag");
export const ids = entry("ids");
export const thousandths = entry("thousandths");
export const days = entry("days");
export const time = entry("time");

export const choice = <
  const Member extends string,
  const Value extends string | number,
  const Required extends boolean = false,
>(
  member: Member,
  said: Said<Required> & Kinds["choice"] & { readonly values: readonly Value[] },
  description?: string,
) => entryOf("choice", member, { ...said, description }) as EntryOf<"choice"> & Typed<Member, Value, Required>;

export const list = <const Member extends string, const Value extends string>(
  member: Member,
  said: Said<false> & Kinds["list"] & { readonly values: readonly Value[] },
  description?: string,
) => entryOf("list", member, { ...said, description }) as EntryOf<"list"> & Typed<Member, Value[], false>;

export const rows = <const Member extends string, const List extends MemberList>(
  member: Member,
  said: Said<false> & Described & Omit<Kinds["rows"], "entries">,
  entries: List,
) =>
  entryOf("rows", member, { ...said, entries } as Said<false>) as EntryOf<"rows"> &
    Typed<Member, TypeOfList<List>[], false>;

export const group = <const Member extends string, const List extends MemberList>(
  member: Member,
  said: Said<false> & Described,
  entries: List,
) =>
  entryOf("group", member, { ...said, entries } as Said<false>) as EntryOf<"group"> &
    Typed<Member, TypeOfList<List>, false>;

export const own = <Member extends string, Value>(member: Member, said: Said<false>) =>
  entryOf("own", member, said) as EntryOf<"own"> & Typed<Member, Value, false>;

/** A member that stands in no group, or in the form as if it did not. */
export type LeafEntry = Exclude<ListEntry, { readonly as: "group" }>;

type Leaf = { readonly entry: LeafEntry; readonly path: string };

/** All members with their paths, those of groups in their place. */
export const leavesOf = (list: MemberList): Leaf[] =>
  list.flatMap((one) =>
    one.as === "group"
      ? leavesOf(one.entries).map(({ entry, path }) => ({ entry, path: `${one.member}.${path}` }))
      : [{ entry: one, path: one.member }],
  );

function plainField({ entry, path }: Leaf): PlainField | null {
  const { as, name } = entry;
  if (as === "own" || as === "rows") return null;
  if (as === "money") return { name, path, as, currencyName: `${name}Currency` };
  if (as === "flag" && entry.mustBeTicked) return { name, path, as, mustBeTicked: true };
  if (as === "list" || as === "ids" || as === "days") return { name, path, as: "list" };
  if (as === "choice") return { name, path, as: typeof entry.values[0] === "number" ? "number" : "text" };
  if (as === "number" || as === "degrees" || as === "thousandths") return { name, path, as };
  if (as === "answer" || as === "flag" || as === "time") return { name, path, as };
  return { name, path, as: "text" };
}

const plainFields = (list: MemberList): PlainField[] => leavesOf(list).flatMap((leaf) => plainField(leaf) ?? []);

/** The fields of the form, with the members that they fill. */
export const formOf = (list: MemberList): FormField[] =>
  leavesOf(list).flatMap((leaf): FormField[] => {
    const { entry, path } = leaf;
    if (entry.as !== "rows") return [plainField(leaf) ?? []].flat();
    const rowFields = plainFields(entry.entries) as [PlainField, ...PlainField[]];
    return [{ name: entry.name, path, as: "rows", rowsMax: entry.max, rowFields }];
  });

const requiredMembers = (list: MemberList, isRequired: boolean): string[] =>
  list.filter((one) => one.isRequired === isRequired).map(({ member }) => member);

/** What the schema asks for: members of each spec, and of a group those without which it is not whole. */
export const requiredBy = (list: MemberList): Requirement[] => [
  ...always(...requiredMembers(list, true)),
  ...list.flatMap((one) =>
    one.as === "group"
      ? whole(one.member, requiredMembers(one.entries, true), requiredMembers(one.entries, false))
      : [],
  ),
];

/** What the form offers to choose from; null of a member that is written. */
export function offersOf(entry: ListEntry): readonly (string | number)[] | null {
  if (entry.as === "country") return COUNTRIES;
  if (entry.as === "choice" || entry.as === "list") return entry.values;
  return (entry.as === "text" || entry.as === "number" ? entry.offers : undefined) ?? null;
}

/** Where the words of a member's values stand: a key over all messages; undefined where they stand for themselves. */
export function wordsOf(entry: ListEntry): string | undefined {
  if (entry.as === "country") return "services.country";
  return "words" in entry ? entry.words : undefined;
}

/** Where the words of the choices stand, by the member's path without numbers of rows. */
export const choicesIn = (list: MemberList): Readonly<Record<string, string>> =>
  Object.fromEntries(
    leavesOf(list).flatMap(({ entry, path }) => {
      const inside = entry.as === "rows" ? Object.entries(choicesIn(entry.entries)) : [];
      const words = wordsOf(entry);
      return [...(words ? [[path, words]] : []), ...inside.map(([part, of]) => [`${path}.${part}`, of])];
    }),
  );
