import { z } from "zod";
import { deletePaper, insertPapers, openCaseOf, papersOfCase } from "../../../db/repositories/checks";
import { holdFiles, subjectOf } from "../../../db/repositories/files";
import { mayChangePapers } from "../../../domain/accounts/check-case";
import { checkPaper, type PaperRefusal, PAPERS_MAX, paperSchema } from "../../../domain/accounts/check-papers";
import { accept, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { caseFor, loadOwn, todayOf } from "./case-in-hand";

type AddRefusal = PaperRefusal | Refusal<"not_found" | "case_decided_on" | "file_unknown" | "too_many_papers">;

/** Adds a paper to what the organisation's check is asked with; its file has been attached to the organisation's check before. */
export const addPaper = command({
  name: "accounts.add-check-paper",
  action: "organisation.change",
  input: paperSchema,
  async run(context, paper): Promise<Result<{ id: string }, AddRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const loaded = await loadOwn(tx, actor);
    if (!loaded.ok) return loaded;
    const { organisation } = loaded.value;
    const [file] = await holdFiles(tx, [paper.fileId]);
    const subject = file && subjectOf(file);
    const isOwn =
      file?.organisationId === organisation.id && subject?.kind === "check" && subject.id === organisation.id;
    if (!isOwn || file.state === "infected") return refuse("file_unknown");
    const fits = checkPaper(paper, organisation, todayOf(organisation, now));
    if (!fits.ok) return fits;
    const one = await caseFor(context, organisation);
    if (!mayChangePapers(one.state)) return refuse("case_decided_on");
    if ((await papersOfCase(tx, one.id)).length >= PAPERS_MAX)
      return refuse("too_many_papers", { maximum: PAPERS_MAX });
    const id = newId();
    await insertPapers(tx, [{ id, caseId: one.id, organisationId: organisation.id, ...paper, addedAt: now }]);
    concerns(organisation.id);
    return accept({ id });
  },
});

/** Takes a paper out again, while no end of the case is proposed. Papers of earlier cases stay: a check rests on them. */
export const removePaper = command({
  name: "accounts.remove-check-paper",
  action: "organisation.change",
  input: z.strictObject({ paperId: z.string().min(1).max(64) }),
  async run(
    { tx, actor, concerns },
    { paperId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "case_decided_on">>> {
    const loaded = await loadOwn(tx, actor);
    const one = loaded.ok ? await openCaseOf(tx, loaded.value.organisation.id) : undefined;
    if (!loaded.ok || !one) return refuse("not_found");
    if (!mayChangePapers(one.state)) return refuse("case_decided_on");
    if (!(await deletePaper(tx, { id: paperId, caseId: one.id }))) return refuse("not_found");
    concerns(loaded.value.organisation.id);
    return accept({ id: paperId });
  },
});
