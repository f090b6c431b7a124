import type { ReactNode } from "react";

type FormSectionProps = {
  readonly number: number;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly id?: string;
  /** Within a panel, without a frame of its own. */
  readonly isFlat?: boolean;
  /** Fields: two a row, or by their own `span-*`. */
  readonly children: ReactNode;
};

/** A numbered part of a long form, like a part of a waybill. */
export function FormSection({ number, title, lead, id, isFlat = false, children }: FormSectionProps) {
  return (
    <fieldset className={isFlat ? "form-section is-flat" : "form-section"} id={id}>
      <legend>
        <i>{number}</i>
        {title}
      </legend>
      {lead && <p className="form-lead">{lead}</p>}
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
