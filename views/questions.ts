import { z } from "zod";
import { type View, id, time } from "./fields";

/** A question as its reader may know it: beside what else is on record, the time of asking would tell others who asked. */
export const question = z
  .object({
    id,
    question: z.string(),
    isOwn: z.boolean().meta({ description: "Known to its asker alone; nobody else is told who asked" }),
    askedAt: time.nullable().meta({ description: "To the asker and the buyer" }),
    answers: z
      .array(z.object({ number: z.int(), answer: z.string(), answeredAt: time }))
      .meta({ description: "The answer, and after it what corrects it; empty while it waits" }),
  })
  .meta({ id: "Question" });

/** Until when questions are taken, and whether they still are. */
export const questionTime = {
  endsAt: time.meta({ description: "Until when questions may be asked" }),
  isOpen: z.boolean(),
};

export type Question = View<typeof question>;

/** The questions of a request with what their reader may do. */
export type QuestionsPage = View<z.ZodObject<typeof questionTime>> & {
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  readonly questions: readonly Question[];
};
