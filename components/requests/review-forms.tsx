import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import type { FormAction } from "@/domain/shared/form-state";

type ReviewFormsProps = {
  readonly requestId: string;
  readonly approve: FormAction;
  readonly decline: FormAction;
  readonly words: { readonly approve: string; readonly decline: string; readonly reason: string };
};

/** Lets a held request open, or declines it with a reason. */
export function ReviewForms({ requestId, approve, decline, words }: ReviewFormsProps) {
  return (
    <div className="grid gap-3 desk:grid-cols-2">
      <ActionFormOnDemand id={`${requestId}-approve`} action={approve} hidden={{ requestId }} send={words.approve} />
      <ActionFormOnDemand
        id={requestId}
        action={decline}
        hidden={{ requestId }}
        fields={[{ kind: "area", name: "reason", label: words.reason, maxLength: 500, isRequired: true }]}
        send={words.decline}
        variant="plain"
      />
    </div>
  );
}
