import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "./blocks";
import { formatShare, numberFormat } from "./format";

type ShareTextProps = {
  readonly part: bigint | number;
  readonly whole: bigint | number;
  /** What is counted, in the page's language: "orders", 单. */
  readonly unit: string;
  /** `stacked` sets the percentage large over its fraction. */
  readonly variant?: "line" | "stacked";
  /** The rows behind the figure. */
  readonly href?: string;
  readonly digits?: number;
};

/** A percentage never stands without its fraction. */
export function ShareText({ part, whole, unit, variant = "line", href, digits }: ShareTextProps) {
  const t = useTranslations("ui.share");
  const locale = useLocale();
  const percent = formatShare(part, whole, locale, digits) ?? t("none");
  const count = numberFormat(locale, {});
  const values = { part: count.format(part), whole: count.format(whole), unit };
  const words = variant === "line" ? t("full", { ...values, percent }) : t("fraction", values);
  const text = href ? <Anchor href={href}>{words}</Anchor> : words;
  if (variant === "line") return <span>{text}</span>;
  return (
    <>
      <span className="figure block">{percent}</span>
      <small className="block font-normal">{text}</small>
    </>
  );
}
