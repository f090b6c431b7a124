import { useLocale } from "next-intl";
import { type CurrencyDisplay, formatMoney, type MoneyFigure } from "./format-money";

type MoneyTextProps = MoneyFigure & {
  readonly display?: CurrencyDisplay;
  /** Without minor units: for lists to be scanned, never where something is owed. */
  readonly isRounded?: boolean;
  /** Another locale than the page's. */
  readonly locale?: string;
};

/** Knows every currency, so it belongs on the server: a form on the client is given the finished text. */
export function MoneyText({ minor, currency, display, isRounded, locale }: MoneyTextProps) {
  const pageLocale = useLocale();
  const text = formatMoney({ minor, currency }, locale ?? pageLocale, { display, isRounded });
  return <span className="whitespace-nowrap">{text}</span>;
}
