import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { partyName } from "@/components/ui/words";
import { useChargeWords } from "@/components/inspections/visit-grid";
import { Button, Panel } from "@/components/ui/blocks";
import { Field, TextArea } from "@/components/ui/form/inputs";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { ActionForm } from "@/components/ui/form/action-form";
import {
  checkDecision,
  type Decision,
  DECISION_REASON_MAX,
  DECISIONS,
  takesBackPass,
} from "@/domain/inspections/verdict";
import type { Inspection, InspectionRound } from "@/views/inspections";
import { newId } from "@/server/platform/platform";
import { decideAction } from "./actions";

type DecideStepProps = {
  readonly view: Inspection;
  readonly round: InspectionRound;
  readonly mayWaive: boolean;
  /** As chosen in the first of the two steps. */
  readonly decision: string | null;
  readonly reason: string;
  readonly here: string;
};

/** What fits the verdict, and the viewer. */
const choicesOf = ({ round, mayWaive }: DecideStepProps): Decision[] =>
  DECISIONS.filter((one) => {
    const fits = checkDecision(one, { verdict: round.judgement?.kind ?? "pending", reason: "-" }).ok;
    return fits && (one !== "waive" || mayWaive);
  });

/** Under which name the words of a decision stand: goods that passed and are refused or looked at again stop only what the pass has not let happen yet. */
const wordsOf = (decision: Decision, { judgement }: InspectionRound) =>
  takesBackPass(decision, judgement?.kind) ? (`${decision}_passed` as const) : decision;

/** First the choice, by a plain address that changes nothing; then what follows from it, and the button that binds. */
export async function DecideStep(props: DecideStepProps) {
  const { decision } = props;
  const chosen = choicesOf(props).find((one) => one === decision);
  return chosen ? <Confirm {...props} chosen={chosen} /> : <Choose {...props} />;
}

async function Choose(props: DecideStepProps) {
  const t = await getTranslations("inspections.decide");
  return (
    <Panel title={t("title")} id="decide">
      <form action={`${props.here}#decide`} method="get" className="form-stack">
        <RadioCards
          id="decide-decision"
          name="decision"
          legend={t("decision")}
          isRequired
          cards={choicesOf(props).map((value) => ({
            value,
            title: t(`choice.${value}`),
            detail: t(`help.${wordsOf(value, props.round)}`),
          }))}
        />
        <Field id="decide-reason" label={t("reason")} help={t("reasonHelp")}>
          {(wired) => <TextArea {...wired} name="reason" maxLength={DECISION_REASON_MAX} defaultValue={props.reason} />}
        </Field>
        <div>
          <Button variant="primary">{t("check")}</Button>
        </div>
      </form>
    </Panel>
  );
}

/** What a second visit costs by the bid, and how it is judged. */
function ChargeNote({ view }: { readonly view: Inspection }) {
  const charge = useChargeWords();
  const priced = view.reinspectionCharge;
  return priced ? charge(priced) : null;
}

async function Confirm({ view, round, reason, here, chosen }: DecideStepProps & { readonly chosen: Decision }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("inspections.decide")]);
  const isReason = chosen !== "accept";
  return (
    <Panel title={t(`choice.${chosen}`)} id="decide">
      {chosen === "reinspect" && (
        <p>
          {view.reinspectionCharge ? (
            <>
              {t("charge")} <b>{<ChargeNote view={view} />}</b>
            </>
          ) : (
            t("noCharge", { provider: partyName(view.provider, locale) })
          )}
        </p>
      )}
      <ClientWords>
        <ActionForm
          id="decide"
          anchor="decide-form"
          action={decideAction}
          hidden={{
            orderId: view.orderId,
            round: String(round.round),
            decision: chosen,
            idempotencyKey: newId(),
            ...(isReason ? {} : { reason }),
          }}
          lead={t(`consequence.${wordsOf(chosen, round)}`, { reference: view.reference })}
          fields={
            isReason
              ? [
                  {
                    ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonKept"), isRequired: true },
                    ...{ initial: reason, maxLength: DECISION_REASON_MAX, span: "span-12" },
                  },
                ]
              : []
          }
          send={t(`send.${chosen}`)}
          variant={chosen === "reject" || chosen === "waive" ? "danger" : "primary"}
          back={{ href: `${here}#decide`, words: t("back") }}
        />
      </ClientWords>
    </Panel>
  );
}
