import dynamic from "next/dynamic";
import type { FormState } from "@/domain/shared/form-state";
import type { FormProblemsProps } from "./form-actions";

const Problems = dynamic<FormProblemsProps>(() => import("./form-actions").then((parts) => parts.FormProblems));

const NO_FIELD = () => null;

/** What a form without fields has to say once it came back. Such forms stand on every page, and hardly ever have anything to say: the script comes with it. */
export const ProblemsOnDemand = ({ state }: { readonly state: FormState | null }) =>
  state && <Problems state={state} fieldId={NO_FIELD} />;
