import { useLocale, useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { asWritten, type ShowText } from "@/components/ui/translated-text";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { disputeStep } from "@/domain/disputes/dispute-step";
import type { Dispute, DisputeEntry } from "@/views/disputes";
import type { Instant } from "@/domain/shared/time";
import { partyName, Sentences, useNameList } from "@/components/ui/words";
import type { ReactNode } from "react";
import { formatShare } from "@/components/ui/format";
import { MoneyText } from "@/components/ui/figures";
import { Panel } from "@/components/ui/blocks";
import { Stamp } from "@/components/ui/state-chip";
import type { Ending } from "@/domain/disputes/dispute";
import { sharesOf } from "@/domain/orders/dispute-ruling";
import { ServiceName } from "@/components/services/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";

type DisputeTurnBarProps = {
  readonly dispute: Dispute;
  /** Null to an administrator. */
  readonly side: "buyer" | "provider" | null;
  readonly now: Instant;
  readonly zone: string;
};

/** Whose turn a dispute is, what follows by itself, and when. */
export function DisputeTurnBar({ dispute, side, now, zone }: DisputeTurnBarProps) {
  const t = useTranslations("disputes.turn");
  const clock = (at: Instant, label: "escalates" | "evidence" | "decides") => (
    <TurnDeadline
      label={
        <>
          {t(`by.${label}`)} <TimeText at={at} zone={zone} />
        </>
      }
    >
      <TimeLeft until={at} now={now} />
    </TurnDeadline>
  );
  const step = disputeStep(dispute, now);
  if (dispute.ending || step === null) return <TurnBar who="done" whoLabel={t("over")} sentence={t("ended")} />;
  const { who, what, by } = step;
  const isYours = who === "market" ? side === null : side !== null && (who === "parties" || who === side);
  const isTalk = what === "answer" || what === "offer" || what === "talk";
  const others = isTalk ? "others" : who === "market" ? "market" : "parties";
  const waits =
    what === "answer"
      ? "waitForAnswer"
      : what === "offer"
        ? "waitForOffer"
        : what === "decide"
          ? "waitForDecision"
          : what;
  const label = isTalk ? "escalates" : what === "decide" ? "decides" : "evidence";
  return (
    <TurnBar
      who={isYours ? "you" : "other"}
      whoLabel={t(isYours ? "yours" : others)}
      sentence={t(isYours ? what : waits)}
      next={t(isTalk ? "thenEscalated" : what === "decide" ? "thenExecuted" : "thenDecided")}
      {...(by === null ? {} : { deadline: clock(by, label) })}
    />
  );
}

type DisputePanelProps = {
  readonly dispute: Dispute;
  /** The order's files, which entries point to. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly zone: string;
  /** What the reader may do with an offer that stands. */
  readonly onOffer?: (entry: DisputeEntry) => ReactNode;
  readonly show?: ShowText;
};

const textIn = ({ id, orderId }: Dispute, part: string, text: string) =>
  ({ kind: "dispute", id: orderId, part: `${id}.${part}`, text }) as const;

/** An ending in words, with what it means in money. */
export function EndingText({
  ending,
  dispute,
}: {
  readonly ending: Ending;
  readonly dispute: Pick<Dispute, "about" | "inDispute">;
}) {
  const t = useTranslations("disputes.ending");
  const locale = useLocale();
  const { toProvider, toBuyer } = sharesOf(dispute.inDispute, ending.shareBps);
  return (
    <span>
      <Sentences>
        <b>{t(`outcome.${ending.outcome}`)}</b>
        {t(`effect.${ending.effect}`)}
        {t.rich(`money.${dispute.about}`, {
          whole: () => <MoneyText {...dispute.inDispute} />,
          percent: formatShare(ending.shareBps, 10_000, locale) ?? "",
          provider: () => <MoneyText {...toProvider} />,
          buyer: () => <MoneyText {...toBuyer} />,
        })}
        {t(`settles.${dispute.about}`)}
      </Sentences>
    </span>
  );
}

type EntryProps = DisputePanelProps & { readonly entry: DisputeEntry };

function Entry({ entry, dispute, files, zone, onOffer, show = asWritten }: EntryProps) {
  const t = useTranslations("disputes.entry");
  const nameList = useNameList();
  const locale = useLocale();
  const fileName = (fileId: string) => files.find(({ id }) => id === fileId)?.name ?? fileId;
  return (
    <li className="dispute-entry">
      <p className="text-sm text-ink-2">
        <b>{partyName(dispute.order[entry.by], locale)}</b> <TimeText at={entry.at} zone={zone} />
      </p>
      {show(textIn(dispute, `${entry.seq}`, entry.words), "whitespace-pre-line")}
      {entry.fileIds.length > 0 && (
        <p className="text-sm text-ink-2">{t("files", { names: nameList(entry.fileIds.map(fileName)) })}</p>
      )}
      {entry.offer && (
        <div className="flow">
          <span>
            {t(entry.isStanding ? "offer" : "offerPast")} <EndingText ending={entry.offer} dispute={dispute} />
          </span>
          {entry.isStanding && !dispute.ending && onOffer?.(entry)}
        </div>
      )}
    </li>
  );
}

/** What is disputed, what was said and offered, its clocks, and how it ended. */
export function DisputePanel(props: DisputePanelProps) {
  const { dispute, zone, show = asWritten } = props;
  const t = useTranslations("disputes");
  const locale = useLocale();
  const { ending } = dispute;
  return (
    <Panel
      id={`dispute-${dispute.id}`}
      title={t(`code.${dispute.code}`)}
      aside={
        ending ? (
          <Stamp
            verdict={t(ending.isAgreed ? "ending.agreed" : "ending.decided")}
            where={<TimeText at={ending.at} zone={zone} />}
          />
        ) : (
          t(`state.${dispute.state}`)
        )
      }
    >
      <p className="text-sm text-ink-2">
        {t("openedBy", { party: partyName(dispute.order[dispute.openedBy], locale) })}{" "}
        <TimeText at={dispute.openedAt} zone={zone} />
      </p>
      {dispute.about === "charge" && (
        <p>
          {t.rich(dispute.earlier === null ? "charge" : "chargeLeft", {
            amount: () => <MoneyText {...dispute.inDispute} display="code" />,
          })}
        </p>
      )}
      {show(textIn(dispute, "words", dispute.words), "whitespace-pre-line")}
      <ol className="stack">
        {dispute.entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} {...props} />
        ))}
      </ol>
      {ending && (
        <div>
          <p>
            <EndingText ending={ending} dispute={dispute} />
          </p>
          {show(textIn(dispute, "ending", ending.words), "whitespace-pre-line")}
        </div>
      )}
    </Panel>
  );
}

type DisputeTableProps = {
  readonly rows: readonly Dispute[];
  readonly zone: string;
  /** The server's time of this page. */
  readonly now: Instant;
  readonly hrefOf: (row: Dispute) => string;
};

/** Escalated disputes: on which order, between whom, about what, and by when it is to be decided. */
export function DisputeTable({ rows, zone, now, hrefOf }: DisputeTableProps) {
  const t = useTranslations("disputes");
  const locale = useLocale();
  const parties = ({ order }: Dispute) => `${partyName(order.buyer, locale)} / ${partyName(order.provider, locale)}`;
  const state = ({ ending, state: one }: Dispute) =>
    ending ? t(ending.isAgreed ? "ending.agreed" : "ending.decided") : t(`state.${one}`);
  const decideBy = ({ decideBy: at, ending }: Dispute) =>
    at !== null &&
    !ending && (
      <>
        <TimeText at={at} zone={zone} />
        <span className="block text-xs font-normal text-ink-2">
          <TimeLeft until={at} now={now} />
        </span>
      </>
    );
  const charge = ({ about, inDispute }: Dispute) =>
    about === "charge" && t.rich("admin.charge", { amount: () => <MoneyText {...inDispute} /> });
  const columns: Column<Dispute>[] = [
    { key: "order", head: t("admin.order"), cell: ({ order }) => order.reference, detail: ({ order }) => order.title },
    {
      key: "service",
      card: "facts",
      head: t("admin.service"),
      cell: ({ order }) => <ServiceName service={order.service} />,
    },
    { key: "parties", card: "turn", head: t("admin.parties"), cell: parties },
    { key: "code", card: "route", head: t("admin.code"), cell: ({ code }) => t(`code.${code}`) },
    {
      key: "price",
      card: "facts",
      head: t("admin.price"),
      isNumber: true,
      cell: ({ order }) => <MoneyText {...order.price} />,
      detail: charge,
    },
    { key: "state", card: "top", head: t("admin.state"), cell: state },
    { key: "by", card: "end", head: t("admin.decideBy"), cell: decideBy },
  ];
  return (
    <DataTable
      caption={t("admin.title")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      isYours={({ ending }) => ending === null}
      hasKeys
    />
  );
}
