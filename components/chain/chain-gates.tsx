import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/catalogue/party-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { EmptyState } from "@/components/ui/page/empty-state";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/turn/stamp";
import type { ChainView, GateView } from "@/domain/chain/chain-view";
import { isClosed } from "@/domain/chain/gate-state";
import { useGateWords } from "./use-gate-words";

type ChainGatesProps = { readonly view: ChainView; readonly zone: string };

type Look = "is-done" | "is-held" | "is-planned";

/** A gate that has let its order through stays done, whatever became of the fact that opened it. */
const lookOf = ({ passedAt, state }: GateView): Look =>
  passedAt !== null || !isClosed(state) ? "is-done" : state.kind === "failed" ? "is-held" : "is-planned";

function GateEnd({ gate, look, zone }: { readonly gate: GateView; readonly look: Look; readonly zone: string }) {
  const t = useTranslations("chain.gates");
  if (look !== "is-done") return <>{t(look === "is-held" ? "held" : "waits")}</>;
  const { state, passedAt } = gate;
  const since = state.kind === "open" ? state.since : state.kind === "waived" ? state.waiver.waivedAt : null;
  const at = since ?? passedAt;
  const verdict = t(state.kind === "waived" ? "waived" : "open");
  return at === null ? <b>{verdict}</b> : <Stamp verdict={verdict} where={<TimeText at={at} zone={zone} />} />;
}

function GateItem({ gate, view, zone }: { readonly gate: GateView } & ChainGatesProps) {
  const t = useTranslations("chain.gates");
  const words = useGateWords();
  const locale = useLocale();
  const look = lookOf(gate);
  const isShut = look !== "is-done";
  const buyer = partyName(view.deal.buyer, locale);
  return (
    <li className={look}>
      <span className="gate-number">{gate.number}</span>
      <span className="gate-name">
        <b>{words.needWords(gate.gate)}</b>
        <small>{gate.bringer ? partyName(gate.bringer, locale) : t("nobodyYet")}</small>
      </span>
      <span className="gate-say">
        {isShut && view.isFixed ? words.whyWords(gate.state) : null}
        {gate.state.kind === "waived" && t("waivedBecause", { buyer, reason: gate.state.waiver.reason })}{" "}
        {isShut && view.isFixed && <small className="block">{words.lifterWords(gate, buyer)}</small>}
      </span>
      <span className="gate-effect">
        <span>{t(isShut ? "holds" : "opened", { step: words.holdsWords(gate.gate) })}</span>
      </span>
      <span className="gate-end">
        <GateEnd gate={gate} look={look} zone={zone} />
        {isShut && view.mayWaive && (
          <Anchor className="block" href={`/${locale}/deals/${view.deal.id}/chain?waive=${gate.key}#waive`}>
            {t("waive")}
          </Anchor>
        )}
      </span>
    </li>
  );
}

/** The gates of a deal in their order: what each waits for, what it holds, why, and who can lift it. */
export function ChainGates({ view, zone }: ChainGatesProps) {
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
            <GateItem key={gate.key} gate={gate} view={view} zone={zone} />
          ))}
        </ol>
      ) : (
        <EmptyState reason={t("none")} detail={t(view.mayChange ? "noneYet" : "noneDetail")} />
      )}
    </Panel>
  );
}
