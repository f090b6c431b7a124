import { useTranslations } from "next-intl";
import { ServiceName } from "@/components/services/face/service-name";
import { BestTags, CompareMarks } from "./compare-marks";
import type { ChoosingProps } from "./compare-matrix";
import { BelowLines } from "./beside/score/below-rows";
import { PayoutText } from "./payout/payout-row";

/** The same choice on a phone: a stack of bids a service. Its radios have names of their own, so that neither hides the other. */
export function CompareStacks({ words, chosen, choose }: ChoosingProps) {
  const t = useTranslations("award.matrix");
  const nameOf = (id: string) => words.providers.find((one) => one.id === id);
  return (
    <div className="pick-list desk:hidden">
      {words.services.map((service) => (
        <fieldset key={service.requestId} className="panel">
          <legend className="sr-only">{service.reference}</legend>
          <header className="panel-head">
            <ServiceName service={service.service} />
            <span className="panel-aside">{service.reference}</span>
          </header>
          <p className="px-4 py-1 text-sm text-ink-2">{service.daysFrom}</p>
          {service.problem && <p className="pick-row is-missing">{service.problem}</p>}
          {service.cells.map((cell) => (
            <label key={cell.choiceId} className="pick-row">
              {service.isDecided ? (
                <span aria-hidden="true" />
              ) : (
                <input
                  type="radio"
                  name={`stack.${service.requestId}`}
                  value={cell.choiceId}
                  disabled={!cell.isChoosable}
                  checked={chosen[service.requestId] === cell.choiceId}
                  onChange={() => choose(service.requestId, cell.choiceId)}
                />
              )}
              <span>
                {nameOf(cell.columnId)?.letter} {nameOf(cell.columnId)?.name}
                <CompareMarks cell={cell} />
                {cell.payout && (
                  <>
                    <small>{service.payoutHead}</small>
                    <PayoutText payout={cell.payout} />
                  </>
                )}
              </span>
              <span className="num">
                <span className="matrix-value">{cell.amount}</span> <BestTags cell={cell} />
              </span>
              <BelowLines service={service} choiceId={cell.choiceId} />
            </label>
          ))}
          {service.problem === null && service.cells.length === 0 && (
            <p className="pick-row is-missing">{t("notOffered")}</p>
          )}
        </fieldset>
      ))}
    </div>
  );
}
