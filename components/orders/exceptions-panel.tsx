import { Sentences } from "@/components/ui/words";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { Exceptions, ShownException } from "@/views/delay";

type ExceptionsPanelProps = {
  readonly view: Exceptions;
  readonly here: string;
  readonly zone: string;
  readonly form: ReactNode;
};

function OpenException({ open, zone }: { readonly open: ShownException; readonly zone: string }) {
  const t = useTranslations("delay");
  const values = { reason: t(`reason.${open.reason}`), words: open.words };
  return (
    <Note tone="warn">
      <b>{t(open.by === "buyer" ? "exception.openBuyer" : "exception.openProvider", values)}</b>
      <br />
      <Sentences>
        {t.rich("exception.since", { time: () => <TimeText at={open.raisedAt} zone={zone} /> })}
        {t("exception.ends")}
      </Sentences>
    </Note>
  );
}

/** Whether the work of an order has stopped, who says so and why, and how often it did before. */
export function ExceptionsPanel({ view, here, zone, form }: ExceptionsPanelProps) {
  const t = useTranslations("delay");
  const { open, mayRaise, mayEnd } = view;
  const past = view.exceptions.filter(({ endedAt }) => endedAt !== null);
  return (
    <Panel
      title={t(open ? "exception.titleOpen" : "exception.title")}
      id="exception"
      fold={open || form ? "open" : "closed"}
    >
      <div className="form-stack">
        {open ? <OpenException open={open} zone={zone} /> : <p>{t("exception.lead")}</p>}
        {form}
        {!form && (mayRaise || (open && mayEnd)) && (
          <div className="flow">
            <ButtonLink
              href={`${here}?exception=${open ? "end" : "raise"}#exception-form`}
              icon={open ? "check" : "triangle-alert"}
            >
              {t(open ? "exception.endLink" : "exception.raise")}
            </ButtonLink>
          </div>
        )}
        {past.length > 0 && (
          <section>
            <h3 className="field-label">{t("exception.past")}</h3>
            <ul>
              {past.map((one) => (
                <li key={one.raisedAt}>
                  <TimeText at={one.raisedAt} zone={zone} /> –{" "}
                  {one.endedAt !== null && <TimeText at={one.endedAt} zone={zone} />}
                  {" · "}
                  {t("exception.pastLine", {
                    reason: t(`reason.${one.reason}`),
                    words: [one.words, one.endWords].filter(Boolean).join(" · "),
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}
