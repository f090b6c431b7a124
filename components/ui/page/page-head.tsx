import type { ReactNode } from "react";
import { Crumb, type CrumbStep } from "./crumb";

type PageHeadProps = {
  readonly title: ReactNode;
  readonly crumb?: readonly CrumbStep[];
  readonly sub?: ReactNode;
  /** The chip of the state now. */
  readonly chip?: ReactNode;
  /** At most three. */
  readonly actions?: ReactNode;
  /** On a phone the actions stay beside the title; for one short button. */
  readonly isInline?: boolean;
};

export function PageHead({ title, crumb, sub, chip, actions, isInline = false }: PageHeadProps) {
  return (
    <div className={isInline ? "page-head is-inline" : "page-head"}>
      <div>
        {crumb && <Crumb steps={crumb} />}
        <h1>{title}</h1>
        {sub && <p className="page-sub">{sub}</p>}
      </div>
      {(chip || actions) && (
        <div className="page-actions">
          {chip}
          {actions}
        </div>
      )}
    </div>
  );
}
