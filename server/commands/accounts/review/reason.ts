import { z } from "zod";

/** Why an administrator shuts somebody out: nobody is without being told. */
export const reason = z.string().trim().min(1, "required").max(500, "too_long");
