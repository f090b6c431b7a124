import type { FormValues } from "@/domain/shared/form-state";

type KeptFieldsProps = {
  readonly values: FormValues;
  /** Names that the form sends by itself. */
  readonly except: ReadonlySet<string>;
};

/** What was typed in the first step of a form, sent again unseen with the second. */
export const KeptFields = ({ values, except }: KeptFieldsProps) =>
  Object.entries(values)
    .filter(([name]) => !except.has(name))
    .flatMap(([name, value]) =>
      (typeof value === "string" ? [value] : value).map((one, place) => (
        <input key={`${name} ${place.toString()}`} type="hidden" name={name} value={one} />
      )),
    );
