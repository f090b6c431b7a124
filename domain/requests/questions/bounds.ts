/** Letters of a question and of its answer; alone here, so that a form needs no rules to know them. */
export const QUESTION_MAX = 600;
export const ANSWER_MAX = 2_000;
/** The answer and its corrections. */
export const ANSWERS_MAX = 5;
