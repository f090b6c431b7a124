import { useLocale, useTranslations } from "next-intl";
import { useDurationWords } from "@/components/services/service-name";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import type { Side } from "@/domain/accounts/first-steps";
import { ChainDrawing } from "./chain-drawing";

type Turn = "you" | "buyer" | "provider" | "platform";

const STEPS: Readonly<Record<Side, readonly (readonly [step: string, turn: Turn])[]>> = {
  buyer: [
    ["ask", "you"],
    ["wait", "provider"],
    ["open", "you"],
    ["award", "you"],
    ["carry", "provider"],
    ["accept", "you"],
  ],
  provider: [
    ["list", "you"],
    ["check", "platform"],
    ["bid", "you"],
    ["decision", "buyer"],
    ["carry", "you"],
    ["accepted", "buyer"],
  ],
};

const BEGINS: Readonly<Record<Side, string>> = { buyer: "/deals/new", provider: "/organisation/listings" };

type StepsProps = {
  readonly side: Side;
  /** Figures of the market as they are now. */
  readonly facts: Readonly<Record<string, number>> & { readonly minOpenMinutes: number };
};

/** What happens to one side, step by step, and whose turn it is in each. */
function Steps({ side, facts }: StepsProps) {
  const t = useTranslations("about.how");
  const duration = useDurationWords();
  const said = { ...facts, minOpen: duration(facts.minOpenMinutes) };
  return (
    <ol className="how-steps">
      {STEPS[side].map(([step, turn], at) => (
        <li key={step}>
          <i aria-hidden="true">{at + 1}</i>
          <div>
            <h3>{t(`${side}.${step}.title`)}</h3>
            <p className={turn === "you" ? "how-turn is-you" : "how-turn is-other"}>
              <i className="turn-mark" />
              {t(`turn.${turn}`)}
            </p>
            <p>{t(`${side}.${step}.text`, said)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** How the market works for both sides, with the chain of services drawn. */
export function HowItWorks({ facts }: Pick<StepsProps, "facts">) {
  const t = useTranslations("about.how");
  const locale = useLocale();
  return (
    <div className="stack">
      <AsMarkup>
        <Panel title={t("drawing.title")}>
          <ChainDrawing />
          <p className="text-ink-2">{t("drawing.note")}</p>
        </Panel>
      </AsMarkup>
      <div className="how-sides">
        {(["buyer", "provider"] as const).map((side) => (
          <AsMarkup key={side}>
            <Panel id={side} title={t(`side.${side}`)}>
              <Steps side={side} facts={facts} />
              <p className="mt-3">
                <ButtonLink href={`/${locale}${BEGINS[side]}`}>{t(`begin.${side}`)}</ButtonLink>
              </p>
            </Panel>
          </AsMarkup>
        ))}
      </div>
      <AsMarkup>
        <Panel title={t("cost.title")}>
          <p>{t("cost.text")}</p>
          <p>
            <Anchor href={`/${locale}/fees`}>{t("cost.link")}</Anchor>
          </p>
        </Panel>
      </AsMarkup>
    </div>
  );
}
