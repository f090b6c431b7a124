import { ClientWords } from "@/app/client-words";
import { StepForm } from "@/components/bidding/form/step-form";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { Step } from "@/domain/bidding/steps-for";
import { newId } from "@/server/platform/new-id";
import { cancelAction, closeAction, discardAction, openAction, publishAction, withdrawAction } from "../actions";

const ACTIONS = {
  publish: publishAction,
  withdraw: withdrawAction,
  discard: discardAction,
  close: closeAction,
  open: openAction,
  cancel: cancelAction,
} as const;

type RequestStepProps = { readonly step: Step; readonly request: RequestPage; readonly here: string };

export function RequestStep({ step, request, here }: RequestStepProps) {
  return (
    <ClientWords rooms={["bidding"]}>
      <StepForm
        step={step}
        action={ACTIONS[step]}
        requestId={request.id}
        bidId={step === "withdraw" ? request.ownBid?.id : undefined}
        idempotencyKey={newId()}
        backHref={here}
      />
    </ClientWords>
  );
}
