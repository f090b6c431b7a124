import type { ReactNode } from "react";

type FormSectionProps = {
  readonly number: number;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Fields: two a row, or by their own `span-*`. */
  readonly children: ReactNode;
};

/** A numbered part of a long form, like a part of a waybill. */
export function FormSection({ number, title, lead, children }: FormSectionProps) {
  return (
    <fieldset className="form-section">
      <legend>
        <i>{number}</i>
        {title}
      </legend>
      {lead && <p className="form-lead">{lead}</p>}
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
