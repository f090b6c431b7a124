import type { Option } from "./select";

type Common = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly initial?: string;
  readonly isRequired?: boolean;
  /** Drawn only once a refusal has asked for it. */
  readonly isOnDemand?: boolean;
  /** Width of twelve; a half where it is not said. */
  readonly span?: "span-3" | "span-4" | "span-8" | "span-12";
};

/** One thing that a step asks for. Its words come with it, so that the form needs none of its room's. */
export type StepField =
  | (Common & { readonly kind: "text"; readonly maxLength: number })
  | (Common & { readonly kind: "area"; readonly maxLength: number })
  | (Common & { readonly kind: "select"; readonly options: readonly Option[]; readonly placeholder?: string })
  | (Common & {
      readonly kind: "time";
      readonly zoneName: string;
      /** The zone, by its IANA name, of what happens while it is told: the field keeps to the clock of whoever looks at it, since the page may be older. */
      readonly clock?: string;
    })
  | (Omit<Common, "initial"> & {
      readonly kind: "checks";
      readonly options: readonly Option[];
      readonly chosen: readonly string[];
    });

/** The id of a field within its form: names have brackets, which a fragment of an address has not. */
export const stepFieldId = (formId: string, name: string): string => `${formId}-${name.replace(/[^\w]+/g, "-")}`;
