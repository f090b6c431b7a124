import type { FormState } from "../../../domain/shared/form-state";
import { findHostile } from "../hostile-input";
import { fieldsOf } from "./form-fields";
import { answerFault, answerIssues, valuesOfForm } from "./form-action";

type Step<State> = (data: FormData) => State | null | Promise<State | null>;
type Send<State> = (state: State | null, data: FormData) => Promise<State | null>;

/**
 * Makes the action of a form whose buttons may also change or check the form itself (add a line, price it): a step answers
 * with the form and keeps nothing; where no step was asked for, `send` goes on to the command. Works without JavaScript.
 */
export const steppedAction =
  <State extends FormState>(name: string, step: Step<State>, send: Send<State>): Send<State> =>
  async (state, sent) => {
    const data = fieldsOf(sent);
    try {
      const hostile = findHostile(valuesOfForm(data));
      if (hostile) return (await answerIssues(data, [hostile], name.split(".")[0] as string)) as State;
      return (await step(data)) ?? (await send(state, data));
    } catch (error) {
      return (await answerFault(error, data, name)) as State;
    }
  };
