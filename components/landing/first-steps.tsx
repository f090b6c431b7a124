import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { Icon } from "@/components/ui/icons/icon";
import type { FirstStep, FirstStepState, ShownFirstStep, Side } from "@/domain/accounts/first-steps";

const PLACES: Readonly<Record<FirstStep, string>> = {
  confirm_mail: "/account",
  name_organisation: "/organisation/new?next=/home",
  post_request: "/deals/new",
  choose_bid: "/deals",
  list_service: "/organisation/listings",
  ask_check: "/organisation/check",
  first_bid: "/desk",
};

type FirstStepsProps = {
  readonly side: Side;
  /** Nothing is drawn of an empty list. */
  readonly steps: readonly ShownFirstStep[];
  /** What a step is done with here, where that is no link. */
  readonly forms?: Readonly<Partial<Record<FirstStep, ReactNode>>>;
};

/** What is left to do before a newcomer's side works, each with what it unlocks; it empties as they are done. */
export function FirstSteps({ side, steps, forms = {} }: FirstStepsProps) {
  const t = useTranslations("home.steps");
  const locale = useLocale();
  const done = steps.filter(({ state }) => state === "done").length;
  const wayTo = (step: FirstStep, state: FirstStepState): ReactNode => {
    const form = forms[step];
    if (state === "done" || state === "locked") return null;
    if (form) return form;
    const href = `/${locale}${PLACES[step]}`;
    if (state === "open") return <Anchor href={href}>{t(`do.${step}`)}</Anchor>;
    return (
      <ButtonLink variant="primary" href={href}>
        {t(`do.${step}`)}
      </ButtonLink>
    );
  };
  if (steps.length === 0) return null;
  return (
    <Panel id={`steps-${side}`} title={t(`title.${side}`)} aside={t("count", { done, all: steps.length })} isFlush>
      <ol className="first-steps">
        {steps.map(({ step, state }) => (
          <li key={step} className={`is-${state}`} {...(state === "next" && { "aria-current": "step" as const })}>
            <Icon name={state === "done" ? "circle-check" : state === "locked" ? "lock-keyhole" : "circle-dashed"} />
            <div>
              <b>{t(`name.${step}`)}</b>
              <span className="sr-only"> {t(`state.${state}`)}</span>
              {state !== "done" && <small>{t(`unlocks.${step}`)}</small>}
            </div>
            {wayTo(step, state)}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
