import { useLocale } from "next-intl";
import { numberFormat } from "./intl-cache";

/** A plain number in the reader's digits: 1,286. */
export function CountText({ value }: { readonly value: bigint | number }) {
  return numberFormat(useLocale(), {}).format(value);
}
