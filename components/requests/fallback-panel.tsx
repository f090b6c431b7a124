import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useServiceName } from "@/components/services/service-name";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { Fallback, FallbackChoice, RequestState } from "@/domain/requests/request";
import type { Service } from "@/domain/shared/vocabulary";
import type { FormAction } from "@/domain/shared/form-state";

type FallbackPanelProps = {
  readonly request: {
    readonly id: string;
    readonly service: Service;
    readonly state: RequestState;
    readonly fallback: Fallback | null;
    readonly choices: readonly FallbackChoice[];
  };
  readonly action: FormAction;
  /** One for each button, so that what is sent twice is done once. */
  readonly keys: Readonly<Record<"do_it_ourselves" | "drop", string>>;
};

type ChoiceName = "again" | "invite" | "do_it_ourselves" | "drop";

function Choice({ name, children }: { readonly name: ChoiceName; readonly children: ReactNode }) {
  const t = useTranslations(`requests.fallback.${name}`);
  return (
    <li className="fallback-choice">
      <span>
        <b>{t("title")}</b>
        <small className="block text-ink-2">{t("detail")}</small>
      </span>
      {children}
    </li>
  );
}

const titleOf = ({ fallback, state }: FallbackPanelProps["request"]): string =>
  fallback ?? (state === "cancelled" ? "rejected" : state);

/** Where a page leads to the choices for one service. */
export const fallbackId = (service: Service): string => `what-now-${service}`;

/** Nobody was chosen for a service: its buyer says here how the deal goes on. */
export function FallbackPanel({ request, action, keys }: FallbackPanelProps) {
  const [t, locale, service] = [useTranslations("requests.fallback"), useLocale(), useServiceName()];
  const { id, choices, fallback } = request;
  const again = `/${locale}/requests/${id}/again`;
  const lead = fallback === "self" ? "leadSelf" : fallback === "dropped" ? "leadDropped" : "lead";
  // The link that is most often right stands out while nothing was said yet.
  const look = fallback === null ? "primary" : undefined;
  return (
    <Panel
      title={t(`title.${titleOf(request)}`, { service: service(request.service) })}
      id={fallbackId(request.service)}
    >
      <p>{t(lead)}</p>
      <ul className="fallback-choices">
        {choices.includes("ask_again") && (
          <>
            <Choice name="again">
              <ButtonLink href={again} variant={look}>
                {t("again.do")}
              </ButtonLink>
            </Choice>
            <Choice name="invite">
              <ButtonLink href={`${again}?invite=1#invited`}>{t("invite.do")}</ButtonLink>
            </Choice>
          </>
        )}
        {(["do_it_ourselves", "drop"] as const)
          .filter((choice) => choices.includes(choice))
          .map((choice) => (
            <Choice key={choice} name={choice}>
              <OneButtonForm action={action} fields={{ requestId: id, choice, idempotencyKey: keys[choice] }}>
                {t(`${choice}.do`)}
              </OneButtonForm>
            </Choice>
          ))}
      </ul>
    </Panel>
  );
}
