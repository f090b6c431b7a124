import { type Currency, minorDigits, toDecimal } from "@/domain/shared/money";
import { numberFormat } from "./intl-cache";
import { useLocale } from "next-intl";

type MoneyFigure = { readonly minor: bigint | number | string; readonly currency: Currency };

/** `none` where the head of the column or the box already names the currency. */
type CurrencyDisplay = "symbol" | "code" | "none";

type MoneyOptions = {
  readonly display?: CurrencyDisplay;
  /** Without minor units, rounded half up: for lists to be scanned, never where something is owed. */
  readonly isRounded?: boolean;
};

/**
 * The exact amount in the reader's digits. Decimal places are ISO 4217's, not Intl's own, and the amount goes to
 * Intl as decimal text, so no unit is lost above 2^53.
 */
export function formatMoney(figure: MoneyFigure, locale: string, options: MoneyOptions = {}): string {
  const { display = "symbol", isRounded = false } = options;
  const { currency } = figure;
  const digits = isRounded ? 0 : minorDigits(currency);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  const decimal = toDecimal({ minor: BigInt(figure.minor), currency }) as `${number}`;
  if (display === "none") return numberFormat(locale, places).format(decimal);
  const currencyDisplay = display === "code" ? "code" : "narrowSymbol";
  return numberFormat(locale, { style: "currency", currency, currencyDisplay, ...places }).format(decimal);
}

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
