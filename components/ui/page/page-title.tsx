import { useTranslations } from "next-intl";

/** What the browser's tab and its history say of a page: the page's own heading, and whose page it is. */
export function PageTitle({ children }: { readonly children: string }) {
  const t = useTranslations("common");
  return <title>{`${children} · ${t("product")}`}</title>;
}
