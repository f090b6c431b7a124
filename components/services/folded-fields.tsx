import type { ReactNode } from "react";
import { Fold } from "@/components/ui/form/fold";
import type { FieldsForm } from "./fields-form";

type FoldedFieldsProps = {
  readonly form: FieldsForm;
  /** Which fold: its title is `fold.<name>` of the kind's messages. */
  readonly fold: string;
  /** The fields inside, without the prefix. */
  readonly names: readonly string[];
  /** Where the labels of the fields would only repeat the title. */
  readonly isTitleEnough?: boolean;
  /** Open though nothing stands in it yet: something has to. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
};

/** Fields of one kind that most leave out, under one line that says which they are. */
export function FoldedFields({
  form,
  fold,
  names,
  isTitleEnough = false,
  isNeeded = false,
  children,
}: FoldedFieldsProps) {
  return (
    <Fold
      title={form.foldTitle(fold)}
      inside={isTitleEnough ? [] : names.map(form.label)}
      names={names.map(form.nameOf)}
      isNeeded={isNeeded}
      {...form.typed}
    >
      <div className="form-grid">{children}</div>
    </Fold>
  );
}
