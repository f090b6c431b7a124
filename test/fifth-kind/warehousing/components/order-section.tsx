import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/blocks";
import type { OrderPage } from "@/views/orders";

/** Until when the goods of an order are stored, on its page. */
export function WarehousingSection({ order }: { readonly order: Pick<OrderPage, "milestones"> }) {
  const t = useTranslations("service-warehousing");
  const isIn = order.milestones.some(({ code, occurredAt }) => code === "taken_in" && occurredAt !== null);
  return <Panel title={t("section.title")}>{t(isIn ? "section.stored" : "section.awaited")}</Panel>;
}
