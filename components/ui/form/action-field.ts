import type { ComponentProps, ReactNode } from "react";
import type { RadioCard } from "./radio-cards";
import type { Option } from "./inputs";

type Common = {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly initial?: string;
  readonly isRequired?: boolean;
  /** Drawn only once a refusal has asked for it. */
  readonly isOnDemand?: boolean;
  /** Width of twelve; a half where it is not said, the whole for long texts, ticks and groups. A `pair` is a half on a phone, too. */
  readonly span?: "span-3" | "span-4" | "span-6" | "span-8" | "span-12" | "pair";
};

type Tick = { readonly value: string; readonly label: ReactNode; readonly detail?: ReactNode };

/** One thing that a form asks for. Its words come with it, so that the form needs none of its room's. */
export type ActionField =
  | (Common & {
      readonly kind: "text";
      readonly maxLength?: number;
      readonly isNumber?: boolean;
      /** What the browser offers while it is typed, with a script and without. */
      readonly offers?: readonly string[];
      readonly input?: Pick<ComponentProps<"input">, "type" | "inputMode" | "autoComplete" | "autoCapitalize">;
    })
  | (Common & { readonly kind: "area"; readonly maxLength: number })
  | (Common & { readonly kind: "amount"; readonly unit?: string })
  | (Common & { readonly kind: "select"; readonly options: readonly Option[]; readonly placeholder?: string })
  | (Common & { readonly kind: "day"; readonly min?: string; readonly max?: string })
  /** A time of day, and a wall clock of one of several zones that another field names. */
  | (Common & { readonly kind: "clock" | "wall" })
  | (Common & {
      readonly kind: "time";
      readonly zoneName: string;
      /** The zone, by its IANA name, of what happens while it is told: the field keeps to the clock of whoever looks at it, since the page may be older. */
      readonly clock?: string;
    })
  | (Common & { readonly kind: "radios"; readonly cards: readonly RadioCard[] })
  | (Common & { readonly kind: "tick"; readonly detail?: string })
  | (Common & {
      readonly kind: "checks";
      readonly options: readonly Tick[];
      readonly chosen: readonly string[];
      /** Side by side, for many. */
      readonly isInColumns?: boolean;
    })
  /** What belongs together, under a heading of its own; `isFolded` where most leave it out. */
  | {
      readonly kind: "group";
      readonly name: string;
      readonly label: string;
      readonly isFolded?: boolean;
      /** Said below the fields. */
      readonly help?: string;
      readonly fields: readonly ActionField[];
    };

export type AskedField = Exclude<ActionField, { kind: "group" }>;

/** The fields of a form without their groups, in the order in which they stand. */
export const fieldsWithin = (fields: readonly ActionField[]): readonly AskedField[] =>
  fields.flatMap((field) => (field.kind === "group" ? fieldsWithin(field.fields) : [field]));

/** The id of a field within its form: names have brackets, which a fragment of an address has not. */
export const actionFieldId = (formId: string, name: string): string => `${formId}-${name.replace(/[^\w]+/g, "-")}`;
