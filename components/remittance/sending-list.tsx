import { useNameList } from "@/components/ui/sentences";
import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import { TimeText } from "@/components/ui/time/time-text";
import { type LookState, StateChip } from "@/components/ui/state-chip";
import type { EntryEvent, RemittanceState } from "@/domain/remittance/remittance";
import type { Sending } from "@/views/payments";
import { useChannelName } from "./corridor-health";

type SendingListProps = {
  readonly sendings: readonly Sending[];
  readonly zone: string;
  readonly fileName: (id: string) => string | null;
};

const LOOKS: Readonly<Record<RemittanceState, LookState>> = {
  sent: "transit",
  frozen: "disputed",
  recalled: "held",
  received: "completed",
  returned: "held",
};

const REASONED: readonly EntryEvent[] = ["return", "freeze", "recall"];

const BASIS = { bid: "byBid", open: "said", taken: "taken" } as const;

function Returned({ of }: { readonly of: NonNullable<Sending["returned"]> }) {
  const t = useTranslations("remittance");
  const { borneBy, basis } = of;
  return (
    <p>
      {t("returned.back")} <MoneyText {...of.amount} display="code" /> · {t("returned.cost")}{" "}
      <MoneyText {...of.cost} display="code" /> ·{" "}
      {borneBy === null ? t("returned.open") : t(`returned.${BASIS[basis]}`, { bearer: t(`bearer.${borneBy}`) })}
    </p>
  );
}

function History({ of, zone, fileName }: { readonly of: Sending } & Omit<SendingListProps, "sendings">) {
  const t = useTranslations("remittance");
  const nameList = useNameList();
  return (
    <ul>
      {of.entries.map(({ seq, event, occurredAt, reason, words, fileIds }) => {
        const names = fileIds.flatMap((id) => fileName(id) ?? []);
        return (
          <li key={seq}>
            <TimeText at={occurredAt} zone={zone} hasYear /> {t(`event.${event}`)}
            {reason !== null && REASONED.includes(event) && ` · ${t(`reason.${event}.${reason}`)}`}
            {words !== "" && <span className="block break-anywhere">{words}</span>}
            {names.length > 0 && <small className="block text-ink-2">{t("files", { names: nameList(names) })}</small>}
          </li>
        );
      })}
    </ul>
  );
}

/** Each sending of the money with what its banks have done, the last first. */
export function SendingList({ sendings, zone, fileName }: SendingListProps) {
  const t = useTranslations("remittance");
  const channelName = useChannelName();
  return (
    <ol className="deed-list" aria-label={t("sendings")}>
      {[...sendings].reverse().map((of) => (
        <li key={of.id}>
          <div className="flow">
            <b>{t("attempt", { attempt: of.attempt })}</b>
            <StateChip state={LOOKS[of.state]}>{t(`state.${of.state}`)}</StateChip>
            {of.amount && <MoneyText {...of.amount} display="code" />}
            <span>{channelName(of.channel)}</span>
          </div>
          {of.reference && of.referenceKind && (
            <p className="break-anywhere">
              {t(`referenceKind.${of.referenceKind}`)} {of.reference}
            </p>
          )}
          {of.returned && <Returned of={of.returned} />}
          <History of={of} zone={zone} fileName={fileName} />
        </li>
      ))}
    </ol>
  );
}
