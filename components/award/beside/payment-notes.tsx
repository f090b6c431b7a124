import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import type { ComparePage } from "@/domain/award/compare-view";

/** Where a payment is to be awarded: who holds the money, and what to do about a quote that has ended. */
export function PaymentNotes({ page }: { readonly page: ComparePage }) {
  const t = useTranslations();
  const payments = page.services.filter((service) => service.service === "payment");
  if (payments.length === 0) return null;
  const isAnyExpired = payments.some(
    (service) => service.state === "opened" && service.cells.some((cell) => cell.isExpired),
  );
  return (
    <>
      <Note>{t("service-payment.moneyHolder")}</Note>
      {isAnyExpired && <Note tone="warn">{t("award.payout.askAgain")}</Note>}
    </>
  );
}
