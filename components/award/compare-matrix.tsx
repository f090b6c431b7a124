import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Anchor } from "@/components/ui/blocks";
import { ServiceName } from "@/components/services/service-name";
import { type Chosen, type CompareWords, type ServiceWords, chosenCells, sumWords } from "./comparison-view";
import { BelowLines, BelowRows, BestTags, CompareMarks, PayoutRow, PayoutText } from "./compare-cells";

export type ChoosingProps = {
  readonly words: CompareWords;
  readonly chosen: Chosen;
  readonly choose: (requestId: string, bidId: string) => void;
};

/** Services down, providers across, the choice last. On a phone the stacks take its place. */
export function CompareMatrix({ words, chosen, choose }: ChoosingProps) {
  const t = useTranslations("award.matrix");
  const cells = chosenCells(words, chosen);
  const isOpen = words.services.some((service) => service.cells.some(({ isChoosable }) => isChoosable));
  const awarded = words.services.filter(({ isDecided }) => isDecided).length;
  const letters = cells.map((cell) => words.providers.find((one) => one.id === cell.columnId)?.letter);
  return (
    <div className="panel matrix-scroll max-desk:hidden">
      <table className="data-table matrix">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-first">
              {t("first", { currency: words.currency })}
            </th>
            {words.providers.map((provider) => (
              <th key={provider.id} scope="col" className="matrix-provider">
                <b className="matrix-letter">{provider.letter}</b> <span className="matrix-name">{provider.name}</span>
              </th>
            ))}
            <th scope="col" className="is-choice">
              {t("choice")}
              <small>{letters.join(" + ")}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {words.services.map((service) => (
            <Fragment key={service.requestId}>
              <ServiceRow service={service} words={words} chosen={chosen} choose={choose} />
              {service.payoutHead !== null && <PayoutRow service={service} words={words} chosen={chosen} />}
              <BelowRows service={service} words={words} chosen={chosen} />
            </Fragment>
          ))}
          <tr className="matrix-total">
            <th scope="row">
              {isOpen || awarded === 0 ? t("total", { count: cells.length }) : t("awarded", { count: awarded })}
            </th>
            <td colSpan={words.providers.length} />
            <td className="is-choice">
              <span className="matrix-value">
                {cells.length > 0 ? (sumWords(words, cells, "minor") ?? t("noSum")) : "–"}
              </span>
              {cells.some(({ minor, contractMinor }) => minor !== contractMinor) && (
                <small>{t("contract", { sum: sumWords(words, cells, "contractMinor") ?? t("noSum") })}</small>
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function ServiceRow({ service, words, chosen, choose }: ChoosingProps & { readonly service: ServiceWords }) {
  const t = useTranslations("award.matrix");
  const picked = chosenCells(words, chosen).find(({ choiceId }) => choiceId === chosen[service.requestId]);
  const awarded = service.cells.find((cell) => cell.awarded !== null);
  const mine = awarded ? { ...awarded, reached: null } : picked;
  return (
    <tr>
      <th scope="row">
        <ServiceName service={service.service} />
        <small>
          <Anchor href={service.href}>{service.reference}</Anchor>
        </small>
        <small>{service.countedFrom}</small>
      </th>
      {service.problem === null ? (
        words.providers.map((provider) => {
          const cell = service.cells.find((one) => one.columnId === provider.id);
          if (!cell)
            return (
              <td key={provider.id} className="is-missing">
                {t("notOffered")}
              </td>
            );
          return (
            <td key={provider.id}>
              <label className="matrix-pick">
                {service.isDecided ? (
                  <span aria-hidden="true" />
                ) : (
                  <input
                    type="radio"
                    name={`choice.${service.requestId}`}
                    value={cell.choiceId}
                    disabled={!cell.isChoosable}
                    checked={chosen[service.requestId] === cell.choiceId}
                    onChange={() => choose(service.requestId, cell.choiceId)}
                  />
                )}
                <span>
                  <span className="matrix-value">{cell.amount}</span> <BestTags cell={cell} />
                  <CompareMarks cell={cell} />
                </span>
              </label>
            </td>
          );
        })
      ) : (
        <td colSpan={words.providers.length} className="is-missing">
          {service.problem}
        </td>
      )}
      <td className="is-choice">
        <span className="matrix-value">{mine?.amount ?? "–"}</span>
        <small>{mine && words.providers.find((one) => one.id === mine.columnId)?.letter}</small>
        {mine?.reached && <small>{mine.reached.words}</small>}
      </td>
    </tr>
  );
}

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
          <p className="px-4 py-1 text-sm text-ink-2">{service.countedFrom}</p>
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
