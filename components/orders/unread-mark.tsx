import { useTranslations } from "next-intl";

/** How many messages of the other side wait beside an order; nothing where none does. */
export function UnreadMark({ count }: { readonly count: number }) {
  const t = useTranslations("orders.column");
  return count > 0 ? <small className="block">{t("unread", { count })}</small> : null;
}
