import { GateRow } from "@/components/ui/gate-row";
import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { formatDay } from "@/components/ui/time/format-time";
import { useMilestoneName, useServiceName } from "@/components/services/service-name";
import type { ChainGate, DealChain } from "@/views/chain";
import { bringerOf, type Gate, isRelease, needKey, type Step } from "@/domain/orders/chain/gate";
import { type GateState, visitDayOf, whyOf } from "@/domain/orders/chain/gate-state";
import type { Mode } from "@/domain/hubs/place";
import { Anchor, ButtonLink, type ButtonLook, EmptyState, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { FormAction } from "@/domain/shared/form-state";
import { fallbackId } from "@/components/requests/fallback-panel";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/state-chip";
import { mayStateRelease } from "@/domain/clearance/release";

/** Whether goods that failed wait for what the buyer makes of the report. */
export const isForDecision = ({ lifter, why }: Pick<ChainGate, "lifter" | "why">): boolean =>
  why === "inspection_failed" && lifter === "buyer";

/** Why a gate in this state is closed, as its words need it. */
export const causeOf = (state: GateState) => ({ why: whyOf(state), visitDay: visitDayOf(state) });

/** A gate of goods by such a mode in words: what it waits for, what it holds, why it is closed, and who can open it. */
export function useGateWords(mode: Mode) {
  const t = useTranslations("chain.gate");
  const service = useServiceName();
  const milestone = useMilestoneName(mode);
  const locale = useLocale();
  const stepWords = (step: Step) =>
    t("step", { service: service(step.service), milestone: milestone(step.service, step.code) });
  const needWords = ({ need }: Pick<Gate, "need">) =>
    need.kind === "step" ? stepWords(need.step) : t(`need.${need.kind}`);
  return {
    stepWords,
    needWords,
    holdsWords: ({ holds }: Pick<Gate, "holds">) => stepWords(holds),
    whyWords: ({ why, visitDay }: Pick<ChainGate, "why" | "visitDay">) =>
      why === null ? "" : t(`why.${why}`, { day: visitDay === null ? "" : formatDay(visitDay, locale) }),
    /** Who can lift it: whoever brings what it waits for, and the buyer by a waiver, or by stating a release with its number; of goods that failed the buyer's decision. */
    lifterWords: (
      { bringer, need, lifter, why }: Pick<ChainGate, "bringer" | "need" | "lifter" | "why">,
      buyer: string,
    ) => {
      if (why === "not_stated") return t("liftedByWord", { buyer });
      if (why === "undecided") return t("liftedByChoice", { buyer });
      if (isForDecision({ lifter, why })) return t("liftedByDecision", { buyer });
      if (isRelease({ need }))
        return bringer
          ? t("liftedByRelease", { provider: partyName(bringer, locale), buyer })
          : t("liftedByStatedRelease", { buyer });
      if (bringer) return t("liftedBy", { provider: partyName(bringer, locale), buyer });
      return need.kind === "papers" ? t("liftedByPapers", { buyer }) : t("liftedByBuyer", { buyer });
    },
  };
}

/** How the buyer gives its own word for what it does itself. */
export type BuyersWord = { readonly action: FormAction; readonly newKey: () => string };

type StateButtonProps = ButtonLook & {
  readonly word: BuyersWord;
  readonly deal: { readonly id: string; readonly mode: Mode };
  readonly gate: Pick<Gate, "need">;
};

/** Where the form stands by which the buyer states the release that a gate waits for. */
export const releaseHref = (locale: string, deal: { readonly id: string }, gate: Pick<Gate, "need">): string =>
  `/${locale}/deals/${deal.id}/chain?release=${needKey(gate)}#release`;

/** One step of a service that the buyer does itself, stated with one press; of a release the way to the form that asks for its number. */
export function StateButton({ word, deal, gate, ...look }: StateButtonProps) {
  const t = useTranslations("chain");
  const milestone = useMilestoneName(deal.mode);
  const locale = useLocale();
  if (isRelease(gate))
    return (
      <ButtonLink href={releaseHref(locale, deal, gate)} {...look}>
        {t("gates.release")}
      </ButtonLink>
    );
  const { need } = gate;
  const what = need.kind === "step" ? milestone(need.step.service, need.step.code) : t(`gate.need.${need.kind}`);
  const fields = { dealId: deal.id, need: needKey(gate), idempotencyKey: word.newKey() };
  return (
    <OneButtonForm action={word.action} fields={fields} {...look}>
      {t("gates.state", { what })}
    </OneButtonForm>
  );
}

type ChainGatesProps = { readonly view: DealChain; readonly zone: string; readonly word: BuyersWord };

type Look = "is-done" | "is-held" | "is-planned";

/** A gate that has let its order through stays done, whatever became of the fact that opened it. */
const lookOf = ({ passedAt, state, why, opensAt }: ChainGate): Look =>
  passedAt !== null || (why === null && opensAt === null) ? "is-done" : state === "failed" ? "is-held" : "is-planned";

/** What the buyer can do about a closed gate: give its own word, say how the deal goes on, or open it with a reason. */
function GateAct({ gate, view, word }: { readonly gate: ChainGate } & Omit<ChainGatesProps, "zone">) {
  const t = useTranslations("chain.gates");
  const locale = useLocale();
  const { why } = gate;
  const { deal } = view;
  if (why === "undecided") {
    const service = bringerOf(gate);
    return view.side === "buyer" && service ? (
      <Anchor href={`/${locale}/deals/${deal.id}#${fallbackId(service)}`}>{t("whatNow")}</Anchor>
    ) : null;
  }
  if (why === "not_stated" || isRelease(gate)) {
    const mayState = isRelease(gate) ? mayStateRelease(gate, view) : view.mayState;
    return mayState ? <StateButton word={word} deal={deal} gate={gate} size="small" /> : null;
  }
  return view.mayWaive ? (
    <Anchor className="block" href={`/${locale}/deals/${deal.id}/chain?waive=${gate.key}#waive`}>
      {t("waive")}
    </Anchor>
  ) : null;
}

/** The buyer's own word as all parties read it: of a release with its number, day and reason. */
function StatementWords({ release, buyer }: { readonly release: ChainGate["release"]; readonly buyer: string }) {
  const t = useTranslations("chain.gates");
  if (!release) return <>{t("statedBy", { buyer })}</>;
  const { number, reason } = release;
  return t.rich("releasedBy", { number, buyer, reason, day: () => <DateText day={release.releasedOn} hasYear /> });
}

function GateEnd({ gate, look, zone }: { readonly gate: ChainGate; readonly look: Look; readonly zone: string }) {
  const t = useTranslations("chain.gates");
  if (look !== "is-done" && gate.opensAt !== null)
    return <Stamp verdict={t("opensAt")} where={<TimeText at={gate.opensAt} zone={zone} />} />;
  if (look !== "is-done") return <>{t(look === "is-held" ? "held" : "waits")}</>;
  const { state } = gate;
  const at = gate.openedAt ?? gate.passedAt;
  const verdict = t(
    gate.release ? "released" : state === "waived" || state === "stated" ? state : gate.cameEarly ? "openFrom" : "open",
  );
  return at === null ? <b>{verdict}</b> : <Stamp verdict={verdict} where={<TimeText at={at} zone={zone} />} />;
}

function GateItem({ gate, view, zone, word }: { readonly gate: ChainGate } & ChainGatesProps) {
  const t = useTranslations("chain.gates");
  const words = useGateWords(view.deal.mode);
  const locale = useLocale();
  const look = lookOf(gate);
  const isShut = look !== "is-done";
  const isOnSomebody = isShut && gate.opensAt === null;
  const buyer = partyName(view.deal.buyer, locale);
  return (
    <GateRow
      look={look}
      number={gate.number}
      name={words.needWords(gate)}
      detail={gate.bringer ? partyName(gate.bringer, locale) : t("nobodyYet")}
      say={
        <>
          {isOnSomebody && view.isFixed ? words.whyWords(gate) : null}
          {gate.cameEarly && t("cameEarly")}
          {gate.waiver && t("waivedBecause", { buyer, reason: gate.waiver.reason })}
          {gate.state === "stated" && <StatementWords release={gate.release} buyer={buyer} />}{" "}
          {isOnSomebody && view.isFixed && <small className="block">{words.lifterWords(gate, buyer)}</small>}
        </>
      }
      effect={<span>{t(isShut ? "holds" : "opened", { step: words.holdsWords(gate) })}</span>}
      end={
        <>
          <GateEnd gate={gate} look={look} zone={zone} />
          {isOnSomebody && <GateAct gate={gate} view={view} word={word} />}
        </>
      }
    />
  );
}

/** The gates of a deal in their order: what each waits for, what it holds, why, and who can lift it. */
export function ChainGates({ view, zone, word }: ChainGatesProps) {
  const t = useTranslations("chain.gates");
  const locale = useLocale();
  const { gates, deal } = view;
  const open = gates.filter((gate) => lookOf(gate) === "is-done").length;
  return (
    <Panel
      title={t("title")}
      aside={
        view.mayChange ? (
          <Anchor href={`/${locale}/deals/${deal.id}/chain/gates`}>{t("change")}</Anchor>
        ) : (
          t("count", { open, all: gates.length })
        )
      }
      isFlush
      id="gates"
    >
      {gates.length > 0 ? (
        <ol className="gates">
          {gates.map((gate) => (
            <GateItem key={gate.key} gate={gate} view={view} zone={zone} word={word} />
          ))}
        </ol>
      ) : (
        <EmptyState reason={t("none")} detail={t(view.mayChange ? "noneYet" : "noneDetail")} />
      )}
    </Panel>
  );
}
