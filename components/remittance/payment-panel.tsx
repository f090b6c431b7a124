import { type LookState, QuietChip } from "@/components/ui/cells";
import { useNameList } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { formatMoney, MoneyText } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/time/format-time";
import { TimeText } from "@/components/ui/time/time-text";
import { StateChip } from "@/components/ui/state-chip";
import type { EntryEvent, RemittanceState } from "@/domain/remittance/remittance";
import { isMfo } from "@/domain/services/payment/bank-codes";
import type { OrderPayment, RateLock, Sending } from "@/views/payments";
import { useChannelName } from "./corridor-health";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { numberedBoxes } from "@/components/services/numbered-boxes";
import { useDurationWords } from "@/components/services/service-name";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { DAY_MS, MINUTE_MS } from "@/domain/shared/time";
import type { HubWithClock } from "@/domain/shared/vocabulary";
import type { PaymentTransition } from "@/domain/remittance/transitions";
import { worseWords } from "./worse-words";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { DataTable } from "@/components/ui/table/data-table";

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

const PARTS = ["received", "sent", "fees", "returned", "held"] as const;

/** The account of an order's funds, to the minor unit, and what becomes of a surplus. */
export function FundsBalance({ funds }: { readonly funds: NonNullable<OrderPayment["funds"]> }) {
  const [t, locale] = [useTranslations("remittance.balance"), useLocale()];
  const nameList = useNameList();
  const { surplus, hold, refund, refunds } = funds;
  const boxes = PARTS.map((part, at) => ({
    ...{ number: at + 1, label: t(part), value: <MoneyText {...funds[part]} display="code" /> },
    detail: part === "received" ? t("closes") : null,
  }));
  return (
    <>
      <WaybillGrid isFlat columns={3} boxes={boxes} />
      {hold && (
        <p className="p-4">
          <QuietChip icon="triangle-alert">{t("hold.state")}</QuietChip>{" "}
          {t(`hold.${hold.state}`, {
            ...{ amount: formatMoney(hold.amount, locale, { display: "code" }), remitter: hold.remitter },
          })}
        </p>
      )}
      {refund && (
        <p className="p-4">
          {t("refund", {
            ...{
              amount: formatMoney(refund.amount, locale, { display: "code" }),
              remitter: nameList(refund.remitters),
            },
            isFromBank: String(refund.isFromBank),
          })}
        </p>
      )}
      {refunds.map(({ amount, valueDate, reference }) => (
        <p key={reference} className="p-4 break-anywhere">
          {t("refunded", {
            ...{
              amount: formatMoney(amount, locale, { display: "code" }),
              day: formatDay(valueDate, locale),
              reference,
            },
          })}
        </p>
      ))}
      {surplus && (
        <p className="p-4">
          {t(`surplus.${surplus.state}`, {
            amount: formatMoney(surplus.amount, locale, { display: "code" }),
            mayBeKept: String(surplus.mayBeKept),
          })}
        </p>
      )}
    </>
  );
}

const DAY_MINUTES = DAY_MS / MINUTE_MS;

type LockTableProps = { readonly locks: readonly RateLock[]; readonly zone: string; readonly hub: HubWithClock };

const stateOf = ({
  isLive,
  isUsed,
  needsConfirmation,
  confirmedAt,
  isReplaced,
}: RateLock): "used" | "replaced" | "ended" | "waits" | "holds" => {
  if (isUsed) return "used";
  if (isReplaced) return "replaced";
  if (!isLive) return "ended";
  return needsConfirmation && confirmedAt === null ? "waits" : "holds";
};

/** Every rate that was locked, until when, and whether it holds. */
function LockTable({ locks, zone, hub }: LockTableProps) {
  const t = useTranslations("remittance.lock");
  return (
    <DataTable
      caption={t("caption")}
      rows={locks}
      rowKey={({ id }) => id}
      height="tall"
      columns={[
        {
          key: "rate",
          head: t("rate"),
          cell: ({ base, quote, rate }) => t("pair", { base, quote, rate }),
          detail: ({ reference }) => reference,
        },
        {
          key: "from",
          card: "facts",
          isNamedOnCard: true,
          head: t("from"),
          cell: ({ lockedAt }) => <TimeText at={lockedAt} zone={zone} hasSeconds />,
        },
        {
          key: "until",
          card: "facts",
          isNamedOnCard: true,
          head: t("until"),
          cell: ({ expiresAt }) => <DeadlineText at={expiresAt} zone={zone} hub={hub} />,
        },
        {
          key: "state",
          card: "end",
          head: t("state"),
          cell: (lock) => (
            <>
              {t(stateOf(lock))}
              {lock.confirmedAt !== null && (
                <small>
                  {t("taken")} <TimeText at={lock.confirmedAt} zone={zone} />
                </small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

type PaymentPanelProps = {
  readonly page: OrderPayment;
  readonly zone: string;
  readonly hub: HubWithClock;
  readonly transitionHref: (transition: PaymentTransition) => string;
  readonly fileName: (id: string) => string | null;
  /** Whether a phone opens it by itself. */
  readonly fold: "open" | "closed";
};

function Boxes({ page }: Pick<PaymentPanelProps, "page">) {
  const t = useTranslations("remittance");
  const channelName = useChannelName();
  const durationWords = useDurationWords();
  const { pair, amount, promisedLockMinutes: promised, returnCostBorneBy, returnDays } = page;
  const bearer = returnCostBorneBy === null ? t("box.notSaid") : t(`bearer.${returnCostBorneBy}`);
  return (
    <WaybillGrid
      isFlat
      columns={4}
      boxes={[
        {
          number: 1,
          label: t("box.amount"),
          value: amount ? <MoneyText {...amount} display="code" /> : t("box.notSaid"),
          detail: pair ? t("box.pair", { from: pair.payerCurrency, to: pair.payeeCurrency }) : t("box.oneCurrency"),
        },
        { number: 2, label: t("box.channel"), value: channelName(page.channel) },
        {
          number: 3,
          label: t("box.lock"),
          value: promised ? durationWords(promised) : t(pair ? "box.noLock" : "box.noneNeeded"),
          detail: promised !== null && promised >= DAY_MINUTES ? t("box.bankDays") : null,
        },
        {
          number: 4,
          label: t("box.returnCost"),
          value: bearer,
          detail: returnDays === null ? null : t("box.returnDays", { days: returnDays }),
        },
      ]}
    />
  );
}

/** The payee's bank with its codes, that of its country by name. */
function useBankWords() {
  const t = useTranslations("remittance.payee");
  return ({ bank, bic, bik = "" }: NonNullable<OrderPayment["payee"]>): string =>
    [bank, bic, bik && t(isMfo(bik) ? "mfo" : "bik", { code: bik })].filter(Boolean).join(" · ");
}

/** Who is to be paid and where, so far as the request says it. */
function PayeeBoxes({ payee }: { readonly payee: NonNullable<OrderPayment["payee"]> }) {
  const t = useTranslations("remittance.payee");
  const bankWords = useBankWords();
  const boxes = [
    { label: t("name"), value: payee.name },
    { label: t("bank"), value: bankWords(payee) },
    { label: t("account"), value: payee.account },
  ];
  return <WaybillGrid isFlat columns={3} boxes={numberedBoxes(boxes)} />;
}

/** When the buyer gave the payee's details anew, and what they were before. */
function PayeeChanges({ payees, zone }: Pick<OrderPayment, "payees"> & { readonly zone: string }) {
  const t = useTranslations("remittance.payee");
  const bankWords = useBankWords();
  return payees.map(({ attempt, at, before }) => (
    <p key={attempt} className="p-4 break-anywhere">
      {t("given", { attempt })} <TimeText at={at} zone={zone} hasYear />
      {before && (
        <small className="block text-ink-2">
          {t("before", { details: [before.name, bankWords(before), before.account].filter(Boolean).join(" · ") })}
        </small>
      )}
    </p>
  ));
}

/** Below which rate a lock waits for the buyer. */
function AgreedNote({ pair, agreedRate }: Pick<OrderPayment, "pair" | "agreedRate">) {
  const t = useTranslations("remittance.lock");
  if (!pair) return null;
  if (agreedRate === "market") return <p>{t("agreedMarket")}</p>;
  const { base, rate } = agreedRate;
  const quote = base === pair.payerCurrency ? pair.payeeCurrency : pair.payerCurrency;
  return <p>{t("agreedBid", { rate: t("pair", { base, quote, rate }) })}</p>;
}

/** By how much a rate that waits for the buyer is worse than agreed, and what that comes to. */
function WorseNote({ lock }: { readonly lock: RateLock }) {
  const [t, locale] = [useTranslations(), useLocale()];
  const worse = lock.isLive ? worseWords(lock, t, locale) : "";
  return worse === "" ? null : <p>{worse}</p>;
}

/** What the bid promises of rate and returns, every rate that was locked, every sending, and what the viewer may do. */
export function PaymentPanel({ page, zone, hub, fold, transitionHref, fileName }: PaymentPanelProps) {
  const t = useTranslations("remittance");
  const [first] = page.transitions;
  return (
    <Panel title={t("panel.title")} id="payment" isFlush fold={fold}>
      <Boxes page={page} />
      {page.payee && <PayeeBoxes payee={page.payee} />}
      <PayeeChanges payees={page.payees} zone={zone} />
      {page.funds && <FundsBalance funds={page.funds} />}
      {page.locks.length > 0 && <LockTable locks={page.locks} zone={zone} hub={hub} />}
      <div className="form-stack px-4 py-1 empty:hidden">
        {page.pair && page.locks.length === 0 && <p>{t("panel.noLocks")}</p>}
        <AgreedNote {...page} />
        {page.locks.map((lock) => (
          <WorseNote key={lock.id} lock={lock} />
        ))}
        {page.sendings.length === 0 && <p>{t("panel.nothingSent")}</p>}
      </div>
      {page.sendings.length > 0 && <SendingList sendings={page.sendings} zone={zone} fileName={fileName} />}
      {page.transitions.length > 0 && (
        <div className="flow border-t border-line p-4">
          {page.transitions.map((transition) => (
            <ButtonLink
              key={transition}
              size="small"
              variant={transition === first ? "primary" : "plain"}
              href={transitionHref(transition)}
            >
              {t(`deed.${transition}`)}
            </ButtonLink>
          ))}
        </div>
      )}
    </Panel>
  );
}
