import type { ReactNode } from "react";
import { Crumb, type CrumbStep } from "./crumb";
import { PageTitle } from "./page-title";

type PageHeadProps = {
  readonly title: string;
  /** What the heading shows where that is more than the title as text. */
  readonly heading?: ReactNode;
  readonly crumb?: readonly CrumbStep[];
  readonly sub?: ReactNode;
  /** The chip of the state now. */
  readonly chip?: ReactNode;
  /** At most three. */
  readonly actions?: ReactNode;
  /** On a phone the actions stay beside the title; for one short button. */
  readonly isInline?: boolean;
};

export function PageHead({ title, heading = title, crumb, sub, chip, actions, isInline = false }: PageHeadProps) {
  return (
    <div className={isInline ? "page-head is-inline" : "page-head"}>
      <PageTitle>{title}</PageTitle>
      <div>
        {crumb && <Crumb steps={crumb} />}
        <h1>{heading}</h1>
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
