import { useTranslations } from "next-intl";
import { BestTag } from "@/components/ui/turn/best-tag";
import type { ChoosingProps } from "../compare-matrix";
import type { PayoutWords, ServiceWords } from "../compare-words";

/** Under the bids of a payment: what its payee receives from each, side by side. */
export function PayoutRow({
  service,
  words,
  chosen,
}: Omit<ChoosingProps, "choose"> & { readonly service: ServiceWords }) {
  const mine = service.cells.find((cell) => cell.choiceId === chosen[service.requestId]);
  return (
    <tr>
      <th scope="row">{service.payoutHead}</th>
      {words.providers.map((provider) => {
        const payout = service.cells.find((cell) => cell.columnId === provider.id)?.payout;
        return <td key={provider.id}>{payout && <PayoutText payout={payout} />}</td>;
      })}
      <td className="is-choice">
        <span className="matrix-value">{mine?.payout?.amount ?? "–"}</span>
      </td>
    </tr>
  );
}

export function PayoutText({ payout }: { readonly payout: PayoutWords }) {
  const t = useTranslations("award.best");
  return (
    <>
      <span className="matrix-value">{payout.amount}</span>{" "}
      {payout.isBest && (
        <span className="matrix-tags">
          <BestTag>{t("payout")}</BestTag>
        </span>
      )}
      {payout.notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </>
  );
}
