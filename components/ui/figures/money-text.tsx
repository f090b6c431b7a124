import { useLocale } from "next-intl";
import { type CurrencyDisplay, formatMoney, type MoneyFigure } from "./format-money";

type MoneyTextProps = MoneyFigure & {
  readonly display?: CurrencyDisplay;
  /** Another locale than the page's. */
  readonly locale?: string;
};

/** Knows every currency, so it belongs on the server: a form on the client is given the finished text. */
export function MoneyText({ minor, currency, display, locale }: MoneyTextProps) {
  const pageLocale = useLocale();
  return <span className="whitespace-nowrap">{formatMoney({ minor, currency }, locale ?? pageLocale, display)}</span>;
}
